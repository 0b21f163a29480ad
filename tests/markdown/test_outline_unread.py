"""What looks like OKRs and cannot be read is said; what is none stays unsaid."""

from __future__ import annotations

import pytest

from okrlint import Settings, lint_text
from okrlint.outline import parse

HTML = (
    "<table><tr><td>Boats leave on time</td><td>Delays fall from 30% to 10%</td></tr>"
    "<tr><td></td><td>Radio checks every morning</td></tr></table>\n"
)


def test_a_small_table_without_a_header_is_never_silent() -> None:
    document = parse(f"# OKRs Q2 2027\n\n{HTML}")
    assert document.objectives or document.unread


def reasons(source: str) -> list[str]:
    return [unread.reason for unread in parse(source).unread if unread.certainty == 1]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("# OKRs Q2 2027\n\n![Ours](okrs.png)\n", "picture"),
        ('# OKRs Q2 2027\n\n<img src="okrs.png">\n', "picture"),
        ("# Team\n\n## OKRs Q2 2027\n\nHere they are.\n\n![[okrs.png]]\n", "picture"),
        ("# Ferry OKRs\n\n## Objectives\n\n![](o.png)\n\n## Key results\n\n![](k.png)\n", "no key"),
        ("# OKRs Q2 2027\n\nSee the slides.\n", "elsewhere"),
        (
            "# Team\n\n## OKRs Q2 2027\n\nThe OKRs are in [the board](https://example.org).\n",
            "else",
        ),
        ("# OKRs Q2 2027\n\n## Objective 1\n\nSee slide 4.\n", "only what stands here"),
        ("# Ferry Q2 2027\n\n## Objectives\n\n![](o.png)\n\n## Key results\n", "no key results"),
        ("# OKRs Q2 2027\n\n| Objective | Key results |\n|---|---|\n", "no rows"),
        ("# OKRs Q2 2027\n\n## Objective 1: Swim\n\n| Key result |\n|---|\n", "no rows"),
    ],
)
def test_unread_is_said(source: str, said: str) -> None:
    found = reasons(source)
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    "source",
    [
        "# OKR tracker\n\n![Screenshot](shot.png)\n\nA tool for teams.\n",
        "# Handbook\n\n## OKRs\n\nSee the wiki.\n",
        "# Handbook\n\n![Logo](logo.png)\n\n## OKR calendar 2027\n\n- Kick-off\n",
        "# Ferry study 2027\n\n## Objectives\n\nLearn.\n\n## Key results\n\n![](plot.png)\n",
        "# Prices 2027\n\n| Key | Target |\n|---|---|\n",
        "# OKRs Q2 2027\n\n## Objective: Swim\n\n- KR: 20 lengths\n\n![A pool](pool.png)\n",
    ],
)
def test_nothing_to_say(source: str) -> None:
    assert reasons(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "# What are OKRs?\n\nA way to agree on what matters.\n",
        "# Diary\n\n```\nObjective: Swim more\nKey results:\n- 20 lengths\n```\n",
        "# Handbook\n\n## OKRs\n\nSee the wiki.\n",
    ],
)
def test_a_page_that_names_okrs_is_never_silent(source: str) -> None:
    document = parse(source)
    assert not document.has_okrs
    assert [0 < unread.certainty < 0.5 for unread in document.unread] == [True]


@pytest.mark.parametrize("words", ["See the roof leak twice a year", "See 40 boats on slide days"])
def test_a_statement_is_no_pointer(words: str) -> None:
    document = parse(f"# OKRs Q2 2027\n\n- Objective: Know the harbour\n  - KR: {words}\n")
    assert document.objectives[0].key_results[0].prose.text == words


def test_an_objective_to_be_written_is_said_and_its_key_results_are_nobodys() -> None:
    document = parse(
        "# OKRs Q2 2027\n\n## Objective 1: Boats leave on time\n\n- KR 1: Delays fall to 4 %\n\n"
        "## Objective 2: TBD\n\n- KR 1: 9 radios on every boat\n"
    )
    assert [len(objective.key_results) for objective in document.objectives] == [1]
    assert [one.prose.text for one in document.orphans] == ["9 radios on every boat"]
    assert "placeholder" in document.unread[0].reason


