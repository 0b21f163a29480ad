"""Titles that name a team, and titles of texts about OKRs: the words are often the same."""

from __future__ import annotations

import pytest

from okrlint import Nature
from okrlint.outline import parse

OKRS = "\n\n## Objective 1: Fill the hall\n\n- KR1: 400 guests a night\n- KR2: Fire drill held\n"


@pytest.mark.parametrize(
    "title",
    ["Learning & Development OKRs", "Learning and outreach OKRs", "Running club OKRs"],
)
def test_a_team_may_be_called_like_a_guide(title: str) -> None:
    document = parse(f"# {title}{OKRS}", "a.md")
    assert [o.prose.text for o in document.objectives] == ["Fill the hall"]
    assert document.nature is None


@pytest.mark.parametrize(
    "title", ["Writing OKRs", "Setting and grading OKRs", "How to set team OKRs"]
)
def test_a_guide_with_an_example_is_nobodys(title: str) -> None:
    """The example may be checked like any other, but no rule speaks of the set as a whole."""
    document = parse(f"# {title}{OKRS}", "a.md")
    assert not document.has_okrs or document.nature is Nature.EXAMPLES


@pytest.mark.parametrize(
    ("title", "nature"),
    [
        ("Check-in squad OKRs Q3 2026", None),
        ("Monthly Reports team: OKRs Q3 2026", None),
        ("Team check-in", Nature.CHECK_IN),
        ("Weekly team update", Nature.CHECK_IN),
    ],
)
def test_nature_of_titles_with_a_team(title: str, nature: Nature | None) -> None:
    assert parse(f"# {title}{OKRS}", "a.md").nature is nature


def test_okrs_shown_as_examples_are_told_so() -> None:
    text = f"# OKRs Q3 2026\n\n## Example team{OKRS.replace('##', '###')}"
    assert parse(text, "a.md").nature is Nature.EXAMPLES
