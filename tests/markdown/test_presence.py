"""The cheap look: never a no for a document that holds OKRs."""

from __future__ import annotations

import pytest

from okrlint.budget import limited
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Labels

SIGNED = [
    "# OKRs\n",
    "our okr's for spring",
    "OKR1 Grow",
    "2024_okrs",
    "## Objectives",
    "**O**bjective 1: Bake better",
    "Obj. 2: Bake better",
    "Key results",
    "key-result-1: x",
    "Key\nResults",
    "Key **Results**",
    "Key&nbsp;Results",
    "<b>Key</b><br>Results",
    "KR1: x",
    "- **KR** 2",
    "KRs",
    "O1: Bake better",
    "O #2 Bake better",
    "**O**1",
    "O: Bake better",
    "> - **O**: Bake better",
    "O - Bake better",
    "| o) | bread |",
]
UNSIGNED = [
    "",
    "# Change log\n\n- Fixed the oven door\n",
    "Turn the key. The result: warm bread.",
    "Tokens and brokers: 30",
    "Go to 5 shops; or 2: your choice.",
    "monkeys resulted",
]


@pytest.mark.parametrize("text", SIGNED)
def test_words_and_labels_are_signs(text: str) -> None:
    assert has_okr_signs(text)
    assert has_okr_signs("# Bread\n\nSome words.\n" + text)


@pytest.mark.parametrize("text", ["KEY RE\u017fULTS", "\u212aey results", "objectIVE", "2_Obj."])
def test_letters_of_another_case_are_the_same(text: str) -> None:
    assert has_okr_signs(text)


@pytest.mark.parametrize("text", UNSIGNED)
def test_ordinary_text_has_no_signs(text: str) -> None:
    assert not has_okr_signs(text)


@pytest.mark.parametrize(
    "path",
    ["okr.md", "2019-q1-okrs.md", "team/OKRs/2020.md", "okr_bakery.md", "key-results.md"],
)
def test_the_path_is_a_sign(path: str) -> None:
    assert has_okr_signs("- Sell 90 loaves a day", path)


@pytest.mark.parametrize("path", ["", "-", "docs/bread.md", "smokra.md"])
def test_other_paths_are_not(path: str) -> None:
    assert not has_okr_signs("- Sell 90 loaves a day", path)


def test_own_labels_are_signs() -> None:
    labels = Labels(objective=("Ziel",), key_result=("Success measure",))
    assert has_okr_signs("# Ziele 2025", labels=labels)
    assert has_okr_signs("Success\n**measure** 1", labels=labels)
    assert not has_okr_signs("Bread", labels=labels)
    assert not has_okr_signs("# Ziele 2025")
    assert not has_okr_signs("Bread", labels=Labels(objective=("", "  ", "**")))


@pytest.mark.parametrize(
    "piece", ["key ", "o ", "<a>", "key<a>", "o<", " \n", "-", "- * - ", "&#32;", "key&amp;"]
)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    with limited(20):  # seconds of the processor, so that a busy machine does not matter
        has_okr_signs(piece * 25_000)
