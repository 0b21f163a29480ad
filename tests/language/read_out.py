"""A reading in one line, so that a file can hold what each of many statements was read as.

    python -m tests.language.read_out          # write readings.tsv anew, then look at its diff

`readings.tsv` is no list of what is right (`statements.tsv` is): it shows what a change does to
statements that nobody thought of.
"""

from __future__ import annotations

from pathlib import Path

from okrlint.language import load_reader
from okrlint.reading import Evidence, Quantity, Reading, When

FILE = Path(__file__).parent / "readings.tsv"
SURE = 0.6
"""Below this confidence the promise may differ from processor to processor."""


def read_out(reading: Reading) -> str:
    """What a statement promises, counts, dates, joins and leaves vague, and the words for it."""
    parts = [
        reading.promise.value if reading.confidence >= SURE else "?",
        *(_evidence(reading, "because", one) for one in reading.evidence[:3]),
        *(_quantity(reading, one) for one in reading.quantities),
        *(_when(one) for one in reading.whens),
        *(_evidence(reading, "part", one) for one in reading.compound),
        *(_evidence(reading, "vague", one) for one in reading.vague),
    ]
    return "; ".join(parts)


def _evidence(reading: Reading, name: str, one: Evidence) -> str:
    return f"{name} {reading.text[one.start : one.end]!r} {one.says}"


def _quantity(reading: Reading, one: Quantity) -> str:
    numbers = "/".join("-" if n is None else f"{n:g}" for n in (one.baseline, one.value, one.upper))
    words = reading.text[one.start : one.end]
    from_where = reading.text[one.baseline_start or 0 : one.baseline_end or 0]
    return (
        f"{one.measure.value} {words!r} {numbers} {one.unit} {one.comparison.value} {from_where!r}"
    )


def _when(one: When) -> str:
    days = "/".join(str(day or "-") for day in (one.earliest, one.latest))
    return f"{one.kind.value} {one.text!r} {days} {one.event or '-'} {one.impossible}"


def load_rows() -> list[tuple[str, str]]:
    """Each statement with what it was read as."""
    lines = FILE.read_text("utf-8").splitlines()
    return [(statement, said) for statement, _, said in (line.partition("\t") for line in lines)]


def main() -> None:
    """Write the file anew, with the statements that it holds."""
    statements = [statement for statement, _ in load_rows()]
    readings = load_reader().read(statements)
    lines = (f"{s}\t{read_out(r)}\n" for s, r in zip(statements, readings, strict=True))
    FILE.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
