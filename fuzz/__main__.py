"""Fuzz the targets for some seconds each; the table of what was tried, and what failed."""

from __future__ import annotations

import argparse
import random
import time
import traceback

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzz.targets import TARGETS, run


def fuzz(name: str, seconds: float, begin: int) -> tuple[int, str]:
    """How many inputs were tried, and the first failure, made small; "" for none."""
    tries = 0
    end = time.monotonic() + seconds

    def one(drawn: object) -> None:
        nonlocal tries
        tries += 1
        run(name, drawn)

    while time.monotonic() < end:
        begin += 1
        test = given(TARGETS[name][1])(one)
        test = settings(
            max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink), print_blob=True,
        )(test)  # fmt: skip
        try:
            seed(begin)(test)()
        except BaseException:  # noqa: BLE001  (what is looked for, OutOfTime too)
            return tries, traceback.format_exc()
    return tries, ""


def main() -> None:
    """Read the arguments; exit with 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    wishes = parser.parse_args()
    failed = False
    for name in wishes.targets:
        tries, failure = fuzz(name, wishes.seconds, wishes.seed)
        print(f"{name:10} {tries:8} inputs  {'FAILED' if failure else 'ok'}", flush=True)
        if failure:
            print(failure)
        failed = failed or bool(failure)
    raise SystemExit(failed)


main()
