"""Find, read and build on configuration files -> Settings, and where each setting came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from okrlint.config.locate import locate_key
from okrlint.config.raw import RawConfig, nearest, parse_config, plain_words
from okrlint.config.settings import Settings
from okrlint.dates import Calendar, find_periods
from okrlint.errors import ConfigError, UnknownRuleError
from okrlint.finding import Severity
from okrlint.model import Cycle, CycleSource, Labels
from okrlint.registry import RuleSet

FILE_NAMES = (".okrlint.toml", "okrlint.toml", "pyproject.toml")
"""Where a configuration may stand; in one folder the first wins."""

_ADDED = {"extend-select", "extend-ignore", "extend-exclude"}
_MERGED = {"per-file-ignores", "severity", "rules"}


@dataclass(frozen=True, slots=True)
class Source:
    """One configuration file or profile, with what it says."""

    name: str
    """The path, or `profile course`."""
    path: Path
    text: str
    table: tuple[str, ...]
    raw: RawConfig

    def where(self, *keys: str, word: str | None = None) -> str:
        """`path:line:column` of a key in this file."""
        return locate_key(self.text, self.path, (*self.table, *keys), word)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and for each key of the configuration what said it."""

    settings: Settings
    origins: Mapping[str, str]
    """Key as written in a file -> the name of the file or profile that said it last."""
    file: Path | None = None
    """The nearest configuration file; None without one."""


def load_settings(
    near: Path, rules: RuleSet, *, config: Path | None = None, isolated: bool = False
) -> Loaded:
    """The settings for a file or folder: of `config`, else of the nearest configuration file.

    Nearest wins, and files further out are not merged; `extends` builds on others on purpose.
    Raises ConfigError.
    """
    if config is not None:
        return _load(config.resolve(), rules)
    if isolated:
        return Loaded(Settings(), MappingProxyType({}))
    start = near.resolve()
    for folder in (start, *start.parents):
        found = _nearest(folder, rules)
        if found:
            return found
    return Loaded(Settings(), MappingProxyType({}))


def find_rule_files(near: Path, *, config: Path | None, isolated: bool) -> tuple[Path, ...]:
    """The files with rules of one's own that the configuration for `near` names.

    Read before the rules are known, so nothing else of the configuration is looked at.
    """
    start = near.resolve()
    folders = () if isolated else (start, *start.parents)
    files = (config,) if config else (f / name for f in folders for name in FILE_NAMES)
    for path in files:
        source = _read(path.resolve()) if path.is_file() else None
        if source is not None:
            return tuple(source.path.parent / name for name in source.raw.rule_files or ())
    return ()


def forget_settings() -> None:
    """Read configuration files anew from now on: for a process that outlives their edits."""
    _nearest.cache_clear()
    _load.cache_clear()


@cache
def _nearest(folder: Path, rules: RuleSet) -> Loaded | None:
    for name in FILE_NAMES:
        path = folder / name
        if path.is_file() and _read(path) is not None:
            return _load(path, rules)
    return None


@cache
def _load(path: Path, rules: RuleSet) -> Loaded:
    source = _read(path)
    if source is None:
        raise ConfigError(str(path), "has no [tool.okrlint] table")
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for one in _find_chain(source, ()):
        _check_rules(one, rules)
        _merge(merged, origins, one)
    settings = _settings(merged, source, rules)
    return Loaded(settings, MappingProxyType(origins), path)


def _read(path: Path) -> Source | None:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"cannot be read ({error})") from error
    table = ("tool", "okrlint") if path.name == "pyproject.toml" else ()
    raw = parse_config(text, path, table)
    return None if raw is None else Source(str(path), path, text, table, raw)


def profile_names() -> tuple[str, ...]:
    """The names of the profiles that come with okrlint."""
    folder = resources.files("okrlint.config") / "profiles"
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir()))


def _read_profile(name: str) -> Source:
    path = Path(str(resources.files("okrlint.config") / "profiles" / f"{name}.toml"))
    source = _read(path)
    assert source is not None, path  # noqa: S101  (profiles are whole files)
    return replace(source, name=f"profile {name}")


def _find_chain(source: Source, seen: tuple[Path, ...]) -> Iterator[Source]:
    """Yield what a source builds on, the deepest first, then the source itself."""
    extends = source.raw.extends
    for name in (extends,) if isinstance(extends, str) else extends or ():
        base = _find_base(source, name)
        if base.path in (*seen, source.path):
            raise ConfigError(source.where("extends"), f"{name!r} builds on this file again")
        yield from _find_chain(base, (*seen, source.path))
    yield source


def _find_base(source: Source, name: str) -> Source:
    if name in profile_names():
        return _read_profile(name)
    path = (source.path.parent / name).resolve()
    if not path.is_file():
        hint = nearest(name, profile_names())
        raise ConfigError(
            source.where("extends", word=name),
            f"extends: {name!r} is neither a profile nor a file here; {hint}",
        )
    base = _read(path)
    if base is None:
        raise ConfigError(source.where("extends", word=name), f"{name} has no [tool.okrlint] table")
    return base


