"""`okrlint outline --why`: what each part was taken for, and the signs that weighed most."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from okrlint.outline.decode import LABELS, Links
from okrlint.outline.sign_words import say_sign, say_whole
from okrlint.outline.weights import Weights, load_weights
from okrlint.outline.why import explain
from okrlint.report.outline_why import render_why
from tests.support import Outcome

Run = Callable[..., Outcome]

TEXT = """\
# Orchard OKRs Q3 2027

We meet on Mondays.

## Objective 1: Lose fewer apples

- KR 1: Rotten crates fall from 9 to 2 a week

**Notes**

- The press was broken in May
"""
"""Another fit of the weights changes the figures below, not what these parts are."""


def _without_figures(text: str) -> str:
    """Without the reasons, and without how surely: another fit of the weights changes those."""
    lines = [line for line in text.splitlines() if not re.match(r" {4}|  (?:for|against) ", line)]
    cut = (re.sub(r", (?:[a-z]+ )?sure: .*", ", sure", line) for line in lines)
    return "\n".join(re.sub(r"\([\d.]+ %", "(N %", line) for line in cut) + "\n"


def test_the_command(okrlint: Run, folder: Path) -> None:
    Path("orchard.md").write_text(TEXT, encoding="utf-8")
    found = okrlint("outline", "--why", "orchard.md")
    assert (found.code, found.err) == (0, "")
    assert _without_figures(found.out) == (
        "orchard.md\n"
        "held to contain OKRs (N % likely that it does)\n"
        "\n"
        'line 1  heading  "Orchard OKRs Q3 2027"\n'
        "  something that objectives stand under, sure\n"
        "\n"
        'line 3  line  "We meet on Mondays."\n'
        "  no part of the OKRs, sure\n"
        "\n"
        'line 5  heading  "Objective 1: Lose fewer apples"\n'
        "  an objective: its own label says so\n"
        "\n"
        'line 7  list item  "KR 1: Rotten crates fall from 9 to 2 a week"\n'
        "  a key result: its own label says so\n"
        "\n"
        'line 9  line  "Notes"\n'
        "  a note, a task or the like, beside the OKRs, sure\n"
        "\n"
        'line 11  list item  "The press was broken in May"\n'
        "  a note, a task or the like, beside the OKRs, sure\n"
    )
    assert 'a name such as "Notes" or "Initiatives"' in found.out
    assert max(map(len, found.out.splitlines())) <= 88


def test_the_page_shows_what_is_true(okrlint: Run, folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "markdown.md").read_text(encoding="utf-8")
    part = page.partition("## Why it reads so")[2].partition("\n## ")[0]
    lines = part.partition("```")[0].split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("    "))
    last = max(at for at, line in enumerate(lines) if line.startswith("    "))
    source = "".join(line[4:] + "\n" for line in lines[first : last + 1])
    Path("okrs.md").write_text(source, encoding="utf-8")
    shown = part.partition("okrs.md:6\n")[2].partition("```")[0]
    found = okrlint("outline", "--why", "okrs.md:6").out
    assert _without_figures(found) == _without_figures(shown)


def _row(**weights: float) -> np.ndarray:
    return np.array([weights.get(label.replace(" ", "_"), 0.0) for label in LABELS])


def test_the_shares_of_a_margin() -> None:
    """Two fifths of a score are the unit's own, three the mean of the two items that look alike."""
    weights = Weights(
        signs={
            "always": _row(other=0.5),
            "has:figure": _row(key_result=3.0),
            "item/has:figure": _row(key_result=1.0),
            "list:bullet": _row(other=0.25),
            "kind:heading1": _row(objective=2.0),
        },
        links=Links({}, {}),
        holds={"always": -0.5, "several objectives": 9.0, "step:0": 1.5, "path:okr": -0.25},
    )
    why = explain(
        "# Rye bread\n\n- Sell 40 pies\n- Sing\n<!-- OKRs -->\n", "okr.md", weights=weights
    )
    assert render_why(why) == (
        "okr.md\n"
        "held to contain OKRs (67.9 % likely that it does)\n"
        "  for      +1.50  objectives and key results were found at once\n"
        "  against  -0.25  the name of the file or folder says OKRs\n"
        "\n"
        'line 1  heading  "Rye bread"\n'
        "  an objective, somewhat sure: 1.50 ahead of the next guess, no part of the OKRs\n"
        "  for      +2.00  is a heading of level 1\n"
        "\n"
        'line 3  list item  "Sell 40 pies"\n'
        "  a key result, fairly sure: 2.05 ahead of the next guess, no part of the OKRs\n"
        "  for      +2.80  holds a figure\n"
        "  against  -0.25  stands in a list with bullets\n"
        "\n"
        'line 4  list item  "Sing"\n'
        "  a key result, hardly sure: 0.45 ahead of the next guess, no part of the OKRs\n"
        "  for      +1.20  holds a figure (others that look like it)\n"
        "  against  -0.25  stands in a list with bullets\n"
    )


