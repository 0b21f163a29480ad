"""Checks tables of a TOML file against the types that they are read into."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from okrlint.errors import ConfigError


def kinds_of(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """Key as written in a file -> the type of its value."""
    hints = get_type_hints(struct, include_extras=True)
    return {field.encode_name: hints[field.name] for field in msgspec.structs.fields(struct)}


def check_table(
    data: Mapping[str, Any], kinds: Mapping[str, Any], where: Callable[[str], str], name: str = ""
) -> None:
    """Raise ConfigError for a key that is not known and for a value of another kind.

    `where` says where a key stands; `name`, what the table is, goes before what is said.
    """
    for key, value in data.items():
        if key not in kinds:
            raise ConfigError(where(key), f"{name}unknown key {key!r}; {nearest(key, kinds)}")
        try:
            msgspec.convert(value, kinds[key])
        except msgspec.ValidationError as error:
            reason = f"{name}{key}: {plain_words(error, kinds[key])}"
            raise ConfigError(where(key), reason) from error


def nearest(word: str, known: Iterable[object]) -> str:
    """`did you mean 'x'?`, or the words there are."""
    words = sorted(str(one) for one in known)
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(words) or 'none'}"


def plain_words(error: msgspec.ValidationError, kind: Any = None) -> str:
    """What msgspec says of a value, in words that suit a sentence."""
    head, _, place = str(error).partition(" - at `$")
    head = head.replace("`null` | ", "").replace(" | null`", "`").replace("`", "'")
    head = head.replace("Expected ", "expected ").replace("Object contains ", "")
    for name, word in _KINDS.items():
        head = head.replace(f"'{name}'", word)
    if head.startswith("Invalid enum value"):
        given = head.removeprefix("Invalid enum value ")
        choices = list(dict.fromkeys(_choices(kind)))
        near = difflib.get_close_matches(given.strip("'"), choices, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        head = f"{given} is none of {', '.join(choices)}{hint}"
    inside = place.rstrip("`").replace("[...]", "").lstrip(".")
    return f"{inside}: {head}" if inside.strip("[]0123456789") else head


def _choices(kind: Any) -> list[str]:
    """The words of the Literal inside a type."""
    if get_origin(kind) is Literal:
        return [str(word) for word in get_args(kind)]
    return [word for part in get_args(kind) for word in _choices(part)]


_KINDS = {
    "str | array": "text or a list",
    "array": "a list",
    "str": "text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "object": "a table",
}
