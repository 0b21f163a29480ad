"""The word lists: how a line is read."""

from __future__ import annotations

import pytest

from okrlint.language.words import Entry, load_entries, parse_entries


def test_comments_blank_lines_and_fields() -> None:
    text = "# why\n\nlaunch\tverb\twork  # also a noun\nroll out\n#launch\n"
    assert parse_entries(text) == (
        Entry("launch", ("verb", "work")),
        Entry("roll out"),
        Entry("#launch"),
    )


def test_a_hash_inside_a_word_stays() -> None:
    assert parse_entries("C#\n") == (Entry("C#"),)


def test_a_missing_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load_entries("no-such-list")
