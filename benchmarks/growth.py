"""How time and memory grow with the number of statements: `python -m benchmarks.growth`.

    python -m benchmarks.growth 10000     up to so many (default: 100,000, twenty minutes)

One process without a store for each size, and one more that finds all of it unchanged.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.figures import okrlint, run
from benchmarks.pages import make_pages

SIZES = (20, 100, 1_000, 10_000, 100_000)
OF_A_FILE = 20


def main() -> None:
    """Print a line for each size."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    print("statements  processor     clock  a second     peak  unchanged")
    for size in (one for one in SIZES if one <= most):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            make_pages(folder, size // OF_A_FILE)
            first = run(okrlint("-q", "-f", "concise", "."), folder)
            again = run(okrlint("-q", "-f", "concise", "."), folder)
            rate = size / first.processor
            print(
                f"{size:10,} {first.processor:9.2f}s {first.clock:8.2f}s {rate:9.0f}"
                f" {first.peak:6.0f}MB {again.processor:8.2f}s",
                flush=True,
            )


if __name__ == "__main__":
    main()
