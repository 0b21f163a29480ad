"""How time and memory grow with the number of statements: `python -m benchmarks.growth`.

    python -m benchmarks.growth 10000     up to so many (default: 100,000, seven minutes)

A line for each size, nothing known: in one process up to 10,000 statements, in two from there on,
for time is short. The peak is that of the largest process. Then how flat memory is: ten times as
many statements may take 1.15 times as much. Last the break-even of two processes: seconds by the
clock of one and of two, for a few hundred statements; okrlint starts two from PAYS on.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Cost, okrlint, run
from benchmarks.pages import make_pages
from okrlint.cli.linting import PAYS

PLAN = ((20, 1), (100, 1), (1_000, 1), (10_000, 1), (10_000, 2), (100_000, 2))
"""Statements, and processes that read them."""
OF_A_FILE = 20
FEW, TIMES = (200, 300, 400, 600, 800), 3
"""Statements around the break-even, and runs of each."""
ALWAYS = "from okrlint.cli import linting, main; linting.PAYS = 0; main()"


def main() -> None:
    """Print a line for each size, and what they say together."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else PLAN[-1][0]
    costs: dict[tuple[int, int], Cost] = {}
    print("statements  processes  processor     clock  a second     peak")
    for size, processes in (one for one in PLAN if one[0] <= most):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            make_pages(folder, size // OF_A_FILE)
            args = ("-q", "-f", "concise", "--jobs", str(processes))
            costs[size, processes] = run(okrlint(*args, "--no-cache", "."), folder)
            _tell(size, f"{processes}", costs[size, processes])
            if size == 1_000:
                run(okrlint(*args, "."), folder)
                _tell(size, "unchanged", run(okrlint(*args, "."), folder))
    if len(costs) == len(PLAN):
        ratio = costs[PLAN[-1]].peak / costs[PLAN[-2]].peak
        held = "" if ratio <= 1.15 else "  not met"
        print(f"memory of 100,000 statements beside 10,000: {ratio:.2f} (bar 1.15){held}")
    print(f"\nstatements  one process  two processes (okrlint starts two from {PAYS} on)")
    for size in (one for one in FEW if one <= most):
        one, two = _break_even(size)
        print(f"{size:10,} {one:11.2f}s {two:13.2f}s", flush=True)


def _break_even(size: int) -> list[float]:
    """Seconds by the clock of one process and of two, in turn; the medians."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        make_pages(folder, size // OF_A_FILE)
        args = ("-c", ALWAYS, "--no-cache", "-q", "-f", "concise", "--jobs")
        pairs = [[run((*args, jobs, "."), folder).clock for jobs in "12"] for _ in range(TIMES)]
    return [statistics.median(clocks) for clocks in zip(*pairs, strict=True)]


def _tell(size: int, processes: str, cost: Cost) -> None:
    figures = f"{cost.processor:9.2f}s {cost.clock:8.2f}s {size / cost.clock:9.0f}"
    print(f"{size:10,} {processes:>10} {figures} {cost.peak:6.0f}MB", flush=True)


if __name__ == "__main__":
    main()
