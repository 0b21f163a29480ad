"""What stands at an end of a statement and points elsewhere: "(#1312)", "[FERRY-12]"."""

from __future__ import annotations

import re
from functools import lru_cache

from okrlint.markdown.block import MarkKind
from okrlint.outline.text import Text
from okrlint.outline.vocabulary import HANGING

_TAG = (
    r"(?<=\s)(?<!\bin\s)(?<!\bto\s)(?<!\bon\s)(?<!\bat\s)(?<!\bof\s)(?<!\bvia\s)(?<!\bthe\s)"
    r"(?<!\bfrom\s)(?<!channel\s)#[a-z][\w/-]*"
)
"""A tag behind a statement, "#family"; not "in #support", which the statement needs."""

_STANDARDS = r"(?!(?:ISO|IEC|EN|DIN|RFC|SOC|COVID|UTF|SHA|GPT|NIS|PCI|CIS)-)"
_KEY = rf"(?-i:{_STANDARDS}[A-Z][A-Z0-9]{{1,9}}-\d{{1,6}})"
"""The key of a ticket, "FERRY-12"; not "ISO-9001", the name of a norm."""
_REFERENCE = rf"(?:(?:[\w.-]+/[\w.-]+)?[#!]\d{{1,6}}(?:\+s?)?|{_KEY}|<?https?://[^\s()\[\]<>]+>?)"
_LABELS = r"~(?:\"[^\"]{1,40}\"|[a-z][\w:-]{1,39})"
"""Labels of issues: ~bug, ~"health::on track"; not "~350", an amount."""
_KIND = r"(?:see|cf\.?|issues?|tickets?|prs?|mrs?|epics?|jira|stor(?:y|ies)|refs?|tracked in|gh)"
_NAMED = rf"(?:{_KIND}[\s:]+){{0,3}}{_REFERENCE}"
_REFERENCES = rf"{_NAMED}(?:(?:\s*(?:[,;/&+]|\band\b)\s*|\s+){_NAMED}){{0,9}}"
_NEEDED = r"(?<!\w[-#])" + "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        *HANGING,
        *"via no about top rank ranked position place spot number room building floor".split(),
        *"gate booth slot version release channel issue ticket epic story fix close visit".split(),
    )
)
"""Not behind a word that needs what follows: "the bugs in #1200", "rank #12"."""

_POINTER = re.compile(
    r"\s*(?:\{#[^{}\s]+\}|(?<=\s)\^[\w-]+|"
    + _TAG
    + rf"|[(\[]\s*{_REFERENCES}\s*[)\]]"
    + r"|\(see\s+[^()\[\]]{1,60}\)|\[\s*see\s+[^\[\]]{1,60}\]"
    + rf"|(?:(?<=\s)(?:→|->|=+>|–|—|-|\|)|,?\s+see:?)\s+{_REFERENCES}"
    + rf"|(?<=\s){_NEEDED}(?:[#!]\d{{2,6}}(?:\+s?)?|{_LABELS}|[\w.-]+/[\w.-]+#\d+|<?https?://[^\s()\[\]<>]+>?)"
    + r"|[(\[][\u2580-\u259f\u25a0\u25a1\u25ac\u25ad\u25b0\u25b1]{3,40}[)\]]"
    + rf"|\[\^[\w-]+\]|{_NEEDED}\[\[[^\[\]]+\]\]|(?<=[\s\w.%])\*{{1,3}})$",
    re.I,
)
"""Words that only point elsewhere: "(see notes)", a footnote mark, a wiki link, a ticket."""

_LEADING = re.compile(
    rf"\s*(?:[(\[]\s*{_REFERENCES}\s*[)\]]\s*[:–—-]*\s*|{_REFERENCES}\s*(?::|\s[–—-])\s+|#\d{{2,6}}\s+)"
    r"(?=\S)",
    re.I,
)
"""The same before a statement: "[FERRY-12] Boats sail on time"."""

_NAMES = frozenset("link links source details ticket epic issue tracking".split())
"""What a link is called that only leads on."""


def leading_pointer(words: str) -> int:
    """Where the statement begins behind a reference to a ticket; 0 without one."""
    match = _LEADING.match(words)
    return match.end() if match else 0


def pointer_behind(text: Text, tail: int) -> re.Match[str] | None:
    """A pointer at the end of a text, looked for from the offset `tail` on."""
    return _find_pointer(text.words, tail) or _link_behind(text)


@lru_cache(maxsize=4096)  # of one document that is typed in, nearly all lines come again
def _find_pointer(words: str, tail: int) -> re.Match[str] | None:
    return _POINTER.search(words, tail)


def _link_behind(text: Text) -> re.Match[str] | None:
    """A link in parentheses, after a finished sentence, or with a name that only leads on."""
    words = text.words
    match = re.search(r"\s\((?P<link>[^(),]{1,30})\)$|(?<=[.!?])\s+(?P<link2>[^.!?]{1,40})$", words)
    group = "link" if match and match["link"] else "link2"
    if match and text.covered(MarkKind.LINK, *match.span(group)):
        whole = text.covered(MarkKind.LINK, max(0, match.start() - 1), match.end(group))
        return None if whole else match  # the end of a statement that is a link as a whole
    last = re.search(r"\s(?P<link>[^\s]+)$", words)
    named = last and (last["link"].lower() in _NAMES or re.fullmatch(rf"#\d+|{_KEY}", last["link"]))
    behind_figure = any(char.isdigit() for char in words[: last.start()]) if last else False
    if last and named and behind_figure and text.covered(MarkKind.LINK, *last.span("link")):
        return last if re.search(_NEEDED + r"$", words[: last.start() + 1]) else None
    return None
