"""Pages of goals: an intro may say that they are OKRs, and what it says may be no."""

from __future__ import annotations

import pytest

from okrlint.outline import parse

GOALS = (
    "### Walkers find the huts at night\n\n- [ ] 30 of 36 huts are lit\n- [ ] A map of the ridge\n"
)


@pytest.mark.parametrize(
    "intro",
    [
        "We set them as OKRs.",
        "These goals follow the OKR format.",
        "Ours are few. They are our OKRs for the season.",
        "Ok, we try this OKR thing for one winter, and if it is no fun we stop.",
    ],
)
def test_an_intro_makes_goals_okrs(intro: str) -> None:
    document = parse(f"# Lantern goals\n\n{intro}\n\n{GOALS}")
    assert [len(o.key_results) for o in document.objectives] == [2]


@pytest.mark.parametrize(
    "intro",
    [
        "We do not use OKRs here.",
        "Our OKRs stand elsewhere.",
        "OKRs are a way to write goals.",
        "Should we write them as OKRs?",
        "We tried a lot.\n\n## Ways of working\n\nWe follow the OKR format.",
    ],
)
def test_an_intro_that_does_not_say_so(intro: str) -> None:
    assert not parse(f"# Lantern goals\n\n{intro}\n\n{GOALS}").has_okrs


@pytest.mark.parametrize(
    ("tags", "held"),
    [
        ("tags: [walking, okrs, own]", True),
        ("aliases:\n  - OKRs 2027", True),
        ("tags: [walking, lamps]", False),
    ],
)
def test_tags_say_what_a_page_is(tags: str, held: bool) -> None:
    page = "## Huts: Walkers find them\n\n- [ ] Signs at nine forks\n- [ ] A map of the ridge\n"
    assert parse(f"---\n{tags}\n---\n\n{page}").has_okrs is held


def test_other_pages_are_not_goals() -> None:
    assert not parse(f"# Lantern handbook\n\nWe follow the OKR format.\n\n{GOALS}").has_okrs
