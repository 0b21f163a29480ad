"""What a document is for: to set OKRs, to tell how they stand, to show examples."""

from __future__ import annotations

import pytest

from okrlint.model import Nature
from okrlint.outline import parse

OKRS = "\n\n".join(
    f"{{under}}# Objective {n}: Fill hall {n}\n\n- KR1: {n}00 seats sold a week" for n in (1, 2, 3)
)


def nature(title: str, path: str = "hall.md", under: str = "#") -> str | None:
    document = parse(f"{title}\n\n{OKRS.format(under=under)}\n", path)
    assert len(document.objectives) == 3
    return document.nature.value if document.nature else None


@pytest.mark.parametrize(
    "title",
    [
        "# Weekly check-in",
        "# OKR check-in, 12 May 2027",
        "# Concert hall: OKR review Q3 2027",
        "# Weekly OKR update (week 34)",
        "# Status report",
        "# Mid-quarter review",
        "# Retrospective Q2 2027",
        "---\ntitle: Monday Checkin - 2027Q2\n---\n\n# Concert hall",
        "# Concert hall OKRs\n\n## Check-in 4 May",
    ],
)
def test_check_ins(title: str) -> None:
    assert nature(title, under="##") == "check-in"


@pytest.mark.parametrize(
    "title",
    [
        "# OKR examples",
        "# Sample OKRs for concert halls",
        "# Menu of OKRs",
        "# OKR library",
        "# Plan: OKR template",
        "# Quarterly roadmap template",
        "# Case study: OKRs in a concert hall",
    ],
)
def test_examples(title: str) -> None:
    assert nature(title) == "examples"


def test_the_file_name_tells_too() -> None:
    assert nature("# Concert hall OKRs", "2027-05-04-okr-check-in.md") == "check-in"
    assert nature("# Concert hall OKRs", "example-okrs.md") == "examples"


def test_a_guide_without_a_cycle_shows_examples() -> None:
    assert nature("# How to write OKRs") == "examples"
    assert nature("# How we run OKRs in Q3 2027") is None


def test_a_year_in_the_prose_of_a_guide_is_no_cycle_of_its_own() -> None:
    told = "The board wants to go down this road in 2027. So here are some."
    assert nature(f"# Understanding OKRs\n\n{told}") == "examples"
    assert nature(f"# Concert hall OKRs\n\n{told}") is None


def test_a_page_that_speaks_to_its_reader_teaches() -> None:
    you = "Take what helps you, and leave what your team does not need. " * 6
    assert nature(f"# The first weeks of a hall manager\n\n{you}") == "examples"
    assert nature(f"# The first weeks of a hall manager, Q3 2027\n\n{you}") is None
    we = "We took what helps us, and what our teams need. You know. " * 6
    assert nature(f"# The first weeks of a hall manager\n\n{we}") is None


def test_a_template_that_names_a_cycle_is_filled_in() -> None:
    assert nature("# Plan: OKR template") == "examples"
    assert nature("# Plan: OKR template\n\n## Q3 2027 (draft)", under="##") is None


def test_key_results_that_are_mostly_examples() -> None:
    listed = "".join(f"- KR{n}: {n}00 seats sold a week\n" for n in range(1, 5))
    page = f"# Goals\n\n## Objective: Fill the hall\n\n{{}}{listed}\n"
    page += "## Objective: Sing\n\n- KR: 5 songs\n"
    assert parse(page.format("### Examples\n\n")).nature is Nature.EXAMPLES
    assert parse(page.format("### Key results\n\n")).nature is None


@pytest.mark.parametrize(
    "title",
    [
        "# OKRs Q3 2027",
        "# Peer review team: OKRs 2027",
        "# Weekly newsletter OKRs",
        "# Results team OKRs",
        "# Objectives and key results",
        "# Lead by example: OKRs 2027",
        "# OKRs 2027 (draft, under review)",
    ],
)
def test_most_documents_set_okrs(title: str) -> None:
    assert nature(title) is None


def test_a_review_of_a_quarter_is_no_text_about_reviews() -> None:
    okrs = "".join(
        f"### O{at}: {said}\n\n- KR1: 10 loaves left\n- KR2: 4 of 5 guests come again\n\n"
        for at, said in enumerate(("Waste less", "Be the first choice", "Bake at night"), 1)
    )
    document = parse(f"# OKR review, Q3 2027\n\n{okrs}")
    assert document.nature is Nature.CHECK_IN
