"""Pages that look like OKRs and set none: reports, tools, explanations, forms."""

from __future__ import annotations

import pytest

from okrlint import parse

REPORT = """# Tide forecast

## Objective

The report compares two tide models on the readings of one winter.

## Key results

- The harmonic model reached an error of 4 cm
- The other one was 2 cm behind
- Wind changed nothing

## How to run

```sh
make forecast
```
"""
TOOL = """# Quay: OKRs in a terminal

Keep your objectives and key results beside your code.

### Features

1. Objectives for teams and persons
2. Key results with a bar
3. OKRs of last quarters
"""
EXPLAINED = """# Objectives and Key Results

We plan with OKRs since spring.

## Objectives

1. An objective says what should be different
2. It fits on a postcard

## Key results

1. A key result says how we would notice
2. It has a number
"""
COMPARED = """# OKRs or budgets?

| | OKR | Budget |
|---|---|---|
| Objective | Where do we want to be in spring? | What may we spend? |
| Key results | Two to four, with a number in each | A sum for every month |
| Example | 30 % of the guests come back | 4,000 for flour |
"""
FORM = """# OKRs for <team>

Copy this page.

## Objective 1: _Write an inspiring goal_

- KR1: _Increase metric from X to Y by date_
- KR2: _Key result_

## Objective 2: _Your objective here_

- KR1: _Key result_
"""
DEFINED = """# Objectives and Key Results

## Objectives

An objective says what should be different.

It fits on a postcard.
"""


@pytest.mark.parametrize("source", [REPORT, TOOL, EXPLAINED, FORM, DEFINED])
def test_such_a_page_sets_none(source: str) -> None:
    document = parse(source)
    assert not document.has_okrs
    assert all(unread.certainty < 1 or "placeholder" in unread.reason for unread in document.unread)


def test_a_comparison_sets_none_whatever_its_file_is_called() -> None:
    assert not parse(COMPARED, "okrs.md").has_okrs


def test_a_project_with_okrs_and_commands_is_read() -> None:
    source = (
        "# Tide forecast\n\n## OKRs Q3 2027\n\n### Objective 1: Skippers trust the forecast\n\n"
    )
    source += "- KR1: Error falls from 9 to 4 cm\n\n## How to run\n\n```sh\nmake forecast\n```\n"
    assert [len(o.key_results) for o in parse(source).objectives] == [1]
