"""What each part of the rules is worth: the figures with it switched off.

    python training/worth.py FOLDER ANSWERS

FOLDER and ANSWERS are those of `fit_together.py`. Each part is switched off in turn, the weights
are fitted anew, and each fold of organisations is judged by weights of the others. Prints, for each
part, the figures that move by more than MOVED.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from fit_together import check, figures, load_both
from together_rows import Row, look_again

from okrlint.language.reader import load_reader

MOVED = 0.003
"""Less than this is not told."""


def _none(*_: Any) -> tuple[()]:
    return ()


def _no_baselines(*_: Any) -> dict[int, int | None]:
    return {}


def _never(*_: Any) -> bool:
    return False


Off = Mapping[str, Callable[..., Any]]
PARTS: Mapping[str, Off] = {
    "telling names from numbers": {"quantity.amounts.is_name": _never},
    "every, all, none": {"quantity.component.find_sets": _none},
    "placeholders": {"quantity.component.find_placeholders": _none},
    "baselines in the words": {"quantity.component.find_baselines": _no_baselines},
    "parts": {
        f"{module}.find_parts": _none
        for module in ("quantity.context", "when.due", "together.signs")
    }
    | {"compound.component.named_parts": _none},
    "events": {"when.component.find_events": _none},
    "durations": {"when.component.find_durations": _none},
    "intervals": {"when.component.find_cadences": _none},
    "cuts (compound)": {"compound.component.find_parts": _none},
    "vague words": {"vague.find_vague": _none},
}
"""Each part with the functions that make it, and what stands for them when it is off."""


@contextmanager
def without(part: Off) -> Iterator[None]:
    """Switch a part off for a while."""
    kept: list[tuple[Any, str, Any]] = []
    for place, instead in part.items():
        module, _, name = place.rpartition(".")
        owner = import_module(f"okrlint.language.{module}")
        kept.append((owner, name, getattr(owner, name)))
        setattr(owner, name, instead)
    try:
        yield
    finally:
        for owner, name, value in kept:
            setattr(owner, name, value)


def _check(rows: Sequence[Row], written: Sequence[Row]) -> list[dict[str, object]]:
    return check(rows, [*(row for row in rows if row.may_train), *written])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("answers", type=Path)
    options = parser.parse_args()
    reader = load_reader()
    rows, written = load_both(options.folder, options.answers)
    whole = figures(rows, _check(rows, written))
    print(" ".join(f"{name} {value:.3f}" for name, value in whole.items()), flush=True)
    for name, part in PARTS.items():
        with without(part):
            again = look_again(reader, rows)
            less = figures(again, _check(again, look_again(reader, written)))
        moved = {n: v for n, v in less.items() if abs(v - whole[n]) > MOVED}
        print(f"| {name} | " + ", ".join(f"{n} {v:.3f} ({whole[n]:.3f})" for n, v in moved.items()))


if __name__ == "__main__":
    main()
