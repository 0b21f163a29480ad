"""Styled text -> a string, with or without terminal colours."""

from __future__ import annotations

from rich.text import Text

from okrlint.finding import Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
"""How each severity looks in a terminal."""


def paint(text: Text, *, color: bool) -> str:
    """The text as one string, never wrapped; ANSI colours only when `color`."""
    if not color:
        return text.plain
    from io import StringIO

    from rich.console import Console

    console = Console(
        file=StringIO(), force_terminal=True, color_system="standard", soft_wrap=True, width=10_000
    )
    with console.capture() as capture:
        console.print(text, end="", highlight=False, markup=False, emoji=False)
    return capture.get()
