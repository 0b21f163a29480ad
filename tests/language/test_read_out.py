"""What some fifteen hundred statements are read as, in all parts: a change shows in the file."""

from __future__ import annotations

from okrlint.language import load_reader
from tests.language.read_out import load_rows, read_out


def test_statements_are_read_as_they_were() -> None:
    rows = load_rows()
    readings = load_reader().read([statement for statement, _ in rows])
    said = [(r.text, read_out(r)) for r in readings]
    changed = [
        f"{text}: {now}" for (text, now), row in zip(said, rows, strict=True) if (text, now) != row
    ]
    assert changed == [], "python -m tests.language.read_out writes the file anew"
