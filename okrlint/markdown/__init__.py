"""Markdown text -> Document; the only code that knows markdown-it-py."""

from __future__ import annotations

from okrlint.markdown.parse import parse

__all__ = ["parse"]
