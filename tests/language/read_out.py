"""A reading in one line, so that a file can hold what each of many statements was read as.

    python -m tests.language.read_out          # write readings.tsv anew, then look at its diff

`readings.tsv` is no list of what is right (`statements.tsv` is): it shows what a change does to
statements that nobody thought of. Its statements were chosen so that together they go every way
through `okrlint/language` that some twelve thousand do, and need every word of its lists that one
of these needs.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from okrlint.language import load_reader
from okrlint.language.reader import reading_of, see
from okrlint.language.together.signs import QUESTIONS
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


def list_signs(doc: Doc, reading: Reading) -> Iterator[str]:
    """The bones of a statement and the signs by which it was judged, where they stand.

    How sure the learned reader is may differ from processor to processor, so it is left out.
    """
    yield repr(reading.predicate)
    for sign in load_reader().nlp.get_pipe("okr_promise").signs(doc):
        yield f"{sign.name} {sign.start}-{sign.end}"
    seen = see(doc, reading)
    if seen is not None:
        for question, find in QUESTIONS.items():
            for name, value in sorted(find(seen).items()):  # some come from a set
                yield f"{question}: {name}" + ("" if "reader" in name else f" {value:.3f}")


def read_all(statements: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each statement with what it is read as, and a sum over its signs at the end."""
    reader = load_reader()
    for text, doc in zip(statements, reader.nlp.pipe(reader.docs(statements)), strict=True):
        reading = reading_of(text, doc)
        signs = zlib.crc32("\n".join(list_signs(doc, reading)).encode())
        yield text, f"{read_out(reading)}; {signs:08x}"


def load_rows() -> list[tuple[str, str]]:
    """Each statement with what it was read as."""
    lines = FILE.read_text("utf-8").splitlines()
    return [(statement, said) for statement, _, said in (line.partition("\t") for line in lines)]


def main() -> None:
    """Write the file anew, with the statements that it holds."""
    statements = dict.fromkeys(statement for statement, _ in load_rows())
    lines = (f"{statement}\t{said}\n" for statement, said in read_all(list(statements)))
    FILE.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
