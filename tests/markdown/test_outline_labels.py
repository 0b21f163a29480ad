"""Labels, in the spellings people use, and words that only look like labels."""

from __future__ import annotations

import pytest

from okrlint.model import Labels, Prose
from okrlint.outline import parse
from okrlint.outline.label import Part, find_label
from okrlint.outline.sign import Role, read_sign
from okrlint.outline.text import Text


def text(words: str) -> Text:
    return Text(Prose(words, tuple(range(len(words))), tuple(range(1, len(words) + 1))))


@pytest.mark.parametrize(
    ("words", "part", "written", "statement"),
    [
        ("O1: Win", "objective", "O1", "Win"),
        ("O: Win", "objective", "O", "Win"),
        ("O-2 – Win", "objective", "O-2", "Win"),
        ("Objective 1. Win", "objective", "Objective 1", "Win"),
        ("Objective #3", "objective", "Objective #3", ""),
        ("OBJECTIVE: Win", "objective", "OBJECTIVE", "Win"),
        ("Objective two: Win", "objective", "Objective two", "Win"),
        ("OKR 1: Win", "objective", "OKR 1", "Win"),
        ("O1 · Win", "objective", "O1", "Win"),
        ("🎯 3. Objective: Win", "objective", "Objective", "Win"),
        ("(5/10) Objective: Win", "objective", "Objective", "Win"),
        ("Team objective 2: Win", "objective", "Team objective 2", "Win"),
        ("KR1 95% uptime", "key result", "KR1", "95% uptime"),
        ("KR 1.2 - > 95% uptime", "key result", "KR 1.2", "> 95% uptime"),
        ("KR2a) Win", "key result", "KR2a", "Win"),
        ("KR8 (Bonus): Win", "key result", "KR8", "Win"),
        ("[KR 1] Win", "key result", "KR 1", "Win"),
        ("O1KR2: Win", "key result", "O1KR2", "Win"),
        ("Key-result-1: Win", "key result", "Key-result-1", "Win"),
        ("Key Result #2 → Win", "key result", "Key Result #2", "Win"),
        ("KR1 :red_circle: Win", "key result", "KR1", "Win"),
        ("KR101: Win", "key result", "KR101", "Win"),
        ("KR 1204 - Win", "key result", "KR 1204", "Win"),
        ("KR-310 Win", "key result", "KR-310", "Win"),
        ("KR2001: Win", "key result", "KR2001", "Win"),
        ("Key result 310. Win", "key result", "Key result 310", "Win"),
        ("Objective 101: Win", "objective", "Objective 101", "Win"),
        ("Objective 2999", "objective", "Objective 2999", ""),
        ("O101: Win", "objective", "O101", "Win"),
        ("KR - 500 members", "key result", "KR", "500 members"),
        ("CEO KR: Win", "key result", "CEO KR", "Win"),
        ("Mission: Win", "mission", "Mission", "Win"),
        ("Our vision statement: Win", "mission", "Our vision statement", "Win"),
    ],
)
def test_label(words: str, part: str, written: str, statement: str) -> None:
    label = find_label(text(words), Labels())
    assert label
    assert (label.part, label.written, words[label.end :]) == (Part(part), written, statement)


@pytest.mark.parametrize(
    "words",
    [
        "Objectives are public",
        "Objective functions converge",
        "OKR 2024 planning",
        "KRs were graded",
        "Objective 2025: Win",
        "Objective 2025",
        "OKR 2026",
        "OKR 2026: Win",
        "OKR 101: the basics",
        "O 2026: Win",
        "O365 Rollout",
        "O365: Rollout",
        "O101 Win",
        "KR 2025: Win",
        "KR 500 Members",
        "KR 500 - 600 members",
        "Objective 12345: Win",
        "KR1 was missed because of the move",
        "Key results matter",
        "On call: answer pages",
        "Score for objective: 0.7",
        "Define objective: first draft",
        "KeyResult: a class",
        "Raise NPS to 40",
    ],
)
def test_no_label(words: str) -> None:
    assert find_label(text(words), Labels()) is None


