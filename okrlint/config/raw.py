"""One configuration file, as it was written: typed, nothing merged, nothing looked up."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from okrlint.config.locate import locate_key
from okrlint.errors import ConfigError
from okrlint.typed import check_table, kinds_of

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


class RawVocabulary(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What the team's own words mean."""

    accept: Annotated[
        Words, _says("Terms and names that are right as they are, whatever they hold.")
    ] = ()
    task_verbs: Annotated[Words, _says('Verbs that are tasks here, e.g. "socialize".')] = ()
    metrics: Annotated[
        Words, _says('What is an outcome here when it is counted, e.g. "experiments".')
    ] = ()
    units: Annotated[Words, _says('Units of the house, as written, e.g. "pax".')] = ()
    leave_alone: Annotated[
        Words, _says("Regular expressions: what matches is not read, e.g. ticket numbers.")
    ] = ()
    columns: Annotated[
        dict[str, Words], _says("Field -> your names for it in columns, sub-bullets and tails.")
    ] = {}


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
    rule: Annotated[
        tuple[dict[str, Any], ...] | None, _says("Rules of your own, without code.")
    ] = None
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
        _says("How sure a finding must be to be told, 0 to 1 (default: 0.77)."),
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
    labels: Annotated[RawLabels | None, _says("Your words for the parts of OKRs.")] = None
    vocabulary: Annotated[RawVocabulary | None, _says("What your own words mean.")] = None
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
    if isinstance(data.get("rules"), list):
        place = locate_key(text, path, (*table, "rules", 0))
        raise ConfigError(place, "rules: options are tables; rules of your own are [[rule]]")
    if isinstance(data.get("rule"), dict):
        place = locate_key(text, path, (*table, "rule"))
        raise ConfigError(place, "rule: one of several, so write it with two brackets: [[rule]]")
    for name, struct in (("labels", RawLabels), ("vocabulary", RawVocabulary)):
        if isinstance(data.get(name), dict):
            where = partial(_where_in, text, path, (*table, name))
            check_table(data[name], kinds_of(struct), where, f"{name}: ")
    check_table(data, kinds_of(RawConfig), partial(_where_in, text, path, table))
    return msgspec.convert(data, RawConfig)


def _where_in(text: str, path: Path, table: tuple[str, ...], key: str) -> str:
    return locate_key(text, path, (*table, key))


_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def _read_toml(text: str, path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
        _refuse_control(data)
    except RecursionError as error:
        raise ConfigError(str(path), "nested too deep; no setting is") from error
    except ValueError as error:  # TOMLDecodeError, and numbers of too many digits
        reason, place = str(error), str(path)
        if at := _AT.search(reason):
            line = at["line"] or max(1, len(text.splitlines()))
            reason, place = reason[: at.start()], f"{place}:{line}:{at['column'] or 1}"
        raise ConfigError(place, f"not valid TOML: {reason}") from error
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
