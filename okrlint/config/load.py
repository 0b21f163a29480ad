"""Find, read and build on configuration files -> Settings, and where each setting came from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from okrlint.config.build import build_settings
from okrlint.config.names import FILE_NAMES
from okrlint.config.settings import Settings, all_rules
from okrlint.config.source import Source, read_source_file
from okrlint.config.vocabulary import check_vocabulary, join_vocabularies
from okrlint.errors import ConfigError, UnknownRuleError
from okrlint.files import is_file, real_path
from okrlint.frozen import FrozenDict
from okrlint.patterns import is_usable
from okrlint.registry import RuleSet, load_rules
from okrlint.typed import nearest

if TYPE_CHECKING:
    from okrlint.declared import Declared

_PROFILES = Path(__file__).parent / "profiles"

_ADDED = {"extend-select", "extend-ignore", "extend-exclude"}
_LONGEST_CHAIN = 32
_MERGED = {"per-file-ignores", "severity", "rules"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and for each key of the configuration what said it.

    >>> _ = Path("okrlint.toml").write_text("min-certainty = 0.5")
    >>> loaded = load_settings("q3.md")
    >>> loaded.file.name, list(loaded.origins)
    ('okrlint.toml', ['min-certainty'])
    """

    settings: Settings
    origins: Mapping[str, str]
    """Key as written in a file -> the name of the file or profile that said it last."""
    file: Path | None = None
    """The nearest configuration file; None without one."""
    sources: tuple[Path, ...] = ()
    """That file, and all that it builds on."""


def load_settings(
    near: str | Path,
    rules: RuleSet | None = None,
    *,
    config: Path | None = None,
    isolated: bool = False,
    user: Path | None = None,
) -> Loaded:
    """The settings for a file or folder: of `config`, else of the nearest configuration file.

    Nearest wins, and files further out are not merged; `extends` builds on others on purpose.
    `user` is the file that holds where there is none. `rules` are those that it may name; None:
    okrlint's and the installed ones. Raises ConfigError.

    >>> _ = Path('okrlint.toml').write_text('select = ["KR"]')
    >>> load_settings("q3.md").settings.select
    ('KR',)
    """
    rules = rules or load_rules()
    if config is not None:
        return _load(real_path(config), rules)
    if isolated:
        return Loaded(Settings(), FrozenDict())
    start = real_path(near)
    for folder in (start, *start.parents):
        found = _nearest(folder, rules)
        if found:
            return found
    if user is not None:
        return _load(real_path(user), rules)
    return Loaded(Settings(), FrozenDict())


def find_rule_files(
    near: Path, *, config: Path | None, isolated: bool, user: Path | None = None
) -> tuple[Path, ...]:
    """The files with rules of one's own that the configuration for `near` names.

    Read before the rules are known, so nothing else of the configuration is looked at.
    """
    start = real_path(near)
    folders = () if isolated else (start, *start.parents)
    files = [f / name for f in folders for name in FILE_NAMES]
    files += [user] if user and not isolated else []
    for path in [config] if config else files:
        source = read_source_file(real_path(path)) if os.path.lexists(path) else None
        if source is not None:
            return tuple(source.path.parent / name for name in source.raw.rule_files or ())
    return ()


def own_file(folder: Path) -> Path | None:
    """The configuration file that stands in a folder itself; None without one."""
    paths = (folder / name for name in FILE_NAMES)
    return next((p for p in paths if os.path.lexists(p) and read_source_file(p)), None)


def forget_settings() -> None:
    """Read configuration files anew from now on: for a process that outlives their edits."""
    _nearest.cache_clear()
    _load.cache_clear()


@cache
def _nearest(folder: Path, rules: RuleSet) -> Loaded | None:
    for name in FILE_NAMES:
        path = folder / name
        if os.path.lexists(path) and read_source_file(path) is not None:
            return _load(path, rules)
    return None


