"""`okrlint rule`: pages and the list."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.registry import load_rules
from tests.support import Outcome

_STAYS_WHOLE = ("|", "<!--", "http", "okrlint --ignore")
"""What no page wraps: tables, comments, addresses, commands."""
Run = Callable[..., Outcome]


def test_a_page_by_name_or_code(okrlint: Run) -> None:
    page = okrlint("rule", "no-metric")
    assert page.code == 0
    assert page.out.startswith("no-metric (KR003)\nKey result states no metric.\n")
    assert "\nFlagged\n" in page.out
    assert "```" not in page.out
    assert okrlint("rule", "kr003") == page


def test_the_list_has_every_rule(okrlint: Run) -> None:
    lines = okrlint("rule", "--all").out.splitlines()
    assert [line.split()[1] for line in lines] == [rule.name for rule in load_rules()]


def test_json_of_all_rules(okrlint: Run) -> None:
    rules = json.loads(okrlint("rule", "--all", "-f", "json").out)
    assert {"name", "code", "summary", "severity", "criterion", "why", "examples", "url"} <= set(
        rules[0]
    )


def test_a_page_of_okrlints_own_needs_no_configuration(okrlint: Run, folder: Path) -> None:
    Path("okrlint.toml").write_text('selct = ["KR"]\n', encoding="utf-8")
    assert okrlint("rule", "no-metric").out.startswith("no-metric (KR003)\n")
    assert okrlint("rule", "no-slang").code == 2


def test_a_page_of_okrlints_own_imports_no_rule() -> None:
    code = (
        "import sys; from okrlint.cli import run; run(['rule', 'KR003']); "
        "sys.exit('okrlint_rules' in sys.modules or 'okrlint.rule' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_an_unknown_rule(okrlint: Run) -> None:
    assert okrlint("rule", "task-lke") == Outcome(
        2, "", "okrlint: error: no rule is called 'task-lke'; did you mean 'task-like'?\n"
    )


def test_neither_name_nor_all(okrlint: Run) -> None:
    outcome = okrlint("rule")
    assert outcome.code == 2
    assert "name one rule" in outcome.err


def test_a_page_fits_a_narrow_terminal(okrlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    for rule in load_rules():
        page = okrlint("rule", rule.name).out
        long = [line for line in page.splitlines() if len(line) > 50]
        assert all(line.lstrip().startswith(_STAYS_WHOLE) for line in long), long


def test_a_page_says_what_the_examples_rest_on(okrlint: Run) -> None:
    assert "  Judged on 2025-09-01:\n    - 200 members" in okrlint("rule", "deadline-passed").out
    assert "  Before:\n    - " in okrlint("rule", "target-lowered").out


def test_a_page_as_markdown(okrlint: Run) -> None:
    page = okrlint("rule", "no-metric", "-f", "markdown").out
    assert page.startswith("# no-metric (KR003)\n\n**Key result states no metric.**")
