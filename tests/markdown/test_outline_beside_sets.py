"""What stands before, behind and over the key results of an objective that is called so."""

from __future__ import annotations

from okrlint.model import Document
from okrlint.outline import parse

SET = """## Objective 1: Boats leave when they should

- KR1: 96 % of sailings leave within 3 minutes
- KR2: Cancelled sailings fall from 30 to 5
"""


def outline(document: Document) -> list[tuple[str | None, str, list[str]]]:
    return [
        (one.label, one.prose.text, [key_result.prose.text for key_result in one.key_results])
        for one in document.objectives
    ]


FIRST = (
    "Objective 1",
    "Boats leave when they should",
    ["96 % of sailings leave within 3 minutes", "Cancelled sailings fall from 30 to 5"],
)


def test_a_list_right_under_an_objective_is_its_own_where_it_has_no_other() -> None:
    bullets = "- A kiosk on the pier\n- Signs in two languages\n- Something about bicycles\n"
    document = parse(f"# Ferry OKRs Q3 2027\n\n{SET}\n## Objective 2: Find the pier\n\n{bullets}")
    assert outline(document)[0] == FIRST
    assert len(outline(document)[1][2]) == 3


def test_rules_before_the_first_objective_are_none() -> None:
    rules = "As last year:\n\n- graded 0.0 to 1.0 on the last Monday\n- 0.7 is a good result\n"
    document = parse(f"# Ferry OKRs Q3 2027\n\n{rules}\n{SET}")
    assert outline(document) == [FIRST]
    assert not document.orphans


def test_lines_behind_a_list_of_key_results_are_none() -> None:
    page = """# Ferry OKRs Q3 2027

**O: Boats leave when they should**

1. 96 % of sailings leave within 3 minutes
2. Cancelled sailings fall from 30 to 5

whoever has the key of the shed brings it back by 9.

we meet on Tuesdays from 6 to 8, the list of 12 parts is in the shed
"""
    assert [found for *_, found in outline(parse(page))] == [FIRST[2]]


def test_a_name_over_a_statement_gives_its_label() -> None:
    page = """# Ferry OKRs 2027

## Objective 1: Sailing {#objective-1:-sailing}

**Boats leave when they should, in any weather**

- KR1: 96 % of sailings leave within 3 minutes

## Objective 2: Crews {#objective-2:-crews}

**Deckhands want to sail with us again**

- KR1: 9 of 10 sign on again
"""
    assert outline(parse(page)) == [
        ("Objective 1", "Boats leave when they should, in any weather", [FIRST[2][0]]),
        ("Objective 2", "Deckhands want to sail with us again", ["9 of 10 sign on again"]),
    ]


def test_letters_are_labels() -> None:
    page = SET.replace("Objective 1:", "Objective A.")
    (objective,) = parse(f"# Ferry OKRs 2027\n\n{page}").objectives
    assert (objective.label, objective.prose.text) == ("Objective A", FIRST[1])


def test_a_number_in_two_parts_is_an_amount_where_most_beside_it_have_none() -> None:
    page = SET.replace("KR1: ", "").replace("KR2: ", "")
    page += "- 4.7 stars on the map, in both towns\n- 1.2 million euro of fares\n"
    (objective,) = parse(f"# Ferry OKRs 2027\n\n{page}").objectives
    texts = [one.prose.text for one in objective.key_results]
    assert texts[-2:] == ["4.7 stars on the map, in both towns", "1.2 million euro of fares"]


def test_contents_of_a_word_processor_are_no_objectives() -> None:
    contents = "[Objective 1: Sailing\t1](#objective-1)\n\n[Objective 2: Crews\t2](#objective-2)\n"
    assert outline(parse(f"# Ferry OKRs 2027\n\n{contents}\n{SET}")) == [FIRST]


def test_what_is_shown_as_bad_is_nobodys() -> None:
    bad = "### ❌ A bad one\n\n- Objective: Do more\n- KR: Buy a boat\n- KR: Paint a boat\n"
    page = f"# OKRs Q3 2027\n\n{SET}\n{bad}"
    assert outline(parse(page)) == [FIRST]