@cache
def _load(path: Path, rules: RuleSet) -> Loaded:
    source = read_source_file(path)
    if source is None:
        raise ConfigError(str(path), "has no [tool.okrlint] table")
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    chain = _find_chain(source)
    declared = _declared(chain, rules)
    rules = all_rules(Settings(declared=declared), rules)
    for one in chain:
        _check_rules(one, rules)
        _check_patterns(one)
        check_vocabulary(one)
        _merge(merged, origins, one)
    settings = replace(build_settings(merged, source, rules), declared=declared)
    return Loaded(settings, FrozenDict(origins), path, tuple(one.path for one in chain))


def _declared(chain: Sequence[Source], rules: RuleSet) -> tuple[Declared, ...]:
    if not any(source.raw.rule for source in chain):
        return ()
    from okrlint.config.declared import find_declared

    return find_declared(chain, rules)


def profile_names() -> tuple[str, ...]:
    """The names of the profiles that come with okrlint."""
    return tuple(sorted(path.stem for path in _PROFILES.glob("*.toml")))


def _read_profile(name: str) -> Source:
    path = _PROFILES / f"{name}.toml"
    source = read_source_file(path)
    assert source is not None, path  # noqa: S101  (profiles are whole files)
    return replace(source, name=f"profile {name}")


def _find_chain(source: Source) -> list[Source]:
    """What a source builds on, the deepest first, then the source itself."""
    chain: list[Source] = []

    def append(one: Source, seen: tuple[Path, ...]) -> None:
        extends = one.raw.extends
        for name in (extends,) if isinstance(extends, str) else extends or ():
            base = _find_base(one, name)
            if base.path in (*seen, one.path):
                raise ConfigError(one.where("extends"), f"{name!r} builds on this file again")
            if len(seen) + len(chain) >= _LONGEST_CHAIN:  # also of files that are named twice
                reason = f"builds on more than {_LONGEST_CHAIN} files; fewer will do"
                raise ConfigError(one.where("extends"), reason)
            append(base, (*seen, one.path))
        chain.append(one)

    append(source, ())
    return chain


def _find_base(source: Source, name: str) -> Source:
    if name in profile_names():
        return _read_profile(name)
    path = real_path(source.path.parent / name)
    if not is_file(path):
        hint = nearest(name, profile_names())
        raise ConfigError(
            source.where("extends", word=name),
            f"extends: {name!r} is neither a profile nor a file here; {hint}",
        )
    base = read_source_file(path)
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
            _match(rules, word, source, (key,), within=word)
    for pattern, words in (raw.per_file_ignores or {}).items():
        for word in words:
            _match(rules, word, source, ("per-file-ignores", pattern), within=word)
    for name in raw.severity or {}:
        _match(rules, name, source, ("severity", name))
    for name in raw.rules or {}:
        _match(rules, name, source, ("rules", name))


def _match(
    rules: RuleSet, word: str, source: Source, keys: tuple[str, ...], within: str | None = None
) -> None:
    try:
        rules.match(word)
    except UnknownRuleError as error:
        raise ConfigError(source.where(*keys, word=within), f"{keys[0]}: {error}") from error


def _check_patterns(source: Source) -> None:
    """Refuse patterns that can match nothing, where they stand."""
    raw = source.raw
    lists = {
        "include": raw.include,
        "exclude": raw.exclude,
        "extend-exclude": raw.extend_exclude,
        "per-file-ignores": tuple(raw.per_file_ignores or ()),
    }
    for key, patterns in lists.items():
        for pattern in patterns or ():
            if not is_usable(pattern):
                reason = f"{key}: {pattern!r} ends in a backslash, which stands for nothing"
                raise ConfigError(source.where(key, word=pattern), reason)


def _merge(merged: dict[str, Any], origins: dict[str, str], source: Source) -> None:
    for field in msgspec.structs.fields(source.raw):
        key = field.encode_name
        value = getattr(source.raw, field.name)
        if value is None or key in ("extends", "rule"):
            continue
        if key in _ADDED:
            target = key.removeprefix("extend-") if key != "extend-select" else key
            merged[target] = (*merged.get(target, ()), *value)
        elif key == "vocabulary":
            merged[key] = join_vocabularies(merged.get(key), value)
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
