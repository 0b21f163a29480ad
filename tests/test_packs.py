"""Packs of rules: the example pack, and what clashes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACK = ROOT / "examples" / "okrlint-house-rules"


def install(site: Path, name: str, module: str, source: Path | str) -> None:
    """Put a pack where an installation puts it, with its entry point."""
    if isinstance(source, Path):
        shutil.copytree(source, site / module)
    else:
        (site / module).mkdir(parents=True)
        (site / module / "__init__.py").write_text(textwrap.dedent(source), encoding="utf-8")
    info = site / f"{name.replace('-', '_')}-1.0.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n")
    (info / "entry_points.txt").write_text(f"[okrlint.rules]\nhouse = {module}:RULES\n")


def run(site: Path, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        [sys.executable, "-m", *args], capture_output=True, text=True, check=False, cwd=cwd,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip


RULE = """
from okrlint import Bad, DocumentRule, Good, Severity


class Own(DocumentRule):
    '''Why.'''

    name, code, summary = "{name}", "{code}", "something"
    severity, criterion = Severity.NOTE, "ours"
    examples = (Bad("- a"), Good("- b"))


RULES = (Own,)
"""


def test_the_example_pack_brings_its_rules_and_passes_its_tests(tmp_path: Path) -> None:
    site = tmp_path / "site"
    install(site, "okrlint-house-rules", "okrlint_house_rules", PACK / "src/okrlint_house_rules")
    listed = run(site, "okrlint", "rule", "--all", cwd=tmp_path)
    assert {"HSE001", "HSE002", "HSE003"} <= set(listed.stdout.split()), listed.stderr
    shutil.copytree(PACK / "tests", tmp_path / "tests")
    passed = run(site, "pytest", "-q", "-p", "no:cacheprovider", "tests", cwd=tmp_path)
    assert passed.returncode == 0, passed.stdout


def test_the_pack_says_what_it_has() -> None:
    page = (PACK / "README.md").read_text(encoding="utf-8")
    config = (PACK / "pyproject.toml").read_text(encoding="utf-8")
    assert 'house = "okrlint_house_rules:RULES"' in config
    assert "`one-owner-for-all` | HSE003" in page


@pytest.mark.parametrize(
    ("name", "code", "word"),
    [("no-x", "ZZZ002", "no-x"), ("no-y", "ZZZ001", "ZZZ001")],
)
def test_a_clash_names_both_packs(tmp_path: Path, name: str, code: str, word: str) -> None:
    install(tmp_path, "acme-rules", "acme", RULE.format(name="no-x", code="ZZZ001"))
    install(tmp_path, "bolt-rules", "bolt", RULE.format(name=name, code=code))
    told = run(tmp_path, "okrlint", "rule", "--all", cwd=tmp_path)
    assert told.returncode == 2
    assert told.stderr == (
        f"okrlint: error: rules of bolt-rules (bolt:RULES): {word!r} is also the name or code of "
        "a rule of acme-rules (acme:RULES); change one or leave it out\n"
    )


def test_a_clash_with_okrlint_itself(tmp_path: Path) -> None:
    install(tmp_path, "acme-rules", "acme", RULE.format(name="no-metric", code="ZZZ001"))
    told = run(tmp_path, "okrlint", "rule", "--all", cwd=tmp_path)
    assert told.returncode == 2
    assert "rules of acme-rules (acme:RULES): 'no-metric' is also" in told.stderr
    assert "a rule of okrlint; change one or leave it out" in told.stderr


def test_a_pack_that_cannot_be_imported(tmp_path: Path) -> None:
    install(tmp_path, "acme-rules", "acme", "import nothing_of_that_name\n")
    told = run(tmp_path, "okrlint", "rule", "--all", cwd=tmp_path)
    assert told.returncode == 2
    assert (
        "rules of acme-rules (acme:RULES): cannot be imported (ModuleNotFoundError" in told.stderr
    )
