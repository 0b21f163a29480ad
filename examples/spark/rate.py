"""Statements a second of processor time: the library in one process, then on workers.

Processor time, since a busy machine changes it least; that of workers counts every process that the
program started, Java's too. The library is measured before and after.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pandas as pd
import psutil

from lint_frame import lint_frame

A_TEXT = 10  # statements
PARTS = 16
GROWN = 1_000_000
CORES = (2, 16, 64)

THINGS = "orders visits sign-ups lessons loans tickets repairs calls meals trips".split()
PEOPLE = "readers members guests drivers teachers growers nurses sailors tenants pupils".split()
LINES = (
    "{things} rise from {few} to {many} a week",
    "Launch the page for {people} of district {few}",
    "{few} % of {people} come back within {many} days",
    "Improve how {people} find {things} in street {many}",
    "Run {few} workshops for {people} on {things}",
    "Complaints of {people} about {things} fall from {many} to {few} a month",
    "No {people} wait longer than {few} minutes for {things}",
    "Cut the cost of {many} {things} by {few} %",
)


def make_texts(statements: int, seed: int) -> pd.DataFrame:
    """Texts of two objectives and eight key results each, no key result twice."""
    return pd.DataFrame(
        {"id": f"{seed}-{number}", "text": make_text(seed * GROWN + number)}
        for number in range(statements // A_TEXT)
    )


def make_text(number: int) -> str:
    """One text; numbers that differ make texts that differ."""
    lines = [f"# OKRs Q3 2026, team {number}"]
    for place, line in enumerate(LINES):
        drawn = number * len(LINES) + place
        if place % 4 == 0:
            lines += ["", f"## Objective: Be what {PEOPLE[drawn % 7]} of area {drawn} need", ""]
        words = line.format(
            things=THINGS[drawn % 10], people=PEOPLE[drawn // 3 % 10], few=2 + drawn % 47,
            many=60 + drawn % 997,
        )  # fmt: skip
        lines.append(f"- KR: {words}")
    return "\n".join([*lines, ""])


def processor_time() -> float:
    """Seconds of this process and of all that it started, also of those that have ended."""
    here = psutil.Process()
    total = 0.0
    for process in (here, *here.children(recursive=True)):
        try:
            total += sum(process.cpu_times()[:4])
        except psutil.NoSuchProcess:
            continue
    return total


def compare(name: str, run: Callable[[pd.DataFrame], int], sizes: tuple[int, ...]) -> None:
    """Print the rates. `run` lints on workers and says how many rows came out."""
    run(make_texts(PARTS * A_TEXT, 0))  # the workers load their models
    lint_frame(make_texts(A_TEXT, 0))
    before = library_rate(make_texts(sizes[0], 1))
    rates = {}
    for seed, size in enumerate(sizes, 2):
        texts = make_texts(size, seed)
        spent, clock = processor_time(), time.perf_counter()
        rows = run(texts)
        spent, clock = processor_time() - spent, time.perf_counter() - clock
        rates[size] = size / spent
        print(f"{name}, {size:,} statements: {rates[size]:.0f} a second of processor time, "
              f"{clock:.0f} s by the clock, {rows:,} rows")  # fmt: skip
    library = (before + library_rate(make_texts(sizes[0], 9))) / 2
    rate = rates[sizes[-1]]
    print(f"library, one process: {library:.0f}; so {name} keeps {rate / library:.0%}")
    for cores in CORES:
        minutes = GROWN / rate / cores / 60
        print(f"{GROWN:,} statements on {cores} free cores, by calculation: {minutes:.0f} minutes")


def library_rate(texts: pd.DataFrame) -> float:
    """What this very process does."""
    began = time.process_time()
    lint_frame(texts)
    return len(texts) * A_TEXT / (time.process_time() - began)
