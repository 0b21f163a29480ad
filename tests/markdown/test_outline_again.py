"""Key results that are named twice, and words that only look like a label."""

from __future__ import annotations

import pytest

from okrlint import parse

_QUARTERS = """# OKRs of the ferry line

## Q1 2027

### Objective 1: Boats leave on time

| KR | Key result | Owner |
|---|---|---|
| 1.1 | Late departures fall from 30% to 10% | Ada |
| 1.2 | Missed connections fall from 90 to 20 a week | Bo |

## Q2 2027

### Objective 1: Passengers come back

| KR | Key result | Owner |
|---|---|---|
| 1.1 | Season tickets rise from 400 to 900 | Ada |
| 1.2 | Complaints fall from 60 to 15 a month | Bo |
"""
_SCORES = """# OKRs Q2 2027

## Objective 1: Boats leave on time

- KR 1.1: Late departures fall from 30% to 10%
- KR 1.2: Missed connections fall from 90 to 20 a week

## Objective 2: Passengers come back

- KR 2.1: Season tickets rise from 400 to 900
- KR 2.2: Complaints fall from 60 to 15 a month

## Scores

| Key result | Score |
|---|---|
| KR 1.1: Late departures | 0.7 |
| KR 1.2: Missed connections | 0.4 |
| KR 2.1: Season tickets | 0.9 |
| KR 2.2: Complaints | 0.6 |
"""


def test_each_quarter_has_its_own_first_key_result() -> None:
    found = [len(o.key_results) for o in parse(_QUARTERS).objectives]
    assert found == [2, 2]


def test_a_table_of_scores_names_them_again() -> None:
    found = [len(o.key_results) for o in parse(_SCORES).objectives]
    assert found == [2, 2]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("KR adoption among crews reaches 80%", "KR adoption among crews reaches 80%"),
        ("KR Late departures fall to 10%", "Late departures fall to 10%"),
        ("KR 1 late departures fall to 10%", "late departures fall to 10%"),
    ],
)
def test_a_label_is_no_word_of_the_sentence(line: str, words: str) -> None:
    source = f"# OKRs Q2 2027\n\n## Objective: Boats leave on time\n\nKey results:\n\n- {line}\n"
    (objective,) = parse(source).objectives
    assert [kr.prose.text for kr in objective.key_results] == [words]
