"""How soon an editor hears of an edit: `python -m benchmarks.lsp` in a checkout.

A server process reads a document of 300 lines; then one key result is typed anew again and again.
Measured is the time from the edit's message to the diagnostics of that very version, over real
pipes. The server waits for a pause in typing first; that pause is shown apart. The first answer, of
what needs no language model, and the whole one are measured from the start of the server's process,
anew for each run.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass, fields
from pathlib import Path

from okrlint.lsp.analysis import Analyst
from okrlint.lsp.question import Choices, Question, What
from okrlint.lsp.question import Client as Taken
from okrlint.lsp.server import DEBOUNCE
from tests.lsp.client import Client

_AGAIN = "- KR 9: Launch the new website of shop 37"
"""The last line of the document that is opened first: what the last objective has already."""
LINES = 300
EDITS = 30


def make_document(last: str) -> str:
    """Objectives with key results and prose around them, 300 lines; `last` is the last line."""
    lines = ["# OKRs Q3 2025", "", "**Mission:** Fresh bread for every street.", ""]
    number = 0
    while len(lines) < LINES - 1:
        number += 1
        lines += [
            f"## Objective {number}: Be the bakery that street {number} talks about",
            "",
            f"Street {number} has a market on Saturdays. People there ask for rye bread.",
            "",
            f"- KR 1: Regular customers of shop {number} rise from {number + 20} to {number + 60}",
            f"- KR 2: {number + 30} % of sales in shop {number} come from pre-orders",
            f"- KR 3: Launch the new website of shop {number}",
            "",
        ]
    return "\n".join([*lines[: LINES - 1], last]) + "\n"


@dataclass(frozen=True)
class Found:
    """Seconds of each case, by the clock, with the pause that is waited for."""

    first: float
    """Opening while the server starts, from the start of its process: no model is loaded yet. Until
    the first findings, that a key result stands twice."""
    at_once: float
    """The same, until all findings."""
    opened: float
    """Opening once it is."""
    edit: float
    """An edit of one key result: the median, and the worst."""
    worst: float
    same: float
    """An edit that changes no statement."""
    asked: float
    """A question about a document that is read already."""
    used: float
    """Seconds of the processor for an edit: what is okrlint's own."""
    pause: float = DEBOUNCE


def measure(folder: Path, runs: int = 1) -> Found:
    """Measure all cases; the first answers as often as `runs` says, their medians."""
    first: list[float] = []
    at_once: list[float] = []
    opened: list[float] = []
    client = None
    for _ in range(runs):
        if client is not None:
            client.stop()
        begin = time.perf_counter()
        client = Client(folder)
        client.open("okrs.md", make_document(_AGAIN))
        client.diagnostics("okrs.md", rule="duplicate-key-result")
        first.append(time.perf_counter() - begin)
        client.diagnostics("okrs.md", rule="task-like")
        at_once.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        client.open("more.md", make_document("- KR 9: Unsold rolls fall from 40 to 10"))
        client.diagnostics("more.md")
        opened.append(time.perf_counter() - begin)
    assert client is not None
    typed = [_edit(client, version, f"a day {'!' * version}") for version in range(2, EDITS)]
    version = EDITS
    same = [_edit(client, version + number, "a day") for number in range(EDITS)]
    asked = [_ask(client) for _ in range(EDITS)]
    client.stop()
    edit, worst = statistics.median(typed), max(typed)
    medians = (statistics.median(same[1:]), statistics.median(asked), _processor(folder))
    begun = (statistics.median(first), statistics.median(at_once), statistics.median(opened))
    return Found(*begun, edit, worst, *medians)


def _edit(client: Client, version: int, words: str) -> float:
    text = make_document(f"- KR 9: Unsold loaves fall from 40 to 10 {words}")
    begin = time.perf_counter()
    client.change("okrs.md", text, version)
    client.diagnostics("okrs.md", version)
    return time.perf_counter() - begin


def _processor(folder: Path) -> float:
    """Processor seconds for one edit in this process, model loaded: what a busy machine hides."""
    analyst = Analyst()
    path, choices = str(folder / "okrs.md"), Choices(isolated=True)
    taken = []
    for version in range(EDITS):
        text = make_document(f"- KR 9: Unsold loaves fall from 40 to 10 {'!' * version}")
        begin = time.process_time()
        analyst.analysis(Question(What.LINT, path, path, text, version, choices, Taken()))
        taken.append(time.process_time() - begin)
    return statistics.median(taken[1:])


def _ask(client: Client) -> float:
    begin = time.perf_counter()
    client.about("documentSymbol", "okrs.md")
    return time.perf_counter() - begin


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        for case in fields(found := measure(Path(scratch))):
            print(f"{case.name:10} {getattr(found, case.name) * 1000:7.0f} ms")
