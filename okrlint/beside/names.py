"""What a column, a sub-bullet or a tail is called by: "Starting point" is a baseline."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from okrlint.beside.words import load_names, plain

STAGES = ("q1", "q2", "q3", "q4")
"""Targets for the quarters of a year."""

_STAGE = re.compile(
    r"(?:end of |eo)?(?:(?:target|goal|plan|planned)s?(?: for)? )?q(?P<quarter>[1-4])"
    r"(?:[ '/-]*(?:fy ?)?(?:20)?\d\d)?"
    r"(?: (?P<meant>target|goal|plan|milestone|commitment)s?(?: 20\d\d)?)?"
    r"|(?:fy ?)?20\d\d[ -]*q(?P<second>[1-4])(?: (?:target|goal|plan|milestone)s?)?"
)
_LINKS = frozenset(("to", "from", "by"))
"""Names of fields that, at the end of others, only link: "What we're committing to"."""
_ASIDE = re.compile(r"\s*[(\[].*", re.DOTALL)
_DATED = re.compile(
    r"(?P<name>[a-z]+(?: value)?) "
    r"(?:(?:in )?(?:w|wk|week|term|semester|s|year|y)[ .]?\d{1,2}|\d\d/\d\d|\d{1,2}\.\d{1,2}"
    r"|(?:at |by )?(?:the )?end of (?:the )?(?:year|term|quarter|period|semester|season))"
)
"""A name with a school year, a week or another date that no calendar knows; "Target 1" has none."""


_OWN: ContextVar[Mapping[str, str]] = ContextVar("own names of fields", default={})  # noqa: B039


@contextmanager
def also_named(names: Iterable[tuple[str, str]]) -> Generator[None]:
    """Know more names of fields, each with its canonical one, in what runs inside."""
    token = _OWN.set({plain(word): name for word, name in names})
    try:
        yield
    finally:
        _OWN.reset(token)


_P = ParamSpec("_P")
_T = TypeVar("_T")


def remembered(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """Keep what was read of a line, apart for each set of own names.

    Of one document that is typed in, nearly all lines come again.
    """

    @lru_cache(maxsize=4096)
    def known(_names: frozenset[tuple[str, str]], *args: _P.args, **options: _P.kwargs) -> _T:
        return read(*args, **options)

    @wraps(read)
    def ask(*args: _P.args, **options: _P.kwargs) -> _T:
        names = frozenset(_OWN.get().items())  # and all that is given can be a key, as words can
        return known(names, *args, **options)  # type: ignore[arg-type]

    return ask


def name_of(words: str, *, loose: bool = False) -> str | None:
    """The canonical name of a field that is called `words`; None when it names none.

    A remark in brackets says nothing here ("Target (Dec 31)"). `loose`: the last word of a short
    name is enough ("Mid-year score"), as in the header of a table; otherwise its last two.
    """
    name = plain(_ASIDE.sub("", words)) or plain(words)
    own = _OWN.get()
    if own and (name in own or plain(words) in own):
        return own.get(name) or own[plain(words)]
    names = load_names()
    if name in names:
        return names[name]
    if stage := _STAGE.fullmatch(name):
        return f"q{stage['quarter'] or stage['second']}"
    if dated := _DATED.fullmatch(name):
        return names.get(dated["name"])
    tokens = name.split()
    if loose and 2 <= len(tokens) <= 4:
        last = None if tokens[-1] in _LINKS else names.get(tokens[-1])
        return names.get(" ".join(tokens[-2:])) or last
    return names.get(" ".join(tokens[-2:])) if 3 <= len(tokens) <= 4 else None
