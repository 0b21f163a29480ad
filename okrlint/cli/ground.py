"""What holds for the files of a run, as far as telling what was found in them needs it.

Making it of a configuration imports the rules and reads TOML; so it is kept with the answers of
earlier runs (`okrlint.answers`), under a key that is made of everything it depends on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.answers import Answers
from okrlint.api import InputError, Severity
from okrlint.cli.wishes import Wishes
from okrlint.config.names import FILE_NAMES
from okrlint.config.user import find_user_file
from okrlint.files import read_regular
from okrlint.sealed import own_edition

if TYPE_CHECKING:
    from okrlint.config import Loaded, Settings
    from okrlint.registry import RuleSet

_OWN_RULES = "okrlint_rules."


@dataclass(frozen=True, slots=True)
class Ground:
    """What of the settings of a file outlives its reading."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]
    force_exclude: bool
    respect_gitignore: bool
    folder: str | None
    """The folder of the configuration; None: the current one."""
    fail_level: Severity
    baseline_file: str | None
    objective: tuple[str, ...]
    key_result: tuple[str, ...]
    """The team's own labels, for a first look at a text."""
    whole: tuple[str, ...]
    """The rules that judge whole documents."""
    yours: bool
    """Whether the user's own settings hold."""
    sources: tuple[tuple[str, str], ...] = ()
    """The files that it was made of, each with a digest of what it said."""
    key: str = ""
    """What an answer about a file depends on beside the file; "" where nothing may be kept."""

    @property
    def root(self) -> Path | None:
        """The folder from which patterns count."""
        return Path(self.folder) if self.folder is not None else None

    @property
    def baseline(self) -> Path | None:
        """The file of accepted findings."""
        return Path(self.baseline_file) if self.baseline_file is not None else None


