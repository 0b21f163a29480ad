"""Whether threads and processes find what one finds: `python -m benchmarks.threads [TEXTS]`.

One Linter lints 1,000 texts with all rules in one thread, then all of them in each of eight threads
at once, each in an order of its own, then in two processes that it was pickled for. No text comes
twice, and nothing is kept between texts. Ends with 1 where a finding differs. Ten minutes.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

from benchmarks.pages import make_page
from okrlint import Finding, Linter, Settings

THREADS, PROCESSES = 8, 2
OF_A_TEXT = 3  # an objective and two key results


def find(linter: Linter, texts: Sequence[str], seed: int) -> list[tuple[Finding, ...]]:
    """The findings of the texts, in their order; linted in the order that the seed gives."""
    order = list(range(len(texts)))
    random.Random(seed).shuffle(order)
    found = {n: linter.lint_text(texts[n], f"{n}.md").findings for n in order}
    return [found[n] for n in range(len(texts))]


def main() -> int:
    """Print what was compared; the exit code."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    texts = [make_page(one, OF_A_TEXT) for one in range(number)]
    linter = Linter(Settings(select=("ALL",), min_certainty=0.0))
    began = time.process_time()
    alone = find(linter, texts, 0)
    took = time.process_time() - began
    print(f"{number:,} texts, one thread: {sum(map(len, alone)):,} findings, {took:.0f} s")
    began = time.process_time()
    with ThreadPoolExecutor(THREADS) as threads:
        runs = list(threads.map(partial(find, linter, texts), range(THREADS)))
    took = time.process_time() - began
    same = sum(run == alone for run in runs)
    print(f"{THREADS} threads x {number:,} texts: {same} of {THREADS} the same, {took:.0f} s")
    with ProcessPoolExecutor(PROCESSES) as processes:
        others = list(processes.map(partial(find, linter, texts), range(PROCESSES)))
    told = sum(run == alone for run in others)
    print(f"{PROCESSES} processes x {number:,} texts: {told} of {PROCESSES} the same")
    return int((same, told) != (THREADS, PROCESSES))


if __name__ == "__main__":
    raise SystemExit(main())
