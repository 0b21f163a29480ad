"""Rows of tokens, written as for spaCy's Matcher, matched in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from okrlint.declared.spec import Token, Tokens
from okrlint.linear import Automaton, RegexError, TooLargeError, compile_regex
from okrlint.linear.tree import Node, One, Repeat
from okrlint.linear.tree import Sequence as Row
from okrlint.typed import nearest

ATTRIBUTES = (
    "TEXT", "ORTH", "LOWER", "NORM", "LEMMA", "POS", "TAG", "DEP", "SHAPE",
    "IS_ALPHA", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_STOP",
    "IS_CURRENCY", "IS_QUOTE", "IS_BRACKET", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL",
)  # fmt: skip
"""What may be asked of a token, as spaCy calls it."""
_NAMES = tuple(
    name.lower() if name.startswith(("IS_", "LIKE_")) else f"{name.lower()}_"
    for name in ("ORTH", *ATTRIBUTES[1:])
)
"""What spaCy calls them on a token, as plain values."""
_KINDS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "CONJ", "DET", "EOL", "INTJ", "NOUN", "NUM", "PART",
    "PRON", "PROPN", "PUNCT", "SCONJ", "SPACE", "SYM", "VERB", "X",
)  # fmt: skip
"""What spaCy says of POS."""
_TIMES = {"?": (0, 1), "+": (1, None), "*": (0, None), "!": (1, 1)}
_NUMBERED = re.compile(r"\{(\d{1,4})(?:(,)(\d{0,4}))?\}")
_HOW = {"IN": "in", "NOT_IN": "not in", "REGEX": "regex"}

Seen = tuple[str, ...]
"""A token by its attributes, in the order of ATTRIBUTES."""


def read_tokens(tables: Iterable[Mapping[str, Any]]) -> Tokens:
    """The row that the tables of a pattern stand for; raises ValueError that says what is wrong."""
    found = Tokens(tuple(_token(table) for table in tables))
    try:
        automaton_of(found)
    except TooLargeError as error:
        raise ValueError(str(error)) from error
    return found


@lru_cache(maxsize=256)
def automaton_of(tokens: Tokens) -> Automaton:
    """The row, ready to be found in tuples of Seen; raises TooLargeError."""
    return Automaton(Row(tuple(_node(token) for token in tokens.row)))


@lru_cache(maxsize=4)
def see_tokens(
    texts: tuple[str, ...], pipeline: str | None
) -> tuple[tuple[tuple[int, int, Seen], ...], ...]:
    """The tokens of statements with their offsets; loads spaCy. Raises PipelineError."""
    from okrlint.language import load_reader

    reader = load_reader(pipeline)
    ours = [name for name in reader.nlp.pipe_names if name.startswith("okr_")]
    read = reader.nlp.pipe(reader.docs(texts), disable=ours)
    return tuple(tuple((t.idx, t.idx + len(t), _seen(t)) for t in doc) for doc in read)


def _seen(token: Any) -> Seen:
    return tuple(_plain(getattr(token, name)) for name in _NAMES)


def _token(table: Mapping[str, Any]) -> Token:
    times = table.get("OP", "{1}")
    if not isinstance(times, str) or not (times in _TIMES or _NUMBERED.fullmatch(times)):
        raise ValueError(f"OP: {times!r} is none of ! ? + * and {{2}} {{2,4}} {{2,}}")
    if times in _TIMES:
        least, most = _TIMES[times]
    else:
        low, comma, high = _NUMBERED.findall(times)[0]
        least = int(low)
        most = int(high) if high else (None if comma else least)
    if most is not None and least > most:
        raise ValueError(f"OP: {times!r} asks for more than it allows")
    tests = tuple(_test(key, value) for key, value in table.items() if key != "OP")
    return Token(tests, least, most, refused=times == "!")


def _test(key: str, value: object) -> tuple[str, str, tuple[str, ...]]:
    if key not in ATTRIBUTES:
        raise ValueError(f"no token has {key!r}; {nearest(key, (*ATTRIBUTES, 'OP'))}")
    if isinstance(value, (str, bool)):
        return (key, "in", (_known(key, value),))
    if isinstance(value, Mapping) and len(value) == 1:
        ((how, what),) = value.items()
        if how == "REGEX" and isinstance(what, str):
            try:
                compile_regex(what, ignore_case=False)
            except RegexError as error:
                raise ValueError(f"{key}: REGEX: {error}") from error
            return (key, "regex", (what,))
        if how in ("IN", "NOT_IN") and isinstance(what, list) and what:
            return (key, _HOW[how], tuple(_known(key, one) for one in what))
    raise ValueError(f"{key}: give a word, true, false, {{ IN = [...] }} or {{ REGEX = '...' }}")


def _known(key: str, value: object) -> str:
    """A value as text; raises ValueError for one that no token has."""
    if key.startswith(("IS_", "LIKE_")) and not isinstance(value, bool):
        raise ValueError(f"{key}: say true or false")
    if key == "POS" and value not in _KINDS:
        raise ValueError(f"POS: no token is {value!r}; {nearest(str(value), _KINDS)}")
    return _plain(value)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _node(token: Token) -> Node:
    tests = tuple(_passes(*test) for test in token.tests)
    one = One(lambda seen: all(test(seen) for test in tests) is not token.refused)
    return one if (token.least, token.most) == (1, 1) else Repeat(one, token.least, token.most)


def _passes(key: str, how: str, values: tuple[str, ...]) -> Callable[[Seen], bool]:
    at = ATTRIBUTES.index(key)
    if how == "regex":
        wanted = compile_regex(values[0], ignore_case=False)
        return lambda seen: next(iter(wanted.find(seen[at], 1)), None) is not None
    allowed = frozenset(values)
    return lambda seen: (seen[at] in allowed) is (how == "in")


def find_rows(
    tokens: Tokens, seen: Sequence[tuple[int, int, Seen]], most: int
) -> Iterator[tuple[int, int]]:
    """Yield the characters of each row of tokens, half-open."""
    row = [one for _, _, one in seen]
    for start, end in automaton_of(tokens).find(row, most):
        yield seen[start][0], seen[end - 1][1]
