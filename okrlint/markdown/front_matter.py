"""The YAML between `---` lines at the top of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.markdown.lines import Lines
from okrlint.model import Comment, Span

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:(.*?)\n)?(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_YAML_LINE = re.compile(r"[ \t]|#|-(?:[ \t]|$)|[\]})]|[^\s:#][^:]*:(?:\s|$)")
_KEY_LINE = re.compile(r"[^\s:#-][^:]*:(?:\s|$)")
_FOREIGN = 0.25
"""The share of lines that may be faulty YAML ("key:value")."""
_COMMENT = re.compile(r"^[ \t]*#(.*)$", re.MULTILINE)


def front_matter_end(lines: Lines) -> int:
    """The offset in `lines.text` after the front matter; 0 without one.

    A `---` at the top may also be a rule above ordinary text: front matter has keys, and hardly a
    line that YAML has not.
    """
    match = _FRONT_MATTER.match(lines.text)
    if match is None:
        return 0
    inside = [line for line in (match[1] or "").split("\n") if line.strip()]
    foreign = sum(not _YAML_LINE.match(line) for line in inside)
    has_keys = any(_KEY_LINE.match(line) for line in inside)
    return match.end() if has_keys and foreign <= len(inside) * _FOREIGN else 0


def find_yaml_comments(lines: Lines, end: int) -> Iterator[Comment]:
    """The comment lines of the front matter that ends at `end`."""
    for match in _COMMENT.finditer(lines.text, 0, end):
        line = lines.text.count("\n", 0, match.start(1))
        start = lines.source_offset(line, match.start(1) - 1)
        yield Comment(Span(start, lines.source_offset(line, match.end())), match[1].strip())
