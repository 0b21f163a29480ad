"""Markdown text -> blocks with exact places; the only code that knows markdown-it-py."""
