"""What is only told behind a statement is no part of it."""

from __future__ import annotations

import pytest

from okrlint.outline import parse
from okrlint.outline.ends import find_ends, load_end_weights

PAGE = """\
# OKRs of the island ferry, Q3 2027

## Objective 1: Nobody misses the last boat

{}
"""


def read(*lines: str) -> list[tuple[str, dict[str, str]]]:
    """The key results of a page with these lines, each with its fields."""
    page = PAGE.format("\n".join(f"- KR{n}: {line}" for n, line in enumerate(lines, 1)))
    return [
        (found.prose.text, {field.name: field.prose.text for field in found.fields})
        for _, found in parse(page, "okrs.md").key_results()
    ]


@pytest.mark.parametrize(
    "page",
    [
        {
            "9 of 10 boats leave on time": " 🟡 (we only did 7 in July)",
            "Two pilots trained": " 🟢 Ona passed in May",
            "400 season tickets sold": " 🔴 (shop closed for three weeks)",
        },
        {
            "Two pilots trained": " — one so far, Ona is still waiting for her papers",
            "Night boat on Fridays": " — skipped twice",
            "60 % of seats filled": " — at 44 %",
        },
        {
            "60 % of seats filled": ". Score 0.4. The storm again.",
            "Two pilots trained": ". Score 1.0. In May.",
            "Night boat on Fridays": ". Score 0.2. Nobody came",
        },
    ],
)
def test_remarks_end_the_statements(page: dict[str, str]) -> None:
    found = read(*(statement + told for statement, told in page.items()))
    assert [statement for statement, _ in found] == [*page]


@pytest.mark.parametrize(
    "line",
    [
        "Waiting time 40 min → 15 min",
        "Tickets sold online (app and web) reach 60 %",
        "Sell 400 season tickets (last year 240)",
        "Boats leave on time in 9 of 10 cases, on Sundays too",
        "Open the new pier - north side first",
        "Survey score of 4.5 or better (scale of 5)",
        "Win market 1",
    ],
)
def test_what_belongs_to_the_statement_stays(line: str) -> None:
    ((found, _),) = read(line)
    assert found == line


def test_what_has_a_name_is_a_field() -> None:
    found = read(
        "Two pilots trained — 0.7, Ona passed in May",
        "400 season tickets sold — 0.3, the shop was closed",
        "Night boat on Fridays — 1.0, full every time",
    )
    assert [fields.get("score") for _, fields in found] == ["0.7", "0.3", "1.0"]
    assert found[0][0] == "Two pilots trained"


def test_of_how_many_is_kept_where_nothing_else_says_how_much() -> None:
    assert [text for text, _ in read("Piers with a ramp — 3/8 so far")] == [
        "Piers with a ramp — 3/8 so far"
    ]


def test_others_that_end_alike_make_an_end_surer() -> None:
    first, *others = ("Two pilots trained", "400 tickets sold", "No late boat", "A night boat")
    told, weights = " – skipped twice", load_end_weights()
    graded = [False] * 4
    alone = find_ends([first + told, *others], weights, graded)
    assert [end is not None for end in alone] == [False] * 4
    alike = find_ends([line + told for line in (first, *others)], weights, graded)
    assert [end is not None for end in alike] == [True] * 4


def test_a_change_behind_a_light_is_none() -> None:
    ((found, _),) = read("Wish lists 0 → 500 🔴")
    assert found == "Wish lists 0 → 500"


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("KR find a second van", "find a second van"),
        ("KR 5 crews outside the harbour use it", "5 crews outside the harbour use it"),
        ("KR 7.9 -> 3 late boats a week", "7.9 -> 3 late boats a week"),
        ("KR adoption among crews reaches 80 %", "KR adoption among crews reaches 80 %"),
    ],
)
def test_kr_without_a_number_of_its_own(line: str, statement: str) -> None:
    page = f"# OKRs Q3 2027\n\n## Obj A Boats on time\n\n- {line}\n- KR: No late boat\n"
    (objective,) = parse(page, "okrs.md").objectives
    assert objective.prose.text == "Boats on time"
    assert objective.key_results[0].prose.text == statement


