"""The command line of `train.py`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

OUT = Path(__file__).parents[1] / "okrlint" / "language" / "learned" / "data"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was asked for."""

    work: Path
    out: Path
    corpus: Path | None
    start: Path | None
    gold: tuple[tuple[str, Path], ...]
    teachers: int
    teacher_epochs: int
    times: int
    epochs: int
    pieces: int
    layers: tuple[int, ...]
    levels: int
    word_levels: int
    rate: float
    seed: int
    threads: int


def parse_options(about: str) -> Options:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--work", type=Path, required=True, help="folder for what is kept between steps"
    )
    parser.add_argument("--out", type=Path, default=OUT, help="where the model goes")
    parser.add_argument("--corpus", type=Path, help="folder of the real statements; see real.py")
    parser.add_argument("--start", type=Path, help="folder of a reader to go on from")
    parser.add_argument("--gold", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--teachers", type=int, default=1)
    parser.add_argument("--teacher-epochs", type=int, default=4)
    parser.add_argument("--times", type=int, default=4, help="rounds of variants")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=12_000)
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of the base to keep")
    parser.add_argument("--levels", type=int, default=66, help="not those of --start; see README")
    parser.add_argument("--word-levels", type=int, default=31)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    found = vars(parser.parse_args())
    found["gold"] = tuple((n, Path(f)) for n, _, f in (g.partition("=") for g in found["gold"]))
    found["layers"] = tuple(int(n) for n in found["layers"].split(","))
    return Options(**found)
