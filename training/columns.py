"""Typing errors, and parts that a table or sub-bullets put behind a statement.

What a label becomes is known for each change; where it is not, the statement stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from statements import Statement

DUE_NAMES = ("Due", "Deadline", "Timeline", "By", "Due date", "When", "Target date")
DUE_VALUES = (
    "Q{q}", "Q{q} {y}", "{y}-0{m}-{d}", "end of Q{q}", "{d} {month} {y}", "{month} {y}", "EOY",
    "{month} {d}", "Week {d}", "Phase {q}", "Sprint {d}", "FY{s}-Q{q}", "H1 {y}", "{q} months",
    "end of {month}", "{d}/{m}/{y}", "launch + {q} weeks",
)  # fmt: skip
MONTHS = ("January", "March", "May", "June", "Sept", "October", "Dec")
TARGET_NAMES = ("Target", "Target", "Target", "Goal", "To", "Measure", "Metric", "Q{q} target")
BASELINE_NAMES = ("Baseline", "Baseline", "Baseline", "Current", "From", "Start", "Today", "Now")
UNITS = ("{}%", "{} %", "{}", "{}", "${}k", "{} days", "{} hours", "{}h", "{}+", "{} per week")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PLAIN_WORD = re.compile(r"\b[a-z]{5,}\b")


def misspell(text: str, random: Random) -> str:
    """One longer word with letters swapped, left out, doubled or hit beside."""
    words = list(PLAIN_WORD.finditer(text))
    if not words:
        return text
    word = random.choice(words)
    at = random.randrange(word.start() + 1, word.end() - 1)
    form = random.randrange(4)
    if form == 0:
        new = text[at + 1] + text[at]
        return text[:at] + new + text[at + 2 :]
    if form == 1:
        return text[:at] + text[at + 1 :]
    if form == 2:
        return text[:at] + text[at] + text[at:]
    return text[:at] + random.choice(LETTERS) + text[at + 1 :]


def write_due(random: Random) -> str:
    """A part that says by when."""
    value = random.choice(DUE_VALUES).format(
        q=random.randint(1, 4),
        y=random.randint(2018, 2028),
        s=random.randint(18, 28),
        m=random.randint(1, 9),
        d=random.randint(10, 28),
        month=random.choice(MONTHS),
    )
    return f"{random.choice(DUE_NAMES)}{random.choice((' ', ': '))}{value}"


def add_columns(statement: Statement, random: Random) -> Statement:
    """The statement with a due, target or baseline part behind it."""
    parts: list[str] = []
    mark = random.choice((" ", ": "))
    unit = random.choice(UNITS)
    low, high = sorted(random.sample(range(2, 99), 2))
    changed = statement
    if statement.promise == "outcome" and not statement.compound and random.random() < 0.7:
        if not statement.baseline and random.random() < 0.6:
            value = unit.format(random.choice((0, low)))
            parts.append(f"{random.choice(BASELINE_NAMES)}{mark}{value}")
            changed = replace(changed, baseline=True)
        if not statement.measurable:
            name = random.choice(TARGET_NAMES).format(q=random.randint(1, 4))
            parts.append(f"{name}{mark}{unit.format(high)}")
            changed = replace(changed, measurable=True, vague=False)
    if statement.deadline == "none" and random.random() < 0.5:
        parts.append(write_due(random))
        changed = replace(changed, deadline="date")
    if len(parts) == 2 and random.random() < 0.3:
        parts.reverse()
    return replace(changed, text=", ".join([statement.text.rstrip(" .,"), *parts]))
