"""Markdown text -> Document; the only code that knows markdown-it-py."""
