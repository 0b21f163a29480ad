"""Several fields in one bracket behind a statement: "(owner: Ana, baseline 3, due June)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.dates import Calendar, find_dates
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.vocabulary import load_names
from okrlint.model import Field

_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{4,160})[)\]]$")
_NAMED = re.compile(r"(?P<name>[^\W\d_][\w -]{0,24}?)\s*(?:::?|=)\s*(?P<value>\S.*)$")
_SPACED = re.compile(
    r"(?P<name>owner|dri|lead|led by|owned by|due|due by|by|deadline|eta|baseline|from|start|"
    r"target|to|current|currently|now|score|confidence|weight|status|priority)\s+(?P<value>\S.*)$",
    re.I,
)
_MEASURES = frozenset(("baseline", "target", "current", "score", "confidence", "weight"))
_PERSON = re.compile(
    r"(?:@[\w.-]+|[^\W\d_a-z][\w'\u2019-]*\.?(?:\s[^\W\d_a-z][\w'\u2019-]*\.?){0,2})$"
)


def fields_in_bracket(text: Text) -> tuple[int, tuple[Field, ...]] | None:
    """Where a bracket of fields at the end of a text begins, and its fields.

    None unless it holds two pieces or more and all of them are understood.
    """
    match = _BRACKET.search(text.words)
    if match is None or not match.start():
        return None
    pieces = list(_pieces(text, *match.span("inside")))
    fields = [field for piece in pieces if (field := _field(piece))]
    strangers = [piece for piece in pieces if _field(piece) is None]
    if len(pieces) < 2 or not fields:
        return None
    if strangers:
        owned = any(field.name == "owner" for field in fields)
        if owned or len(strangers) > 1 or not _PERSON.match(strangers[0].words):
            return None
        fields.append(Field("owner", strangers[0].prose))
    return match.start(), tuple(fields)


def _pieces(text: Text, start: int, end: int) -> Iterator[Text]:
    for piece in re.finditer(r"(?:(?!,\s|;|\s[|·•]\s).)+", text.words[start:end]):
        cut = text.cut(start + piece.start(), start + piece.end())
        cut = cut.cut(len(cut.words) - len(cut.words.lstrip(",;|·• ")))
        if cut.words:
            yield cut


def _field(piece: Text) -> Field | None:
    words = piece.words
    if words.startswith("@") and _PERSON.match(words):
        return Field("owner", piece.prose)
    if re.fullmatch(r"[Pp][0-9]", words):
        return Field("priority", piece.prose)
    named = _NAMED.match(words)
    match = named or _SPACED.match(words)
    if match is None:
        return None
    name = _canonical(match["name"])
    if name is None or not (named or _is_value(name, match["value"])):
        return None
    return Field(name, piece.cut(*match.span("value")).prose)


def _canonical(name: str) -> str | None:
    plain = " ".join(name.lower().split())
    return {"by": "due", "currently": "current", "due by": "due"}.get(
        plain, load_names("fields").get(plain)
    )


def _is_value(name: str, value: str) -> bool:
    """Whether words behind a name without a colon can be its value: a date, a figure, a person."""
    if name == "due":
        return any(True for _ in find_dates(value, Calendar()))
    if name in _MEASURES:
        return any(char.isdigit() for char in value)
    return name != "owner" or bool(_PERSON.match(value))
