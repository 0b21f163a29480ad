"""Styled text -> a string, with or without terminal colours."""

from __future__ import annotations

from collections.abc import Iterable

STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
"""How each severity looks in a terminal, by its word."""


class Text:
    """Pieces of text, each with a style; rich is asked only where colours are shown."""

    __slots__ = ("pieces",)

    def __init__(self, text: str = "", style: str = "") -> None:
        self.pieces = [(text, style)] if text else []

    def append(self, text: str | Text, style: str = "") -> Text:
        """Add a piece, or the pieces of another text; gives the text itself."""
        self.pieces += text.pieces if isinstance(text, Text) else [(text, style)]
        return self

    def join(self, texts: Iterable[Text]) -> Text:
        """The texts with this one between them."""
        joined = Text()
        for number, text in enumerate(texts):
            if number:
                joined.append(self)
            joined.append(text)
        return joined

    @property
    def plain(self) -> str:
        """The characters alone."""
        return "".join(text for text, _ in self.pieces)


def width_of(text: str) -> int:
    """The columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def paint(text: Text, *, color: bool) -> str:
    """The text as one string, never wrapped; ANSI colours only when `color`."""
    if not color:
        return text.plain
    from io import StringIO

    import rich.text
    from rich.console import Console

    console = Console(
        file=StringIO(), force_terminal=True, color_system="standard", soft_wrap=True, width=10_000
    )
    styled = rich.text.Text()
    for piece, style in text.pieces:
        styled.append(piece, style or None)
    with console.capture() as capture:
        console.print(styled, end="", highlight=False, markup=False, emoji=False)
    return capture.get()
