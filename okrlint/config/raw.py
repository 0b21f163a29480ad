"""One configuration file, as it was written: typed, nothing merged, nothing looked up."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from okrlint.config.locate import locate_key
from okrlint.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Level = Literal["error", "warning", "note"]
Words = tuple[str, ...]


def _says(text: str) -> Meta:
    return Meta(description=text)


class RawLabels(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The team's own words for the parts of OKRs, beside those that okrlint knows."""

    objective: Annotated[Words, _says('Words for "Objective", e.g. "Goal".')] = ()
    key_result: Annotated[Words, _says('Words for "Key result", e.g. "Success measure".')] = ()
    mission: Annotated[Words, _says('Words for "Mission", e.g. "Purpose".')] = ()


class RawConfig(
    msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True
):
    """The keys of `[tool.okrlint]` and of `okrlint.toml`; None stands for a key not written."""

    extends: Annotated[
        str | Words | None,
        _says("Profiles (course, strict, starter, doerr, gitlab) or files to build on, in order."),
    ] = None
    select: Annotated[
        Words | None, _says("Rules to run: names, codes, letters of codes (KR) or ALL.")
    ] = None
    extend_select: Annotated[Words | None, _says("Rules to run beside the selected ones.")] = None
    ignore: Annotated[Words | None, _says("Rules not to run.")] = None
    extend_ignore: Annotated[Words | None, _says("More rules not to run.")] = None
    per_file_ignores: Annotated[
        dict[str, Words] | None, _says("Pattern -> rules not to run on the files it matches.")
    ] = None
    severity: Annotated[
        dict[str, Literal["error", "warning", "note", "off"]] | None,
        _says("Rule -> its severity, or off."),
    ] = None
    rules: Annotated[dict[str, dict[str, Any]] | None, _says("Rule -> its options.")] = None
    rule_files: Annotated[
        Words | None, _says("Python files with rules of your own, run from the current folder's.")
    ] = None
    baseline: Annotated[
        str | None, _says("A file of accepted findings, made by `okrlint baseline create`.")
    ] = None
    fail_level: Annotated[
        Level | None, _says("The least severity that fails a run (default: warning).")
    ] = None
    min_certainty: Annotated[
        Annotated[float, Meta(ge=0, le=1)] | None,
        _says("How sure a finding must be to be told, 0 to 1 (default: 0.82)."),
    ] = None
    include: Annotated[Words | None, _says("Which files of a folder are read: patterns.")] = None
    exclude: Annotated[Words | None, _says("Which files and folders are left out.")] = None
    extend_exclude: Annotated[Words | None, _says("More files and folders left out.")] = None
    force_exclude: Annotated[
        bool | None, _says("Leave excluded files out even when they are named, as hooks do.")
    ] = None
    respect_gitignore: Annotated[
        bool | None, _says("Leave out of folders what git ignores (default: true).")
    ] = None
    cycle: Annotated[
        str | None, _says('The cycle of documents that state none, e.g. "Q3 2026".')
    ] = None
    fiscal_year_start: Annotated[
        Annotated[int, Meta(ge=1, le=12)] | None,
        _says("The month in which the fiscal year begins."),
    ] = None
    day_first: Annotated[bool | None, _says("Whether 12/04/2026 is the 12th of April.")] = None
    today: Annotated[
        str | None, _says('The day to judge from, as "2026-07-01"; okrlint never asks the clock.')
    ] = None
    language: Annotated[
        Literal["english", "any"] | None,
        _says("english: what is in other languages is not judged (default); any: everything is."),
    ] = None
    labels: Annotated[RawLabels | None, _says("The team's own words.")] = None
    pipeline: Annotated[
        str | None,
        _says("An installed spaCy English pipeline, instead of the one that comes along."),
    ] = None


def parse_config(text: str, path: Path, table: tuple[str, ...]) -> RawConfig | None:
    """Read the okrlint table of a TOML file; None when the file has no such table.

    `table` is ("tool", "okrlint") in a pyproject.toml and () in an okrlint.toml. Raises
    ConfigError that names file, line and key.
    """
    data: Any = _read_toml(text, path)
    for name in table:
        data = data.get(name) if isinstance(data, dict) else None
    if data is None:
        return None
    if not isinstance(data, dict):
        raise ConfigError(str(path), f"{'.'.join(table)} must be a table")
    return msgspec.convert(_checked(data, text, path, table), RawConfig)


def _read_toml(text: str, path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
        _refuse_control(data)
    except RecursionError as error:
        raise ConfigError(str(path), "nested too deep; no setting is") from error
    except ValueError as error:  # TOMLDecodeError, and numbers of too many digits
        raise ConfigError(str(path), f"not valid TOML: {error}") from error
    return data


def _refuse_control(value: object) -> None:
    """Raise ValueError for text with a NUL, which no file name, pattern or word can hold."""
    if isinstance(value, str) and "\0" in value:
        raise ValueError(f"{value!r} holds a NUL character")
    if isinstance(value, dict):
        for key, one in value.items():
            _refuse_control(key)
            _refuse_control(one)
    if isinstance(value, list):
        for one in value:
            _refuse_control(one)


def _checked(data: dict[str, Any], text: str, path: Path, table: tuple[str, ...]) -> dict[str, Any]:
    """The same data, once each key is known and each value of its kind."""
    hints = get_type_hints(RawConfig, include_extras=True)
    kinds = {field.encode_name: hints[field.name] for field in msgspec.structs.fields(RawConfig)}
    for key, value in data.items():
        where = locate_key(text, path, (*table, key))
        if key not in kinds:
            raise ConfigError(where, f"unknown key {key!r}; {nearest(key, kinds)}")
        try:
            msgspec.convert(value, kinds[key])
        except msgspec.ValidationError as error:
            raise ConfigError(where, f"{key}: {plain_words(error, kinds[key])}") from error
    return data


def nearest(word: str, known: object) -> str:
    """`did you mean 'x'?`, or the words there are."""
    words = sorted(str(one) for one in known)  # type: ignore[attr-defined]
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
        head = f"{head.removeprefix('Invalid enum value ')} is none of {', '.join(_choices(kind))}"
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
