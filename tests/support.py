"""Documents and types that several tests share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

GOOD = """\
# OKRs Q3 2025

**Mission:** Fresh bread for every street.

## Objective 1: Be the bakery that the quarter talks about

- KR 1: Regular customers rise from 120 to 200
- KR 2: 30 % of sales come from pre-orders

## Objective 2: Waste less

- KR 1: Unsold loaves fall from 40 to 10 a day
- KR 2: No bin is collected more than twice a week

## Objective 3: Be a place where people stay

- KR 1: Staff turnover falls from 30 % to 10 %
- KR 2: 9 of 10 employees would recommend us
"""

BAD = """\
# OKRs Q3 2025

**Mission:** Fresh bread for every street.

## Objective 1: Be the bakery that the quarter talks about

- KR 1: Launch the new website
- KR 2: 30 % of sales come from pre-orders

## Objective 2: Waste less

- KR 1: Unsold loaves fall from 40 to 10 a day
- KR 2: No bin is collected more than twice a week

## Objective 3: Be a place where people stay

- KR 1: Staff turnover falls from 30 % to 10 %
- KR 2: Happier colleagues
"""


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left."""

    code: int
    out: str
    err: str


def steps(work: Callable[[], object]) -> int:
    """How many calls some work makes: the same on every machine, however busy."""
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