def test_definition_lists_are_lists_and_glossaries_none() -> None:
    text = (
        "# OKRs Q2 2027\n\nObjective: Boats leave on time\n: Delays fall to 4 %\n: 9 radios work\n"
    )
    (objective,) = parse(text).objectives
    assert objective.prose.text == "Boats leave on time"
    assert [one.prose.text for one in objective.key_results] == [
        "Delays fall to 4 %",
        "9 radios work",
    ]
    glossary = "# Our words\n\nObjective\n: Where we want to be.\n\nKey result\n: How we see it.\n"
    assert not parse(glossary).objectives


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Boats leave on time", "Crews come back"),
        ("**Boats leave on time**", "**Crews come back**"),
        ("Objective: Boats leave on time", "Crews come back to us year after year"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_a_definition_list_defines_is_of_one_kind(first: str, second: str, gap: str) -> None:
    lists = (
        f"{first}{gap}: Delays fall to 4 %{gap}: 9 radios work\n",
        f"{second}{gap}: 8 of 9 stay",
    )
    document = parse("# OKRs Q2 2027\n\n" + "\n".join(lists) + f"{gap}: Sick days fall to 3\n")
    assert [len(one.key_results) for one in document.objectives] == [2, 2]
    assert document.objectives[1].prose.text == second.strip("*")


def test_a_term_without_key_results_is_no_objective() -> None:
    text = "# OKRs Q2 2027\n\nObjective: Boats leave on time\n: KR 1: Delays fall to 4 %\n\n"
    (only,) = parse(text + "Delay\n: what the timetable does not foresee\n").objectives
    assert only.prose.text == "Boats leave on time"


FORM = "# OKRs Q2 2027\n\n## Objective 1:\n\n- KR1:\n- KR2:\n\n## Objective 2:\n\n- KR1:\n"


def test_blanks_are_told_apart_from_what_cannot_be_read() -> None:
    assert len(parse(FORM).unread) > 3
    assert all(place.blank for place in parse(FORM).unread)
    (picture,) = parse("# OKRs Q2 2027\n\n![Ours](okrs.png)\n").unread
    assert not picture.blank


def test_a_form_is_said_once() -> None:
    (finding,) = lint_text(FORM, "okrs.md", Settings(select=("unread-okrs",))).findings
    others = len(parse(FORM).unread) - 1
    assert f"; {others} others are as empty: a form that is not filled in" in finding.message
    two = "# OKRs Q2 2027\n\n## Objective 1:\n\n## Objective 2:\n"
    (finding,) = lint_text(two, "okrs.md", Settings(select=("unread-okrs",))).findings
    assert "another place is as empty" in finding.message


SAID = "# {title}\n\n## Objective: Swim\n\n- KR: 20 lengths\n\n{form}\n"
TABLE = "| Key result | Target |\n|---|---|\n| [what] | |\n"
GRID = "| Date | KR #1 | KR #2 |\n|---|---|---|\n| 5 May | | |\n"
LEGEND = "It is built so:\n\n**Objective X: [title]**\n\n- **Key result Y: [goal]**\n"


@pytest.mark.parametrize(
    ("title", "form", "told"),
    [
        ("Pool OKRs Q2 2027", TABLE, 1),
        ("OKR examples", TABLE, 0),
        ("Pool OKRs Q2 2027", GRID, 0),
        ("Pool OKRs Q2 2027", LEGEND, 0),
    ],
)
def test_forms_that_nobody_is_to_fill_in(title: str, form: str, told: int) -> None:
    text = SAID.format(title=title, form=form)
    found = lint_text(text, "okrs.md", Settings(select=("unread-okrs",))).findings
    assert len(found) == told


@pytest.mark.parametrize("words", ["Describe the result here", "Insert your key result"])
def test_an_order_to_fill_in_the_form_is_a_blank(words: str) -> None:
    document = parse(f"# OKRs Q2 2027\n\n## Objective: Swim\n\n- KR 1: 9 lanes\n- KR 2: {words}\n")
    assert [one.prose.text for one in document.objectives[0].key_results] == ["9 lanes"]
    assert [place.blank for place in document.unread] == [True]


def test_what_may_be_one_more_key_result_is_told_to_whom_asks() -> None:
    page = (
        "# OKRs Q3 2027\n\n## Objective: Calm piers\n\n- KR1: 9 boats on time\n- KR2: No fall\n\n"
        "The weather was fine\n\nOpen the second gate\n"
    )
    (found,) = parse(page).unread
    assert (found.span.start, found.certainty) == (page.index("Open"), 0.3)
    assert "label it if it is one more" in found.reason


def test_the_entries_of_a_table_of_contents_are_no_empty_labels() -> None:
    entries = "".join(f"- [Objective {n}](#objective-{n})\n" for n in (1, 2))
    sections = [
        f"## Objective {n}\n\n{words}\n\n- **KR {n}.1:** {krs}\n- **KR {n}.2:** No late boat\n"
        for n, words, krs in ((1, "Boats on time", "Delays under 9 min"), (2, "Calm", "2 calls"))
    ]
    document = parse(f"# Ferry OKRs 2027\n\n{entries}\n" + "\n".join(sections))
    assert [o.prose.text for o in document.objectives] == ["Boats on time", "Calm"]
    assert document.unread == ()