@pytest.mark.parametrize("words", ["Ziel 1: Gewinnen", "Ziel: Gewinnen", "Ziel 2 – Gewinnen"])
def test_own_labels_are_read_like_the_known_ones(words: str) -> None:
    own = Labels(objective=("Ziel",), key_result=("Ergebnis",))
    label = find_label(text(words), own)
    assert label
    assert label.part is Part.OBJECTIVE
    assert words[label.end :] == "Gewinnen"
    assert find_label(text(words), Labels()) is None


def test_own_names_of_fields_hold_where_they_are_given_and_nowhere_else() -> None:
    """What is remembered of a line is remembered apart for each set of names."""
    page = "# OKRs\n\n- Objective: Bake well\n  - KR: 40 loaves (Oven: stone)\n    - Oven: clay"
    own = Labels(fields=(("oven", "owner"),))
    for labels, expected in ((Labels(), []), (own, ["stone", "clay"])) * 2:
        (key_result,) = parse(page, labels=labels).objectives[0].key_results
        assert [field.prose.text for field in key_result.fields] == expected


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Things we'll do to get there", Role.ASIDE),
        ("To do before Monday", Role.ASIDE),
        ("To do that is no goal", Role.ASIDE),
        ("Related work", Role.ASIDE),
        ("What we take from it", Role.ASIDE),
        ("Takeaways", Role.ASIDE),
        ("Later (not this season)", Role.ASIDE),
        ("Who brings what", Role.ASIDE),
        ("Numbers we only report", Role.ASIDE),
        ("What we will not do this spring", Role.ASIDE),
        ("Ideas for later", Role.ASIDE),
        ("House rules, not goals", Role.ASIDE),
        ("Work that isn't in the OKRs", Role.ASIDE),
        ("Template for next quarter", Role.CLOSED),
        ("How we measure it", Role.PLAIN),
        ("Kitchen team", Role.PLAIN),
        ("Guests who come back", Role.PLAIN),
        ("Build a better winter menu", Role.PLAIN),
        ("To do our best for guests", Role.PLAIN),
        ("Things guests love", Role.PLAIN),
        ("Save power (not in winter)", Role.PLAIN),
    ],
)
def test_what_a_heading_says_of_what_stands_under_it(heading: str, role: Role) -> None:
    assert read_sign(text(heading), Labels(), is_heading=True).role is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("What we will do for it:", Role.ASIDE),
        ("Things that will probably help here:", Role.ASIDE),
        ("Ideas, not promised:", Role.ASIDE),
        ("We have made it when these key results are met:", Role.PLAIN),
        ("They go to the owner and are not part of our objectives.", Role.ASIDE),
        ("Cold kitchen:", Role.PLAIN),
        ("Tasks are not key results.", Role.PLAIN),
        ("What we will do for it", Role.PLAIN),
    ],
)
def test_what_a_line_that_leads_in_says_of_what_follows(line: str, role: Role) -> None:
    """A line without a colon or bold type leads nothing in."""
    assert read_sign(text(line), Labels()).role is role


def test_what_is_told_of_key_results_is_none() -> None:
    """ "KR 1 is easy" and the next sentences begin with labels, and state nothing."""
    page = (
        "# OKRs of my students\n\n## Set 1 – A choir\n\n> **Objective:** Keep the hall warm\n>\n"
        "> **KR 1:** 20 degrees at every concert\n"
        "> **KR 2:** Gas bill under 900 euros and a stove\n"
        "> **KR 3:** Few cold singers\n\n**Remark.** KR 1 is easy. KR 2 is two things in one line. "
        "KR 3 – how many is a few? They had 25 to 30 each evening.\n"
    )
    (objective,) = parse(page, "okrs.md").objectives
    assert [k.prose.text for k in objective.key_results] == [
        "20 degrees at every concert",
        "Gas bill under 900 euros and a stove",
        "Few cold singers",
    ]


def test_a_number_behind_bare_labels_is_an_amount() -> None:
    """Where "KR" stands alone before others, it has no number here either."""
    page = (
        "# OKRs\n\nO1: Look like the studio we are\n\n- KR new website\n- KR be in the paper\n"
        "- KR 4 case studies online\n- KR 0 unpaid pitches\n"
    )
    (objective,) = parse(page, "okrs.md").objectives
    read = [(one.label, one.prose.text) for one in objective.key_results]
    assert read[2:] == [("KR", "4 case studies online"), ("KR", "0 unpaid pitches")]
