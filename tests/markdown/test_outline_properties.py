"""What holds for any text: reading never fails, and statements stand where they are said to."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.model import Document, KeyResult, Labels, Objective
from okrlint.outline import parse

WORDS = st.sampled_from(
    [
        "Raise NPS to 40",
        "churn",
        "P0",
        "TBD",
        "**bold**",
        "`code`",
        "[a](b)",
        "~~gone~~",
        "é🚀",
        "&amp;",
    ]
)
LABELS = st.sampled_from(
    (
        *("", "O1: ", "KR 1.2 - ", "**Objective:** ", "Key results:", "Key result 1", "Objectives"),
        *("Notes: ", "Owner: ", "[P0] ", "Mission: ", "OKRs Q3 2025 ", "Goal 2: ", "(5/10) "),
        *("> ", "Template "),
    )
)
STARTS = st.sampled_from(
    [
        "",
        "# ",
        "## ",
        "### ",
        "- ",
        "  - ",
        "\t* ",
        "1. ",
        "- [ ] ",
        "> ",
        "| ",
        "<td>",
        "<li>",
        "---",
        "```",
    ]
)
ENDS = st.sampled_from(
    ["", " |", " | x | 3 |", "  ", "\n", ":", " => Done", " (7/10)", " @ann", "<br>"]
)
LINES = st.builds(lambda *parts: "".join(parts), STARTS, LABELS, WORDS, ENDS)
PAGES = st.lists(LINES, max_size=14).map("\n".join)


def statements(document: Document) -> list[Objective | KeyResult]:
    return [*document.objectives, *(result for _, result in document.key_results())]


@given(PAGES | st.text(max_size=200))
@settings(max_examples=250, deadline=None)
def test_any_text_is_read(source: str) -> None:
    document = parse(source, "okrs.md")
    seen: set[int] = set()
    for statement in statements(document):
        prose = statement.prose
        assert prose.text.strip() == prose.text != ""
        assert "\n" not in prose.text
        assert list(prose.starts) == sorted(prose.starts)
        assert 0 <= prose.span.start < prose.span.end <= len(source)
        assert not seen.intersection(range(prose.span.start, prose.span.end))
        seen.update(range(prose.span.start, prose.span.end))
    for place in document.unread:
        assert 0 <= place.span.start <= place.span.end <= len(source)
        assert place.reason


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.sampled_from(["-", "*", "+"]))
@settings(max_examples=40, deadline=None)
def test_every_labelled_key_result_is_found_under_its_objective(
    sizes: list[int], bullet: str
) -> None:
    rows = ["# OKRs"]
    for at, size in enumerate(sizes, 1):
        rows += ["", f"## Objective {at}: Win market {at}", ""]
        rows += [
            f"{bullet} KR{at}.{k}: Reach {k}0 customers in market {at}" for k in range(1, size + 1)
        ]
    document = parse("\n".join(rows))
    assert [len(objective.key_results) for objective in document.objectives] == sizes
    for at, objective in enumerate(document.objectives, 1):
        assert all(result.prose.text.endswith(f"market {at}") for result in objective.key_results)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_word_may_be_a_label(word: str) -> None:
    assert isinstance(parse(f"# OKRs\n\n- {word} 1: a\n", "", Labels((word,), (word,))), Document)


def test_text_before_the_first_word_is_cut_off() -> None:
    source = "# OKRs\n\n- **KR1** — 🎯 Raise *NPS* to 40 (Owner: @ann) ✅\n"
    (result,) = parse(source).orphans
    assert result.prose.text == "Raise NPS to 40"
    assert source[result.prose.span.start : result.prose.span.end] == "Raise *NPS* to 40"
    assert re.fullmatch("@ann", result.fields[0].prose.text)
