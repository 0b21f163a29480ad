"""Files that are no Markdown -> Markdown with the place of each part; Markdown stays as it is."""

from __future__ import annotations

from okrlint.sources.load import OTHERS, convert, is_markdown, load_source, size_limit
from okrlint.sources.writer import Source

__all__ = ["OTHERS", "Source", "convert", "is_markdown", "load_source", "size_limit"]