@pytest.mark.parametrize(
    "heading",
    ["What did we learn", "How we'll go about it:", "Retro Q2 2027", "Action items", "Lowlights"],
)
def test_what_looks_back_or_says_how_holds_no_key_results(heading: str) -> None:
    lines = "- KR: Night boat on Fridays\n- KR: 400 season tickets sold"
    aside = f"## {heading}\n\n- two boats is too few\n- 3 crews asked for a map\n"
    (objective,) = parse(PAGE.format(lines) + "\n" + aside, "okrs.md").objectives
    assert len(objective.key_results) == 2


def test_a_plain_name_of_an_aside_over_a_list() -> None:
    lines = "- 400 season tickets sold\n- No late boat\n\nInitiatives\n\n- Ask Ona\n- 2 new signs"
    (objective,) = parse(PAGE.format(lines), "okrs.md").objectives
    assert len(objective.key_results) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ("**0.4** Two pilots trained", "**1.0** No late boat", "**0.7** A night boat"),
        ("[0.4] Two pilots trained", "[1.0] No late boat", "[0.7] A night boat"),
        ("(0.4) Two pilots trained", "(1.0) No late boat", "(0.7) A night boat"),
        ("0.4 - Two pilots trained", "1.0 - No late boat", "0.7 - A night boat"),
    ],
)
def test_a_score_before_a_statement(lines: tuple[str, ...]) -> None:
    page = PAGE.format("\n".join(f"- {line}" for line in lines))
    found = [k for _, k in parse(page, "okrs.md").key_results()]
    assert [k.prose.text for k in found] == ["Two pilots trained", "No late boat", "A night boat"]
    assert [f.prose.text for k in found for f in k.fields] == ["0.4", "1.0", "0.7"]
    assert [k.label for k in found] == [None] * 3


def test_numbers_that_count_up_are_labels() -> None:
    page = PAGE.format("- 0.1 Two pilots trained\n- 0.2 No late boat\n- 0.3 A night boat")
    assert [k.label for _, k in parse(page, "okrs.md").key_results()] == ["0.1", "0.2", "0.3"]


def test_where_a_statement_is_graded_more_is_told_of_it() -> None:
    lines = ("Two pilots trained", "400 tickets sold", "No late boat", "A night boat")
    told, weights = ". Ona passed in May", load_end_weights()
    found = [
        sum(end is not None for end in find_ends([line + told for line in lines], weights, graded))
        for graded in ([False] * 4, [True] * 4)
    ]
    assert found[0] <= found[1] == 4


def test_a_share_behind_an_arrow_goes_on_from_one() -> None:
    rows = "\n".join(f"| {n} | Boats on time: 9{n} % → 98 % | On track |" for n in range(1, 4))
    page = PAGE.format(f"| KR | Key result | Status |\n|---|---|---|\n{rows}")
    found = [k.prose.text for _, k in parse(page, "okrs.md").key_results()]
    assert found == [f"Boats on time: 9{n} % → 98 %" for n in range(1, 4)]


def test_numbers_of_several_teams_are_labels() -> None:
    """Each team counts anew, and one number is left out."""
    teams = ("- 1.1 Two pilots trained\n- 1.2 No late boat\n- 1.4 A night boat", "- 1.1 40 guests")
    page = "# OKRs Q3 2027\n" + "".join(f"\n## Objective: Calm piers\n\n{t}\n" for t in teams)
    labels = [k.label for _, k in parse(page, "okrs.md").key_results()]
    assert labels == ["1.1", "1.2", "1.4", "1.1"]


@pytest.mark.parametrize(
    "statements",
    [
        (
            "Share of pilots who pass is at least 0.75",
            "Raise the score of the buoys from 0.71 to more than 0.82",
            "Two crews grade 300 logs and reach a kappa of 0.8",
        ),
        ("Plan the summer trip with [[Ona]]", "Cancel what is on [[the old list]]"),
    ],
)
def test_no_statement_ends_with_a_word_that_needs_another(statements: tuple[str, ...]) -> None:
    assert tuple(text for text, _ in read(*statements)) == statements
