"""Regular expressions as Python writes them -> a tree; without what needs going back."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache, partial

from okrlint.linear.automaton import Automaton, TooLargeError
from okrlint.linear.tree import Choice, Edge, Node, One, Repeat, Sequence

LONGEST = 500
"""Characters of a pattern."""
_EDGES = {"^": "^", "$": "$", r"\b": "b", r"\B": "B", r"\A": "^", r"\Z": "$"}
_TOKEN = re.compile(
    r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.))"
    r"|(?P<group>\((?:\?(?:P<\w+>|.)?)?)"
    r"|(?P<times>[*+?]|\{(?=\d|,)\d*,?\d*\})(?P<how>[?+]?)"
    r"|(?P<plain>.)",
    re.DOTALL,
)


class RegexError(ValueError):
    """A regular expression that cannot be used; says what is wrong, and where."""


@lru_cache(maxsize=512)
def compile_regex(pattern: str, *, ignore_case: bool = True) -> Automaton:
    """Make a regular expression ready for searching; raises RegexError.

    The longest match counts, so "+?" is as good as "+".
    """
    if len(pattern) > LONGEST:
        raise RegexError(f"has more than {LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
            tree = _Parser(pattern, re.RegexFlag(re.IGNORECASE if ignore_case else 0)).parse()
        return Automaton(tree)
    except (re.error, TooLargeError) as error:
        raise RegexError(str(error)) from error
    except (RecursionError, OverflowError) as error:
        raise RegexError("is nested too deep or repeats too much") from error


class _Parser:
    """Reads a pattern that `re` has found well formed."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._tokens = list(_TOKEN.finditer(pattern))[::-1]
        self._flags = flags

    def parse(self) -> Node:
        """One part with its alternatives, up to the bracket that closes it."""
        choices: list[tuple[Node, ...]] = []
        parts: list[Node] = []
        while self._tokens and self._tokens[-1]["plain"] != ")":
            token = self._tokens.pop()
            if token["plain"] == "|":
                choices.append(tuple(parts))
                parts = []
            elif token["times"]:
                parts[-1] = _repeated(parts[-1], token)
            else:
                parts.append(self._part(token))
        if not choices:
            return Sequence(tuple(parts))
        return Choice(tuple(Sequence(one) for one in (*choices, tuple(parts))))

    def _part(self, token: re.Match[str]) -> Node:
        text = token[0]
        if token["group"]:
            if text not in {"(", "(?:"} and not text.startswith("(?P<"):
                raise _refusal(token, _why_not(text))
            inside = self.parse()
            self._tokens.pop()
            return inside
        if text in _EDGES:
            return Edge(_EDGES[text])
        if token["escape"] and text[1] in "123456789":
            raise _refusal(token, _BACK)
        return One(partial(_is_one, text, self._flags))


_BACK = "refers to what was found, which can take forever"


def _why_not(group: str) -> str:
    if group.endswith("P"):
        return _BACK
    unknown = group[-1] in "aiLmsux-#>"
    return "is not known here" if unknown else "looks around, which can take forever"


def _refusal(token: re.Match[str], reason: str) -> RegexError:
    return RegexError(f"'{token[0]}' at character {token.start() + 1} {reason}; do without")


def _is_one(text: str, flags: re.RegexFlag, char: str) -> bool:
    """Whether a character passes; a set is made ready when it is first asked, which may be slow."""
    return _compiled(text, flags).fullmatch(char) is not None


@lru_cache(maxsize=4096)
def _compiled(text: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(text, flags)


def _repeated(part: Node, token: re.Match[str]) -> Node:
    times = token["times"]
    if times in "*+?":
        return Repeat(part, 1 if times == "+" else 0, 1 if times == "?" else None)
    least, comma, most = times[1:-1].partition(",")
    least = least or "0"
    if not comma:
        return Repeat(part, int(least), int(least))
    return Repeat(part, int(least), int(most) if most else None)
