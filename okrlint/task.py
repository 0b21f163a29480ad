"""One text of many that are linted at once."""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.config.settings import Settings
from okrlint.span import Places


@dataclass(frozen=True, slots=True)
class Task:
    """A text that is to be linted with others."""

    text: str
    path: str = ""
    settings: Settings = Settings()
    before: str | None = None
    """The text at an earlier revision."""
    seconds: float | None = None
    """The most time that it may take."""
    places: Places | None = None
    """Where the parts of the text stand in a file that it was made of."""