def test_what_the_place_decided() -> None:
    under = np.zeros((len(LABELS), len(LABELS)))
    under[LABELS.index("objective"), LABELS.index("detail")] = 9.0
    weights = Weights(
        signs={
            "kind:heading1": _row(objective=2.0),
            "has:figure": _row(key_result=1.0, detail=-0.5),
        },
        links=Links({"heading>item": under}, {}),
        holds={"always": -2.0},
    )
    why = explain("# Rye bread\n\n- Sell 40 pies\n", "okr.md", weights=weights)
    assert render_why(why).splitlines()[1:] == [
        "not held to contain OKRs (0.0 % likely that it does)",
        "",
        'line 1  heading  "Rye bread"',
        "  would be an objective, fairly sure: 2.00 ahead of the next guess, a key result",
        "  for      +2.00  is a heading of level 1",
        "",
        'line 3  list item  "Sell 40 pies"',
        "  would be a detail of the statement above it, by what stands above and beside it; its",
        "    own signs rather say: a key result, by 1.50",
        "  against  -1.50  holds a figure",
    ]


def test_what_is_left_out() -> None:
    """The items are wanted as key results; the one without words cannot be one."""
    weights = Weights(
        signs={"kind:heading1": _row(objective=2.0), "kind:item1": _row(key_result=7.0)},
        links=Links({}, {}),
        holds={},
    )
    why = explain("# Rye bread\n\n- Sell 40 pies\n- \u2026\n", "okr.md", weights=weights)
    assert [(t.line, t.label, t.left_out) for t in why.taken] == [
        (1, "objective", False),
        (3, "key result", False),
        (4, "results", False),
    ]


def test_one_line(okrlint: Run, folder: Path) -> None:
    Path("orchard.md").write_text(TEXT, encoding="utf-8")
    found = okrlint("outline", "--why", "orchard.md:5", "./orchard.md:7")
    assert re.findall(r"^line \d+", found.out, re.MULTILINE) == ["line 5", "line 7"]
    blank = okrlint("outline", "--why", "orchard.md:4")
    assert blank.code == 0
    assert blank.out.endswith("\n\nnothing stands there that could be part of OKRs\n")
    whole = okrlint("outline", "--why", "orchard.md:5", "orchard.md")
    assert whole == okrlint("outline", "--why", "orchard.md")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("good.md:99", "good.md: there is no line 99; the last one is 18"),
        ("good.md:0", "good.md: there is no line 0; the last one is 18"),
        (".:3", ".:3: a line of a folder was asked for; name a file"),
        ("none.md:3", "none.md: no such file or folder; check the path"),
    ],
)
def test_a_line_that_is_not_there(okrlint: Run, folder: Path, asked: str, said: str) -> None:
    assert okrlint("outline", "--why", asked) == Outcome(2, "", f"okrlint: error: {said}\n")


def test_a_file_with_a_colon_and_a_file_without_okrs(okrlint: Run, folder: Path) -> None:
    Path("notes.md:3").write_text("# Lunch\n\nSoup.\n", encoding="utf-8")
    assert okrlint("outline", "--why", "notes.md:3") == Outcome(
        0,
        "notes.md:3\nnot held to contain OKRs: no word or label of OKRs is in it or in its path\n",
        "",
    )


def test_json(okrlint: Run, folder: Path) -> None:
    (found,) = json.loads(okrlint("outline", "--why", "-f", "json", "good.md:5", "good.md:1").out)
    assert (found["path"], found["considered"], found["held"]) == ("good.md", True, True)
    assert found["likelihood"] > 0.5
    assert all(reason["weight"] > 0 for reason in found["for"])
    title, objective = found["parts"]
    assert objective == {
        "line": 5,
        "end_line": 5,
        "place": None,
        "kind": "heading",
        "text": "Objective 1: Be the bakery that the quarter talks about",
        "taken_for": "objective",
        "rather_than": objective["rather_than"],
        "margin": None,
        "left_out": False,
        "for": [],
        "against": [],
    }
    assert title["taken_for"] == "theme"
    assert 1 <= len(title["for"]) <= 3


def test_a_document_cannot_act_in_a_terminal_or_log(okrlint: Run, folder: Path) -> None:
    words = "x" * 60 + " ::error:: \x1b[2J ##[error] " + "y" * 60
    Path("bad-words.md").write_text(f"# OKRs\n\n- {words} ::error::x\n", encoding="utf-8")
    out = okrlint("outline", "--why", "bad-words.md").out
    assert "\x1b" not in out
    assert "##[" not in out
    assert not re.search(r"^\s*::", out, re.MULTILINE)


def test_every_sign_that_weighs_can_be_said() -> None:
    """A new family of signs needs a line in okrlint/outline/data/sign_words.txt."""
    weights = load_weights()
    assert {name for name in weights.signs if say_sign(name) == name} == set()
    assert {name for name in weights.holds if say_whole(name) == name} == set()
    assert say_sign("a new sign:of some kind") == "a new sign:of some kind"
    assert say_sign("item/up:key results") == say_sign("up:key results")
    assert say_sign("item/up:key results") == 'stands right under the name "Key results"'
    assert "{" not in "".join(say_sign(name) for name in weights.signs if "word:" not in name)
