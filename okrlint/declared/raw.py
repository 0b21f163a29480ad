"""A table `[[rule]]` as it is written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta

from okrlint.rule import CODE, NAME

Kind = Literal["phrase", "pattern", "require", "count", "limit"]
Place = Literal["mission", "objective", "key-result", "document"]
Texts = tuple[str, ...]
_Filled = Annotated[str, Meta(min_length=1)]
_Number = Annotated[int, Meta(ge=0)]


def _says(text: str) -> Meta:
    return Meta(description=text)


class RawRule(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    """One rule of a team's own; which keys it may have depends on its kind."""

    name: Annotated[
        str, Meta(pattern=f"^{NAME.pattern}$"), _says("What people write, as no-slang.")
    ]
    kind: Annotated[
        Kind,
        _says(
            "phrase: words to avoid; pattern: what must not be there; require: what must be there; "
            "count: how many of something; limit: how long."
        ),
    ]
    where: Annotated[
        Place | tuple[Place, ...], _says("What is looked at (default: key-result).")
    ] = "key-result"
    message: Annotated[
        _Filled | None,
        _says("What is said; may hold {words}, {instead}, {count}, {least}, {most}."),
    ] = None
    suggestion: Annotated[_Filled | None, _says("What would help.")] = None
    severity: Annotated[
        Literal["error", "warning", "note"], _says("How much it matters (default: warning).")
    ] = "warning"
    code: Annotated[
        Annotated[str, Meta(pattern=f"^{CODE.pattern}$")] | None,
        _says("A short alias, as HSE001; without it one is made from the name."),
    ] = None
    summary: Annotated[_Filled | None, _says("The defect in a few words.")] = None
    why: Annotated[_Filled | None, _says("Why it matters: the rule's page.")] = None
    bad: Annotated[
        tuple[_Filled, ...], Meta(min_length=1), _says("Examples that the rule must flag.")
    ]
    good: Annotated[
        tuple[_Filled, ...], Meta(min_length=1), _says("Examples that it must leave alone.")
    ]
    words: Annotated[
        tuple[_Filled, ...] | None, _says("Words and phrases, in any case and form.")
    ] = None
    replace: Annotated[
        dict[str, _Filled] | None, _says("Words to avoid -> what to write instead.")
    ] = None
    exact: Annotated[bool | None, _says("Only the forms of the words that are written.")] = None
    regex: Annotated[_Filled | None, _says("A regular expression, without looking around.")] = None
    case: Annotated[bool | None, _says("Whether small and capital letters differ.")] = None
    tokens: Annotated[
        Annotated[tuple[dict[str, Any], ...], Meta(min_length=1)] | None,
        _says('Tokens in a row, as of spaCy\'s Matcher: [{ LEMMA = "be" }, { POS = "ADJ" }].'),
    ] = None
    fields: Annotated[
        Annotated[Texts, Meta(min_length=1)] | None, _says("Fields, any of which is enough.")
    ] = None
    units: Annotated[
        Annotated[Texts, Meta(min_length=1)] | None, _says("Units, any of which is enough.")
    ] = None
    of: Annotated[
        Literal["objectives", "key-results", "numbers", "deadlines", "words", "characters"] | None,
        _says("What is counted."),
    ] = None
    least: Annotated[_Number | None, _says("The least that is right.")] = None
    most: Annotated[_Number | None, _says("The most that is right.")] = None


KINDS: tuple[str, ...] = get_args(Kind)
_EVERY = {
    "name", "kind", "where", "message", "suggestion", "severity", "code", "summary", "why",
    "bad", "good",
}  # fmt: skip
KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "phrase": frozenset(_EVERY | {"words", "replace", "exact"}),
        "pattern": frozenset(_EVERY | {"regex", "case", "tokens"}),
        "require": frozenset(_EVERY | {"fields", "units", "words", "exact"}),
        "count": frozenset(_EVERY | {"of", "words", "exact", "regex", "case", "least", "most"}),
        "limit": frozenset(_EVERY | {"of", "least", "most"}),
    }
)
"""Kind -> the keys that its rules may have."""

STAND_INS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "phrase": ("words", "instead"),
        "pattern": ("words",),
        "require": (),
        "count": ("count", "least", "most"),
        "limit": ("count", "least", "most"),
    }
)
"""Kind -> what may stand in braces in its message and suggestion."""
