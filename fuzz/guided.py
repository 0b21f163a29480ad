"""Fuzz one target, guided by which lines an input reaches: `python -m fuzz.guided TARGET FOLDER`.

Needs atheris. FOLDER keeps the inputs that reached something new, so that a later run goes on from
there. `--seconds=600` ends it after so much time of the processor, however busy the machine is;
further arguments go to libFuzzer. An input that fails is written to `crash-*`;
`python -m fuzz.guided TARGET crash-...` runs it again.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # by whoever fuzzes

with atheris.instrument_imports(include=["okrlint", "okrlint_rules"]):
    from fuzz.drawn import DRAWS
    from fuzz.targets import TARGETS, run

_SEEDS = Path(__file__).parent.parent / "tests" / "corpus"


def _begin(name: str, folder: Path) -> None:
    """Put the documents of the tests into an empty folder, as what to begin with."""
    folder.mkdir(parents=True, exist_ok=True)
    if TARGETS[name][2] == "document" and not any(folder.iterdir()):
        for file in sorted(_SEEDS.glob("*.md")):
            folder.joinpath(file.stem).write_bytes(b"\xff" + file.read_bytes())


def main() -> None:
    """Fuzz until libFuzzer is told to end, or something fails."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    wanted = [one.partition("=")[2] for one in sys.argv if one.startswith("--seconds=")]
    seconds = float(wanted[-1]) if wanted else float("inf")
    if not folder.is_file():
        _begin(name, folder)
    draw = DRAWS[TARGETS[name][2]]

    def one(data: bytes) -> None:
        run(name, draw(data))
        if time.process_time() > seconds:
            os.kill(os.getpid(), signal.SIGINT)  # libFuzzer says what it did, and ends

    rest = [one for one in sys.argv[2:] if not one.startswith("--seconds=")]
    atheris.Setup([sys.argv[0], *rest], one)
    atheris.Fuzz()


main()
