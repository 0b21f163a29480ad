"""What stands before a label or statement and says nothing: emoji, badges, bullets, brackets."""

from __future__ import annotations

import re
import unicodedata

_PIECE = re.compile(
    r"""\s+
    | :[a-z0-9_+-]+:            # :rocket:
    | [(\[]P\d[)\]]:?(?=\s)       # [P0] before a label
    | ![A-Z]{2,12}!             # !WIP!
    | \[[ xX/>!?~*-]\](?=\s)    # a checkbox that Markdown did not take for one
    | \[(?i:done|todo|wip|new|open|closed|planned|(?:in\s)?progress)\](?=\s)
    | \[(?i:(?:on|off)\strack|at\srisk|blocked|cancell?ed)\](?=\s)
    | (?:TODO|DONE|WAITING)(?=\s+(?:KR|O|Key|Objective)\b)  # states of tasks before a label
    | \((?:\*[rgby]?|[!/xi?+-]|(?:(?:blue|red|green|yellow|grey)\s)?(?:star|tick|cross|error|warning
        |flag|information|light\son|thumbs\sup))\)(?=\s)  # (blue star)
    | \[!\w+\][+-]?             # the head of a callout: [!note]
    | \[\]\{\#[^{}\s]+(?:\s[^{}]{0,40})?\}  # []{#_Toc1 .anchor}, a place in a Word document
    | [(\[]\d{1,3}(?:\.\d)?\s*(?:/\s*\d{1,3}|%)[)\]](?=\s)  # (5/10) before a label
    | [0-9#*]\ufe0f?\u20e3      # keycap digits
    | \d{1,2}[.)](?=\s)          # 1. Objective
    | \d{1,2}(?:\.\d{1,2})+[.)]?(?=\s+[A-Z])  # 3.1 Objective
    | [a-h]\)(?=\s)              # a) ...
    """,
    re.VERBOSE,
)
_LETTERS = frozenset("TDWabcdefgh")
"""The letters that such a piece may begin with."""
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]*:(?=\s)")
_LAST_SHORTCODE = re.compile(r"(?<=\s):[a-z][a-z0-9_+-]*:")
_MARKS = frozenset("•·▪◦‣➢➤➜→⇒»>–—-*+|~‐‑")
_JOINERS = frozenset("\ufe0f\u200d\u200b\u2060\u20e3")


def skip_decoration(text: str, start: int = 0) -> int:
    """The offset of the first character at or after `start` that can belong to a statement."""
    at = start
    while at < len(text) and not (text[at].isalpha() and text[at] not in _LETTERS):
        piece = _PIECE.match(text, at)
        if piece:
            at = piece.end()
        elif is_symbol(text[at]) or (text[at] in _MARKS and text[at + 1 : at + 2].isspace()):
            at += 1
        else:
            break
    return at


def skip_symbols(text: str, start: int = 0) -> int:
    """The offset of the first character at or after `start` that is no emoji and no white space."""
    at = start
    while at < len(text):
        shortcode = _SHORTCODE.match(text, at)
        if shortcode:
            at = shortcode.end()
        elif text[at].isspace() or is_symbol(text[at]):
            at += 1
        else:
            break
    return at


def is_symbol(char: str) -> bool:
    """Whether the character is an emoji, a dingbat or a joiner of such, not a letter or sign."""
    return char in _JOINERS or (unicodedata.category(char) == "So" and char not in "°©®™№")


def rstrip_symbols(text: str) -> int:
    """The end of the text without emoji and white space behind it."""
    end = len(text)
    while end:
        first = text.rfind(":", 0, end - 1) if text[end - 1] == ":" else -1
        if first > 0 and _LAST_SHORTCODE.fullmatch(text, first, end):
            end = first
        elif text[end - 1].isspace() or is_symbol(text[end - 1]):
            end -= 1
        else:
            break
    return end
