"""All figures of speed as ratios, in one run: `python -m benchmarks.figures` in a checkout.

Each command and its floor run in turn, as fresh processes; told is the median of the ratios of
neighbours, of processor time, which a busy machine changes least, and of the clock. The table is
kept in benchmarks/figures.txt. Not for Windows. Takes a quarter of an hour.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.floors import PIPE, SCAN, SPACY
from benchmarks.pages import make_notes, make_page, make_pages

RUNS = 7
FEW = 3
"""Runs of what takes a minute."""
KEPT = Path(__file__).with_name("figures.txt")
MANY = 500
NOTES = 1000


@dataclass(frozen=True)
class Cost:
    """What one process took."""

    processor: float
    clock: float
    peak: float
    """Megabytes."""
    said: str


@dataclass(frozen=True)
class Row:
    """A figure: what was measured, against what, and the bar that it is held to."""

    name: str
    floor: str
    processor: float
    clock: float
    bar: str


def run(args: Sequence[str], folder: Path) -> Cost:
    """Run a Python process in a folder."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *args]
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    assert process.stdout is not None
    said = process.stdout.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), command
    scale = 1e6 if sys.platform == "darwin" else 1e3
    taken = time.perf_counter() - begin
    return Cost(used.ru_utime + used.ru_stime, taken, used.ru_maxrss / scale, said)


def okrlint(*args: str) -> tuple[str, ...]:
    return ("-c", "from okrlint.cli import main; main()", *args)


def code(text: str, *args: str) -> tuple[str, ...]:
    return ("-c", text, *args)


def compare(
    folder: Path,
    one: Sequence[str],
    floor: Sequence[str],
    runs: int = RUNS,
    before: Callable[[int], None] = lambda _: None,
) -> list[tuple[Cost, Cost]]:
    """Runs of a command and of its floor, in turn, after one of each that is not counted."""
    pairs: list[tuple[Cost, Cost]] = []
    for number in range(runs + 1):
        before(number)
        pairs.append((run(one, folder), run(floor, folder)))
    return pairs[1:]


def row(name: str, floor: str, bar: str, pairs: Sequence[tuple[Cost, Cost]]) -> Row:
    processor = statistics.median(a.processor / b.processor for a, b in pairs)
    clock = statistics.median(a.clock / b.clock for a, b in pairs)
    return Row(name, floor, processor, clock, bar)


def start_up(folder: Path) -> list[Row]:
    """The command without anything to read."""
    click = code("import click")
    found = []
    for name, args in (("--help", ["--help"]), ("rule no-metric", ["rule", "no-metric"])):
        pairs = compare(folder, okrlint(*args), click)
        found.append(row(f"okrlint {name}", "import click", "2.0", pairs))
    return found


def one_file(folder: Path) -> list[Row]:
    """One file of 20 statements, changed and not."""
    file = folder / "okrs.md"

    def change(number: int) -> None:
        file.write_text(make_page(number), encoding="utf-8")

    pairs = compare(folder, okrlint("okrs.md"), code(SPACY, "okrs.md"), before=change)
    peaks = statistics.median(a.peak / b.peak for a, b in pairs)
    changed = row("a changed file of 20 statements, cold", "script with spaCy", "1.05", pairs)
    same = compare(folder, okrlint("okrs.md"), code("import click"))
    return [
        changed,
        Row("peak memory of it", "script with spaCy", peaks, peaks, "1.3"),
        row("the same file unchanged", "import click", "3.0", same),
    ]


def many_files(folder: Path) -> list[Row]:
    """A thousand files that need no language model."""
    okrs, notes = folder / "okrs", folder / "notes"
    make_pages(okrs, NOTES)
    make_notes(notes, NOTES)
    run(okrlint("-q", "."), okrs)
    unchanged = compare(okrs, okrlint("."), code("import proselint"))
    first = compare(notes, okrlint("--no-cache", "."), code(SCAN, "."))
    over = statistics.median(a.clock - 1.5 * b.clock for a, b in first)
    return [
        row(f"{NOTES} unchanged files of OKRs", "import proselint", "10", unchanged),
        row(f"{NOTES} Markdown files without OKRs", "read and scan", "1.5 + 0.3 s", first),
        Row("  of it, seconds above 1.5 times", "-", over, over, "0.3"),
    ]


def whole_batch(folder: Path) -> list[Row]:
    """Ten thousand distinct statements in one process, and in two."""
    pages = folder / "pages"
    make_pages(pages, MANY)
    cost = run(okrlint("--no-cache", "-q", "."), pages)
    start = run(okrlint("--no-cache", "-q", "okrs-000000.md"), pages)
    bare = float(run(code(PIPE, "."), pages).said)
    rate = bare / (cost.processor - start.processor)
    two = run(okrlint("--no-cache", "-q", "--jobs", "2", "."), pages)
    return [
        Row("rate of 10,000 statements in 500 files", "bare nlp.pipe", rate, rate, "at least 0.75"),
        Row("processor time by clock, one process", "-", *[cost.processor / cost.clock] * 2, "1.1"),
        Row("two processes", "one", *[cost.clock / two.clock] * 2, "at least 1.6"),
    ]


def render(rows: Sequence[Row]) -> str:
    head = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
    head += f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    lines = [head, "", f"{'':40} {'beside':18} {'processor':>9} {'clock':>7}  bar"]
    lines += [f"{r.name:40} {r.floor:18} {r.processor:9.2f} {r.clock:7.2f}  {r.bar}" for r in rows]
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure what is named, else all; print the table and keep it."""
    parts = {f.__name__: f for f in (start_up, one_file, many_files, whole_batch)}
    chosen = [parts[name] for name in sys.argv[1:]] or list(parts.values())
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for number, part in enumerate(chosen):
            folder = Path(scratch, str(number))
            folder.mkdir()
            (folder / "okrlint.toml").write_text("", encoding="utf-8")
            rows += part(folder)
            print(render(rows[-3:]), flush=True)
    if chosen == list(parts.values()):
        KEPT.write_text(render(rows), encoding="utf-8")
        print(f"kept in {KEPT}")


if __name__ == "__main__":
    main()
