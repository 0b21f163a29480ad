"""`okrlint new-rule`: what it writes works as it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.config import forget_settings
from okrlint.declared import KINDS
from tests.support import Outcome

Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    forget_settings()


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_without_code(okrlint: Run, kind: str) -> None:
    made = okrlint("new-rule", "our-rule", "--kind", kind)
    assert made.code == 0
    assert made.err.splitlines() == [
        "okrlint: wrote our-rule.toml",
        "okrlint: wrote okrlint.toml, which names it",
        "okrlint: try it: okrlint test our-rule",
    ]
    assert f'kind = "{kind}"' in Path("our-rule.toml").read_text(encoding="utf-8")
    assert okrlint("test", "our-rule").err == "okrlint: 2 examples of 1 rule, 0 failed\n"


def test_a_rule_in_python(okrlint: Run) -> None:
    assert okrlint("new-rule", "no-meetings", "--python").code == 0
    assert "class NoMeetings" in Path("no_meetings.py").read_text(encoding="utf-8")
    tested = okrlint("test", "--allow-rule-files", "no-meetings")
    assert tested.err == "okrlint: 2 examples of 1 rule, 0 failed\n"
    assert "no-meetings" in okrlint("rule", "--all", "--allow-rule-files").out


def test_a_configuration_that_stands_there_is_left_alone(okrlint: Run) -> None:
    Path("pyproject.toml").write_text('[tool.okrlint]\nselect = ["KR"]\n', encoding="utf-8")
    made = okrlint("new-rule", "our-rule")
    assert (
        'add it to the list `extends` of pyproject.toml: extends = [..., "our-rule.toml"]'
        in made.err
    )
    assert not Path("okrlint.toml").exists()


def test_nothing_is_overwritten(okrlint: Run) -> None:
    Path("our-rule.toml").write_text("# mine\n", encoding="utf-8")
    made = okrlint("new-rule", "our-rule")
    assert made.code == 2
    assert "our-rule.toml: is there already, nothing was written" in made.err
    assert Path("our-rule.toml").read_text(encoding="utf-8") == "# mine\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Our Rule", "'Our Rule' is no name for a rule; write it as \"no-slang\""),
        ("no-metric", "'no-metric' is the name of a rule that there is (KR003)"),
    ],
)
def test_names_that_cannot_be(okrlint: Run, name: str, said: str) -> None:
    made = okrlint("new-rule", name)
    assert made.code == 2
    assert said in made.err
