"""What a statement promises together with its target."""

from __future__ import annotations

from dataclasses import replace

from okrlint.reading import Reading


def joined_promise(own: Reading, joined: Reading, target: str) -> Reading:
    """The reading with the promise that the statement and its target make together."""
    return replace(own, promise=joined.promise, confidence=joined.confidence)
