"""What some three thousand statements are read as, in all parts: a change shows in the file."""

from __future__ import annotations

from tests.language.read_out import load_rows, read_all


def test_statements_are_read_as_they_were() -> None:
    rows = load_rows()
    said = read_all([statement for statement, _ in rows])
    changed = [f"{now[0]}: {now[1]}" for now, row in zip(said, rows, strict=True) if now != row]
    assert changed == [], "python -m tests.language.read_out writes the file anew"
