"""A table `[[rule]]` -> Declared; what is wrong is told where it stands."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

import msgspec

from okrlint.declared.raw import KEYS, STAND_INS, RawRule
from okrlint.declared.spec import NEED_READING, Amount, Declared, Demand, Look, Phrase, Regex
from okrlint.declared.tokens import read_tokens
from okrlint.errors import ConfigError
from okrlint.finding import Severity
from okrlint.linear import RegexError, compile_regex
from okrlint.model import FIELD_NAMES
from okrlint.rule import CODE, NAME
from okrlint.terms import is_term
from okrlint.typed import check_table, kinds_of, nearest

_Refuse = Callable[..., ConfigError]
_STAND_IN = re.compile(r"\{(\w+)\}")


class Where(Protocol):
    """Says where a key of the rule stands, or a word after it."""

    def __call__(self, *keys: str, word: str | None = None) -> str:
        """`path:line:column`."""
        ...


def read_rule(data: Mapping[str, Any], where: Where, origin: str) -> Declared:
    """The rule that a table stands for; raises ConfigError that points at the line."""
    name = data.get("name")
    called = f"rule {name}: " if isinstance(name, str) and name else "rule: "

    def refuse(key: str, reason: str, word: str | None = None) -> ConfigError:
        return ConfigError(where(key, word=word), f"{called}{reason}")

    _check_keys(data, where, called, refuse)
    raw = msgspec.convert(data, RawRule)
    for key, words in (("words", raw.words), ("replace", raw.replace), ("units", raw.units)):
        for word in words or ():
            if not is_term(word):
                raise refuse(key, f"{key}: {word!r} is no word; nothing can be found by it", word)
    look = _LOOKS[raw.kind](raw, refuse)
    places = (raw.where,) if isinstance(raw.where, str) else raw.where
    _check_places(look, places, refuse)
    _check_stand_ins(raw, refuse)
    summary = _line(raw.summary or raw.name.replace("-", " "))
    return Declared(
        name=raw.name,
        code=raw.code or next(codes_of(raw.name)),
        summary=summary,
        why=raw.why or raw.message or f"{summary}.",
        severity=Severity[raw.severity.upper()],
        where=places,
        message=_line(raw.message or ""),
        suggestion=_line(raw.suggestion or ""),
        bad=raw.bad,
        good=raw.good,
        look=look,
        origin=origin,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _check_keys(data: Mapping[str, Any], where: Where, called: str, refuse: _Refuse) -> None:
    """Refuse keys that are unknown, missing, of another kind, or of the wrong type."""
    kinds = kinds_of(RawRule)
    if "kind" not in data:
        raise refuse("name", f"has no `kind`; say {', '.join(KEYS)}")
    check_table({"kind": data["kind"]}, kinds, where, called)
    for key, (form, hint) in _FORMS.items():
        if isinstance(data.get(key), str) and not form.fullmatch(data[key]):
            raise refuse(key, f"{key}: {data[key]!r} is none; {hint}")
    keys = KEYS[data["kind"]]
    for key in data:
        others = [kind for kind in KEYS if key in KEYS[kind]]
        if key not in keys and others:
            reason = f"{key!r} is for rules of kind {' or '.join(others)}, not {data['kind']}"
            raise refuse(key, reason)
    check_table(data, {key: kinds[key] for key in keys}, where, called)
    for key, hint in _NEEDED.items():
        if key not in data:
            raise refuse("name", f"has no `{key}`; {hint}")


def _check_stand_ins(raw: RawRule, refuse: _Refuse) -> None:
    """Refuse words in braces for which nothing stands in."""
    known = STAND_INS[raw.kind]
    for key, text in (("message", raw.message), ("suggestion", raw.suggestion)):
        for word in _STAND_IN.findall(text or ""):
            if word not in known:
                raise refuse(key, f"{key}: nothing is called {{{word}}}; {nearest(word, known)}")


_FORMS = {
    "name": (NAME, 'write small letters, digits and hyphens, as "no-slang"'),
    "code": (CODE, 'write two to eight capitals and three digits, as "HSE001"'),
}
_NEEDED = {
    "name": 'call it what people will write, as "no-slang"',
    "bad": "give lines that it must flag; `okrlint test` tries them",
    "good": "give lines that it must leave alone; `okrlint test` tries them",
}


def codes_of(name: str) -> Iterator[str]:
    """Codes for a rule that was given none, the best first: the same wherever the rule stands."""
    first = zlib.crc32(name.encode())
    return (f"OWN{(first + step) % 1000:03}" for step in range(1000))


def _phrase(raw: RawRule, refuse: _Refuse) -> Look:
    replace = raw.replace or {}
    words = (*(raw.words or ()), *replace)
    if not words:
        raise refuse("kind", "names no words to avoid; give `words` or `replace`")
    return Phrase(words, tuple(replace.items()), bool(raw.exact))


def _pattern(raw: RawRule, refuse: _Refuse) -> Look:
    if (raw.regex is None) == (raw.tokens is None):
        raise refuse("kind", "needs either `regex` or `tokens`")
    if raw.message is None:
        raise refuse("kind", "has no `message`; say what is wrong with what the pattern finds")
    if raw.regex is not None:
        return _regex(raw.regex, raw, refuse)
    try:
        return read_tokens(raw.tokens or ())
    except ValueError as error:
        raise refuse("tokens", f"tokens: {error}") from error


def _regex(pattern: str, raw: RawRule, refuse: _Refuse) -> Regex:
    try:
        compile_regex(pattern, ignore_case=not raw.case)
    except RegexError as error:
        raise refuse("regex", f"regex: {error}") from error
    return Regex(pattern, bool(raw.case))


def _require(raw: RawRule, refuse: _Refuse) -> Look:
    for field in raw.fields or ():
        if field not in FIELD_NAMES:
            reason = f"fields: no field is called {field!r}; {nearest(field, FIELD_NAMES)}"
            raise refuse("fields", reason, field)
    if not (raw.fields or raw.units or raw.words):
        raise refuse("kind", "asks for nothing; give `fields`, `units` or `words`")
    return Demand(raw.fields or (), raw.units or (), raw.words or (), bool(raw.exact))


def _count(raw: RawRule, refuse: _Refuse) -> Look:
    if sum(one is not None for one in (raw.of, raw.words, raw.regex)) != 1:
        raise refuse("kind", "needs one of `of`, `words` and `regex`: what is counted")
    if raw.of in _LENGTHS:
        raise refuse("of", f"of: {raw.of} are for a rule of kind limit")
    look: Phrase | Regex | None = None
    if raw.words:
        look = Phrase(raw.words, exact=bool(raw.exact))
    elif raw.regex:
        look = _regex(raw.regex, raw, refuse)
    return _bounded(Amount(raw.of or "", look, raw.least, raw.most), refuse)


def _limit(raw: RawRule, refuse: _Refuse) -> Look:
    if raw.of not in _LENGTHS:
        raise refuse("of", f"of: say {' or '.join(_LENGTHS)}")
    return _bounded(Amount(raw.of, None, raw.least, raw.most), refuse)


def _bounded(amount: Amount, refuse: _Refuse) -> Amount:
    if amount.least is None and amount.most is None:
        raise refuse("kind", "sets no bounds; give `least` or `most`")
    if amount.least is not None and amount.most is not None and amount.least > amount.most:
        raise refuse("least", f"least: {amount.least} is more than `most`, {amount.most}")
    return amount


_LENGTHS = ("words", "characters")
_LOOKS: Mapping[str, Callable[[RawRule, _Refuse], Look]] = {
    "phrase": _phrase,
    "pattern": _pattern,
    "require": _require,
    "count": _count,
    "limit": _limit,
}


def _check_places(look: Look, places: tuple[str, ...], refuse: _Refuse) -> None:
    """Refuse what a place cannot have."""
    if not places:
        raise refuse("where", "where: names no place; leave it out, or say key-result")
    allowed = {"mission", "objective", "key-result", "document"}
    what = ""
    if isinstance(look, Amount):
        what = look.of
        allowed &= _COUNTED.get(look.of, allowed)
    elif isinstance(look, Demand) and look.fields:
        what, allowed = "fields", allowed - {"mission"}
    elif isinstance(look, Demand) and look.units:
        what, allowed = "units", allowed - {"mission"}
    for place in places:
        if place not in allowed:
            choices = " or ".join(sorted(allowed))
            raise refuse("where", f"where: {what} are looked for in {choices}, not {place}", place)


_STATEMENTS = {"objective", "key-result"}
_COUNTED = {
    "objectives": {"document"},
    "key-results": {"document", "objective"},
    **dict.fromkeys(NEED_READING["of"], _STATEMENTS),
}
