"""All figures of speed as ratios, in one run: `python -m benchmarks.figures` in a checkout.

Each command and its floor run in turn, as fresh processes; told is the median of the ratios of
neighbours, of processor time, which a busy machine changes least, and of the clock. The table is
kept in benchmarks/figures.txt. Not for Windows. Takes ten minutes on two quiet cores.

    python -m benchmarks.figures start_up one_file      these parts alone
    OKRLINT_RUNS=2 python -m benchmarks.figures         fewer runs, to try whether all parts work
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.floors import PIPE, SCAN, SPACY
from benchmarks.pages import make_notes, make_page, make_pages

RUNS = int(os.environ.get("OKRLINT_RUNS", "7"))
PATIENCE = 450.0 if RUNS > 2 else 0.0
"""Seconds for the rounds of the large batch, each of which takes two minutes; one is always run."""
KEPT = Path(__file__).with_name("figures.txt")
MANY, FILES = 500, 1000


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
    bar: float
    runs: int
    unit: str = ""
    """Of what is no ratio: "s"."""
    least: bool = False
    """Whether the bar is the least that is asked for, not the most."""

    @property
    def met(self) -> bool:
        """Whether the bar is held, by the clock: that is what people wait for."""
        return self.clock >= self.bar if self.least else self.clock <= self.bar


def run(args: Sequence[str], folder: Path, most: int = 1) -> Cost:
    """Run a Python process in a folder, which must end with an exit code up to `most`."""
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
    assert 0 <= process.returncode <= most, command
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
        pairs.append((run(one, folder), run(floor, folder, most=0)))
    return pairs[1:]


def row(name: str, floor: str, bar: float, pairs: Sequence[tuple[Cost, Cost]]) -> Row:
    processor = statistics.median(a.processor / b.processor for a, b in pairs)
    clock = statistics.median(a.clock / b.clock for a, b in pairs)
    return Row(name, floor, processor, clock, bar, len(pairs))


def start_up(folder: Path) -> list[Row]:
    """The command without anything to read."""
    click = code("import click")
    found = []
    for name, args in (("--help", ["--help"]), ("rule no-metric", ["rule", "no-metric"])):
        pairs = compare(folder, okrlint(*args), click)
        found.append(row(f"okrlint {name}", "import click", 2.0, pairs))
    return found


def one_file(folder: Path) -> list[Row]:
    """One file of 20 statements, changed and not."""
    file = folder / "okrs.md"

    def change(number: int) -> None:
        file.write_text(make_page(number), encoding="utf-8")

    pairs = compare(folder, okrlint("okrs.md"), code(SPACY, "okrs.md"), before=change)
    peaks = statistics.median(a.peak / b.peak for a, b in pairs)
    same = compare(folder, okrlint("okrs.md"), code("import click"))
    return [
        row("a changed file of 20 statements, cold", "script with spaCy", 1.05, pairs),
        Row("peak memory of it", "script with spaCy", peaks, peaks, 1.3, len(pairs)),
        row("the same file unchanged", "import click", 3.0, same),
    ]


def unchanged_files(folder: Path) -> list[Row]:
    """A thousand files of OKRs that were all linted before."""
    make_pages(folder, FILES)
    run(okrlint("-q", "--jobs", "2", "."), folder)
    pairs = compare(folder, okrlint("."), code("import proselint"))
    return [row(f"{FILES} unchanged files of OKRs", "import proselint", 10, pairs)]


def other_files(folder: Path) -> list[Row]:
    """A thousand Markdown files without OKRs; allowed are 0.3 seconds beside the 1.5 times."""
    make_notes(folder, FILES)
    pairs = compare(folder, okrlint("--no-cache", "."), code(SCAN, "."))
    over = [
        statistics.median(a - 1.5 * b for a, b in times)
        for times in (
            [(a.processor, b.processor) for a, b in pairs],
            [(a.clock, b.clock) for a, b in pairs],
        )
    ]
    name = f"{FILES} files without OKRs, above 1.5 times"
    return [Row(name, "read and scan", over[0], over[1], 0.3, len(pairs), "s")]


def whole_batch(folder: Path) -> list[Row]:
    """Ten thousand distinct statements in one process, and in two; as often as there is time."""
    make_pages(folder, MANY)
    end = time.monotonic() + PATIENCE
    start = [run(okrlint("--no-cache", "-q", "okrs-000000.md"), folder) for _ in range(RUNS)][1:]
    begin = statistics.median(cost.processor for cost in start)
    rates, shares, gains = [], [], []
    while len(rates) < RUNS:
        round_began = time.monotonic()
        one = run(okrlint("--no-cache", "-q", "."), folder)
        bare = float(run(code(PIPE, "."), folder).said)
        two = run(okrlint("--no-cache", "-q", "--jobs", "2", "."), folder)
        rates.append(bare / (one.processor - begin))
        shares.append(one.processor / one.clock)
        gains.append(one.clock / two.clock)
        if 2 * time.monotonic() - round_began > end:
            break
    figures = [
        ("rate of 10,000 statements in 500 files", "bare nlp.pipe", rates, 0.75, True),
        ("processor time of it", "clock", shares, 1.1, False),
        ("two processes", "one process", gains, 1.6, True),
    ]
    return [
        Row(name, floor, *[statistics.median(found)] * 2, bar, len(found), least=least)
        for name, floor, found, bar, least in figures
    ]


def editor(folder: Path) -> list[Row]:
    """A document of 300 lines in an editor; the pause after typing is not counted."""
    from benchmarks.lsp import EDITS, measure

    found = measure(folder, RUNS)
    opened, first, whole = found.opened, found.first, found.at_once  # nobody types: no pause
    return [
        Row("first answer, the model loaded", "-", opened, opened, 1.5, RUNS, "s"),
        Row("  as soon as the editor starts", "-", first, first, 1.5, RUNS, "s"),
        Row("  and the whole of it", "-", whole, whole, 1.5, RUNS, "s"),
        Row(
            "an edit of one key result", "-", found.used, found.edit - found.pause, 0.1, EDITS, "s"
        ),
    ]


PARTS = (start_up, one_file, unchanged_files, other_files, editor, whole_batch)


def render(rows: Sequence[Row]) -> str:
    head = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
    head += f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    lines = [head, "", f"{'':41} {'beside':17} {'processor':>9} {'clock':>8}  {'bar':10} runs"]
    for r in rows:
        bar = f"{'at least ' if r.least else ''}{r.bar:g}{r.unit and ' ' + r.unit}"
        held = "" if r.met else "  not met"
        figures = f"{r.processor:9.2f} {r.clock:8.2f}"
        lines.append(f"{r.name:41} {r.floor:17} {figures}  {bar:13} {r.runs}{held}")
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure what is named, else all; print the table and keep it. A part that fails is named."""
    parts = {part.__name__: part for part in PARTS}
    chosen = [parts[name] for name in sys.argv[1:]] or list(PARTS)
    rows: list[Row] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        for part in chosen:
            folder = Path(scratch, part.__name__)
            folder.mkdir()
            (folder / "okrlint.toml").write_text("", encoding="utf-8")
            began = time.monotonic()
            try:
                found = part(folder)
            except Exception:  # noqa: BLE001  (the other parts are to be measured all the same)
                traceback.print_exc()
                failed.append(part.__name__)
                continue
            rows += found
            print(render(found), f"({time.monotonic() - began:.0f} s)\n", sep="", flush=True)
    table = render(rows) + "".join(f"{name}: could not be measured\n" for name in failed)
    print(table)
    if len(chosen) == len(PARTS):
        KEPT.write_text(table, encoding="utf-8")
        print(f"kept in {KEPT}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
