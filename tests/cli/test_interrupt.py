"""Ctrl-C at any moment: exit code 130, nothing half said, nothing left running."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import BAD

# Where tests run in the background, Ctrl-C is ignored and would be here too.
_PRELUDE = """
import atexit, itertools, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from okrlint.cli import main
calls = itertools.count()
def tick(frame, event, what):
    if event == "call" and ({when}):
        sys.setprofile(None)
        os.killpg(0, signal.SIGINT)
{begin}
main()
"""
_LOST = "frame.f_code.co_name == 'cb' and 'importlib' in frame.f_code.co_filename"
"""A callback of the interpreter, which holds a lock; what is raised in it is lost."""


def interrupted(
    when: str, *args: str, begin: str = "sys.setprofile(tick)"
) -> subprocess.CompletedProcess[str]:
    """Run the command, and send a real signal to it and all its processes at some call."""
    command = [sys.executable, "-c", _PRELUDE.format(when=when, begin=begin), *args]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=120, start_new_session=True
    )


@pytest.mark.parametrize("call", [3, 30, 1_000, 9_000, 30_000, 90_000, 200_000])
def test_at_any_moment(folder: Path, call: int) -> None:
    done = interrupted(f"next(calls) == {call}", "--no-cache", "bad.md")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_where_the_exception_is_lost(folder: Path) -> None:
    done = interrupted(_LOST, "--no-cache", "bad.md")
    assert done.returncode in (1, 130)
    assert "importlib" in done.stderr  # the interpreter says what it lost


def test_once_the_report_is_out_it_comes_too_late(folder: Path) -> None:
    late = "atexit.register(os.killpg, 0, signal.SIGINT)"
    done = interrupted("False", "--no-cache", "-q", "bad.md", begin=late)
    assert (done.returncode, done.stderr) == (1, "")
    assert "task-like" in done.stdout


def test_processes_that_lint_end_too(folder: Path) -> None:
    for number in range(40):  # enough for more processes to pay
        Path(f"{number}.md").write_text(BAD.replace("120", str(number)), encoding="utf-8")
    when = "frame.f_code.co_name == 'result_iterator'"
    done = interrupted(when, "--no-cache", "-q", "--jobs", "2", ".")
    # The pipes are read to their end: nobody holds them any more.
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")
