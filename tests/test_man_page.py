"""The man page is what the commands say, and troff can print it."""

from __future__ import annotations

import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from okrlint.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "okrlint.1"


def test_the_page_is_true() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "write_man_page.py"))
    assert PAGE.read_text(encoding="utf-8") == script["render_page"](), (
        "run `python scripts/write_man_page.py`"
    )


def test_every_command_has_its_part() -> None:
    headings = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if ".SS " in line]
    assert [
        line.split()[1].replace("\\-", "-") for line in headings if "baseline " not in line
    ] == [name for name in COMMANDS if name != "baseline"]


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_troff_has_nothing_to_warn_of() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tascii", str(PAGE)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