def _check_rules(source: Source, rules: RuleSet) -> None:
    """Refuse words that name no rule, where they stand."""
    raw = source.raw
    lists = {
        "select": raw.select,
        "extend-select": raw.extend_select,
        "ignore": raw.ignore,
        "extend-ignore": raw.extend_ignore,
    }
    for key, words in lists.items():
        for word in words or ():
            _match(rules, word, source.where(key, word=word), key)
    for pattern, words in (raw.per_file_ignores or {}).items():
        for word in words:
            where = source.where("per-file-ignores", pattern, word=word)
            _match(rules, word, where, "per-file-ignores")
    for name in raw.severity or {}:
        _match(rules, name, source.where("severity", name), "severity")
    for name in raw.rules or {}:
        _match(rules, name, source.where("rules", name), "rules")


def _match(rules: RuleSet, word: str, where: str, key: str) -> None:
    try:
        rules.match(word)
    except UnknownRuleError as error:
        raise ConfigError(where, f"{key}: {error}") from error


def _merge(merged: dict[str, Any], origins: dict[str, str], source: Source) -> None:
    for field in msgspec.structs.fields(source.raw):
        key = field.encode_name
        value = getattr(source.raw, field.name)
        if value is None or key == "extends":
            continue
        if key in _ADDED:
            target = key.removeprefix("extend-") if key != "extend-select" else key
            merged[target] = (*merged.get(target, ()), *value)
        elif key in _MERGED:
            merged[key] = _merge_table(merged.get(key, {}), value)
        else:
            merged[key] = value
        origins[key] = source.name


def _merge_table(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    both = {
        key: {**old[key], **value} if isinstance(value, dict) and key in old else value
        for key, value in new.items()
    }
    return {**old, **both}


def _settings(merged: dict[str, Any], source: Source, rules: RuleSet) -> Settings:
    settings = Settings(root=source.path.parent)
    for key in ("select", "extend-select", "ignore", "per-file-ignores", "include", "exclude",
                "force-exclude", "respect-gitignore", "pipeline"):  # fmt: skip
        if key in merged:
            settings = replace(settings, **{key.replace("-", "_"): merged[key]})
    if "fail-level" in merged:
        settings = replace(settings, fail_level=Severity[merged["fail-level"].upper()])
    if labels := merged.get("labels"):
        own = Labels(labels.objective, labels.key_result, labels.mission)
        settings = replace(settings, labels=own)
    calendar = Calendar(
        fiscal_year_start=merged.get("fiscal-year-start", 1),
        day_first=merged.get("day-first"),
        today=_today(merged, source),
    )
    return replace(
        settings,
        severities=MappingProxyType(_severities(merged, rules)),
        options=MappingProxyType(_options(merged, source, rules)),
        calendar=calendar,
        cycle=_cycle(merged, calendar, source),
    )


def _severities(merged: dict[str, Any], rules: RuleSet) -> dict[str, Severity | None]:
    return {
        rule.name: None if level == "off" else Severity[level.upper()]
        for word, level in merged.get("severity", {}).items()
        for rule in rules.match(word)
    }


def _options(merged: dict[str, Any], source: Source, rules: RuleSet) -> dict[str, object]:
    """Rule name -> its options, each checked against the rule's own dataclass."""
    found: dict[str, object] = {}
    for word, values in merged.get("rules", {}).items():
        rule = rules.find(word)
        fields = {f.name.replace("_", "-"): f for f in _fields(type(rule.options))}
        for key in values:
            if key not in fields:
                reason = f"{rule.name} has no option {key!r}; {nearest(key, fields)}"
                raise ConfigError(source.where("rules", word, key), reason)
        plain = {key.replace("-", "_"): value for key, value in values.items()}
        try:
            found[rule.name] = msgspec.convert(plain, type(rule.options))
        except msgspec.ValidationError as error:
            reason = f"{rule.name}: {plain_words(error)}"
            key = plain_words(error).partition(":")[0].replace("_", "-")
            raise ConfigError(source.where("rules", word, key), reason) from error
    return found


def _fields(kind: type) -> tuple[Any, ...]:
    import dataclasses

    return dataclasses.fields(kind)


def _today(merged: dict[str, Any], source: Source) -> dt.date | None:
    text = merged.get("today")
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        reason = f"today: {text!r} is no date; write it as 2026-07-01"
        raise ConfigError(source.where("today"), reason) from error


def _cycle(merged: dict[str, Any], calendar: Calendar, source: Source) -> Cycle | None:
    text = merged.get("cycle")
    if not text:
        return None
    for period in find_periods(text, calendar):
        return Cycle(period.earliest, period.latest, text, CycleSource.CONFIGURATION)
    reason = f'cycle: {text!r} names no period; write it as "Q3 2026" or "2026-07-01 to 2026-09-30"'
    raise ConfigError(source.where("cycle"), reason)
