"""Changes to a statement that keep its labels, or change one of them in a known way.

The encoder reads lower case, so changes of case are not needed. Every change takes a seeded
random generator, so that a run can be repeated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from columns import add_columns, misspell
from statements import Statement

LABELS = (
    "KR1: ",
    "KR 2 - ",
    "KR3 ",
    "[P0] ",
    "P1: ",
    "(P2) ",
    "1. ",
    "1.2 ",
    "a) ",
    "KR: ",
    "[ ] ",
)
DUE = (
    "by end of {q}", "by the end of {q} {y}", "by {m}", "by {d} {m}", "by {m} {d}",
    "before {m} {y}", "in {q}", "in {y}", "this quarter", "by EOY", "by year-end",
    "by the end of the year", "before launch", "before the summer break", "until {d} {m}",
    "no later than {m} {d}", "within 90 days", "within six weeks", "by next quarter",
    "by end of quarter", "by EOQ",
    "by {y}-06-30", "by {d}/9/{y}", "ahead of the board meeting", "in the first half of {y}",
    "by H1", "by the end of H2", "in time for the conference", "over the next three months",
    "by mid-{m}", "by {m} 1st", "by the end of this cycle", "during {q}",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Sept", "Nov",
)  # fmt: skip
TYPOS, COLUMNS = 0.06, 0.08
"""How often a varied statement gets a typing error, or parts as from a table."""
BARE_NUMBER = re.compile(r"(?<![\w.,/:-])\d{1,5}(?![\w/:-]|[.,]\d)")
MONEY = re.compile(r"(?<=[$€£])\d{1,3}(?![\w.,])")
PERIOD_WORDS = re.compile(
    r"\b(by|in|until|before|q|h|fy|phase|step|version|v|kr|rfc|iso|level|tier)\s*$", re.IGNORECASE
)
MONTH_NEAR = re.compile(
    r"^\s*(st|nd|rd|th)?\s*(of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
MONTH_BEFORE = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s*$", re.IGNORECASE
)


def swap_numbers(text: str, random: Random) -> str:
    """Put other numbers of about the same size; years, dates, names, 0, 1 and 100 stay."""

    def other(match: re.Match[str]) -> str:
        value = int(match.group())
        before, after = text[: match.start()], text[match.end() :]
        named = (
            PERIOD_WORDS.search(before) or MONTH_BEFORE.search(before) or MONTH_NEAR.match(after)
        )
        if value in (0, 1, 100) or 1900 <= value <= 2100 or named:
            return match.group()
        low, high = max(2, value // 2), max(3, value * 2)
        if value < 100:
            high = min(high, 99)
        return str(random.randint(low, high))

    return MONEY.sub(other, BARE_NUMBER.sub(other, text))


def change_marks(text: str, random: Random) -> str:
    """Other dashes, arrows, quotes and full stops than the writer used."""
    for marks in (
        ("—", "–", " - "),
        ("->", "→", "=>"),
        ("'", "’"),
        (" & ", " and "),
        (">=", "≥"),
        ("<=", "≤"),
    ):
        for mark in marks:
            if mark in text and random.random() < 0.3:
                text = text.replace(mark, random.choice(marks))
                break
    if random.random() < 0.3:
        text = text[:-1] if text.endswith(".") else text + "."
    return text


def add_deadline(statement: Statement, random: Random) -> Statement:
    """Say by when; the label becomes a date."""
    due = random.choice(DUE).format(
        q=random.choice(("Q1", "Q2", "Q3", "Q4")),
        y=random.randint(2017, 2028),
        m=random.choice(MONTHS),
        d=random.randint(2, 30),
    )
    text = statement.text.rstrip(" .")
    form = random.random()
    if form < 0.2:
        text = f"{due[0].upper()}{due[1:]}, {text[0].lower()}{text[1:]}"
    elif form < 0.35:
        text = f"{text} ({due})"
    else:
        text = f"{text}{random.choice((' ', ' ', ', '))}{due}"
    return replace(statement, text=text, deadline="date")


def join_statements(first: Statement, second: Statement, random: Random) -> Statement:
    """Two statements as one: compound; an outcome, where there is one, decides success."""
    order = ("outcome", "output", "task")
    promise = min((first.promise, second.promise), key=order.index)
    dates = {first.deadline, second.deadline}
    head, tail = first.text.rstrip(" ."), second.text
    glue = random.choice((" and ", ", and ", "; ", ", ", " & ", " as well as ", ". ", " + "))
    tail = tail if glue == ". " else tail[0].lower() + tail[1:]
    return Statement(
        text=head + glue + tail,
        promise=promise,
        measurable=first.measurable or second.measurable,
        baseline=first.baseline or second.baseline,
        deadline="date" if "date" in dates else "cadence" if "cadence" in dates else "none",
        compound=True,
        vague=first.vague and second.vague,
    )


def vary_statement(
    statement: Statement, others: Sequence[Statement], random: Random, joins: float = 0.05
) -> Statement:
    """One of the many ways in which the same could have been written.

    `others` are statements near it in the data, so that a joined pair is on one subject.
    """
    text = statement.text
    if random.random() < 0.5:
        text = swap_numbers(text, random)
    text = change_marks(text, random)
    statement = replace(statement, text=text)
    if random.random() < TYPOS:
        statement = replace(statement, text=misspell(statement.text, random))
    if not statement.unsure and random.random() < COLUMNS:
        return add_columns(statement, random)
    free = not statement.compound and not statement.unsure
    if others and free and random.random() < joins:
        other = random.choice(others)
        if other.unsure:
            return statement
        if other.promise == statement.promise or random.random() < 0.3:
            return join_statements(statement, other, random)
    if statement.deadline == "none" and random.random() < 0.12:
        statement = add_deadline(statement, random)
    if random.random() < 0.08:
        statement = replace(statement, text=random.choice(LABELS) + statement.text)
    return statement