class Disk:
    """What stands on the disk while a run lasts: each file is read once."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self._folders: dict[str, tuple[str, ...] | None] = {}

    def digest(self, file: str) -> str:
        """A digest of a file; "" for one that cannot be read."""
        if file not in self._digests:
            try:
                self._digests[file] = hashlib.sha256(read_regular(Path(file))).hexdigest()
            except InputError:
                self._digests[file] = ""
        return self._digests[file]

    def configurations(self, folder: str) -> tuple[str, ...] | None:
        """The configuration files that stand in a folder and above it, and what they say.

        None when one cannot be read.
        """
        if folder not in self._folders:
            parent = os.path.dirname(folder)  # noqa: PTH120
            above = self.configurations(parent) if parent != folder else ()
            files = [os.path.join(folder, name) for name in FILE_NAMES]  # noqa: PTH118
            digests = [(file, self.digest(file)) for file in files if os.path.lexists(file)]
            bad = above is None or not all(digest for _, digest in digests)
            own = tuple(f"{file} {digest}" for file, digest in digests)
            self._folders[folder] = None if bad else (*own, *(above or ()))
        return self._folders[folder]


class Grounds:
    """The grounds of all files of a run; rules and configuration are loaded when first needed."""

    def __init__(self, wishes: Wishes, answers: Answers | None) -> None:
        self._wishes = wishes
        self._answers = answers
        self._made: dict[str, Ground] = {}
        self._disk = Disk()

    def of(self, path: Path) -> Ground:
        """The ground of a file or folder; raises OkrlintError for what cannot be used."""
        near = path if os.path.isdir(path) else path.parent  # noqa: PTH112  (bears any name)
        made = self._made.get(str(near))
        if made is None:
            made = self._made[str(near)] = self._kept(near) or self._make(near)
        return made

    @cached_property
    def rules(self) -> RuleSet:
        """The rules there are; raises RulePackError."""
        from okrlint.cli.configured import configured_rules

        wishes = self._wishes
        return configured_rules(wishes.config, wishes.isolated, wishes.allow_rule_files)

    def settings_of(self, path: Path) -> Settings:
        """The settings of a file, with what the command line says; raises ConfigError."""
        near = path if os.path.isdir(path) else path.parent  # noqa: PTH112
        return with_wishes(self._loaded(near).settings, self._wishes)

    def _loaded(self, near: Path) -> Loaded:
        from okrlint.config import load_settings

        wishes = self._wishes
        return load_settings(
            near, self.rules, config=wishes.config, isolated=wishes.isolated, user=find_user_file()
        )

    def _make(self, near: Path) -> Ground:
        from okrlint.config import active_rules, all_rules

        loaded = self._loaded(near)
        settings = with_wishes(loaded.settings, self._wishes)
        rules = all_rules(settings, self.rules)
        active_rules(settings, rules)  # raises for words that name no rule
        user = find_user_file()
        yours = user is not None and settings.root == Path(os.path.realpath(user)).parent
        made = Ground(
            settings.include, settings.exclude, settings.force_exclude, settings.respect_gitignore,
            str(settings.root) if settings.root is not None else None, settings.fail_level,
            str(settings.baseline) if settings.baseline is not None else None,
            settings.labels.objective, settings.labels.key_result,
            tuple(rule.name for rule in rules if rule.whole), yours,
        )  # fmt: skip
        if self._answers is None or settings.pipeline or not _only_own(self.rules):
            return made
        key = self._key(near)
        sources = tuple((str(file), self._disk.digest(str(file))) for file in loaded.sources)
        if key and all(digest for _, digest in sources):
            made = replace(made, sources=sources, key=_join(key, *map(str, sources)))
            self._answers.keep(key, made)
        return made

    def _kept(self, near: Path) -> Ground | None:
        key = self._key(near) if self._answers else ""
        found = self._answers.find(key, Ground) if self._answers and key else None
        if found and all(self._disk.digest(file) == digest for file, digest in found.sources):
            return found
        return None

    def _key(self, near: Path) -> str:
        """All that a ground depends on, but for the files that a configuration builds on."""
        own = [self._disk.configurations(os.path.realpath(folder)) for folder in (near, ".")]
        if None in own:
            return ""
        return _join(self._base, repr(own))

    @cached_property
    def _base(self) -> str:
        wishes, user = self._wishes, find_user_file()
        named = [str(file) for file in (wishes.config, user) if file is not None]
        asked = (
            *(wishes.select, wishes.extend_select, wishes.ignore, wishes.min_certainty),
            *(wishes.fail_level, wishes.isolated, wishes.allow_rule_files, user is None),
        )
        return _join(
            own_edition(),
            str(dt.date.today()),  # noqa: DTZ011  (rules compare with the day where people are)
            os.path.realpath("."),
            repr(asked),
            *(f"{name} {self._disk.digest(name)}" for name in named),
            *_installed(),
        )


def with_wishes(settings: Settings, wishes: Wishes) -> Settings:
    """The settings with what the command line says."""
    if wishes.select:
        settings = replace(settings, select=wishes.select, extend_select=())
    if wishes.min_certainty is not None:
        settings = replace(settings, min_certainty=wishes.min_certainty)
    if wishes.fail_level:
        settings = replace(settings, fail_level=Severity[wishes.fail_level.upper()])
    return replace(
        settings,
        extend_select=(*settings.extend_select, *wishes.extend_select),
        ignore=(*settings.ignore, *wishes.ignore),
    )


def _only_own(rules: RuleSet) -> bool:
    """Whether all rules are okrlint's: of others nobody knows what they depend on."""
    return all(rule.__module__.startswith(_OWN_RULES) for rule in rules)


def _installed() -> Iterator[str]:
    """What changes when a package is installed or removed: a pipeline, a pack of rules."""
    for folder in sys.path:
        try:
            yield f"{folder} {Path(folder).stat().st_mtime_ns if folder else ''}"
        except OSError:
            yield folder


def _join(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
