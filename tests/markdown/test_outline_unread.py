"""What looks like OKRs and cannot be read is said; what is none stays unsaid."""

from __future__ import annotations

import pytest

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
