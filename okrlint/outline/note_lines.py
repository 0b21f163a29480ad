"""Lines of prose that a statement's own list item or paragraph goes on with.

Markdown makes one paragraph of wrapped lines, so a remark on the next line runs into the statement.
It is told by how it is set off: from bold to plain, from plain to italics, by a hard line break, or
by a full stop before it. A line that goes on in lower case is always the statement's.
"""

from __future__ import annotations

from okrlint.markdown.block import MarkKind
from okrlint.outline.judge import has_number
from okrlint.outline.text import Text


def without_notes(text: Text, source: str, titled: bool) -> Text:
    """The text up to the first line that only remarks on it.

    `titled`: the first line may be a mere name, with what it stands for below, as key results
    have it ("**Arrival times**", then the sentence).
    """
    words = text.words
    at = words.find("\n")
    while at >= 0:
        end = words.find("\n", at + 1)
        following = text.cut(at + 1, end if end >= 0 else None)
        if titled and not has_number(words[:at]) and text.cut(0, at).is_wholly(MarkKind.STRONG):
            return text
        if _is_note(text.cut(0, at), following, _is_hard(text, at, source)):
            return text.cut(0, at)
        at = end
    return text


def _is_note(before: Text, line: Text, hard: bool) -> bool:
    first = next((char for char in line.words if char.isalnum()), "")
    if not first or not before.words:
        return False
    italic = line.is_wholly(MarkKind.EMPHASIS) and not line.is_wholly(MarkKind.STRONG)
    if italic and not before.is_wholly(MarkKind.EMPHASIS):
        return len(before.words.split()) > 1
    if not first.isupper():
        return False
    bold = before.is_wholly(MarkKind.STRONG) and not line.is_wholly(MarkKind.STRONG)
    return hard or bold or before.words.endswith((".", "!", "?"))


def _is_hard(text: Text, at: int, source: str) -> bool:
    """Whether the author broke the line on purpose: two spaces or a backslash before its end."""
    end = source.find("\n", text.prose.ends[at - 1]) if at else -1
    gap = source[text.prose.ends[at - 1] : end].rstrip("\r") if end >= 0 else ""
    return gap.endswith(("  ", "\\"))
