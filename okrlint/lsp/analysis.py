"""What is known about one version of an open document."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from okrlint.api import (
    Context,
    Document,
    Linter,
    MemoryCache,
    Result,
    RulePackError,
    RuleSet,
    Settings,
    load_rule_files,
    load_rules,
    load_settings,
)
from okrlint.config import all_rules, find_rule_files, find_user_file, forget_settings
from okrlint.lsp.positions import Positions
from okrlint.patterns import matches_path

_SHARE = 0.5
"""How much of the time that the command has an editor waits: the documents share one thread."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line chose for all documents."""

    config: Path | None = None
    """The configuration file to use instead of the nearest one."""
    isolated: bool = False
    allow_rule_files: bool = False
    """Whether the rule files that configurations name may run: they are code."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One version of a document, linted."""

    version: int | None
    positions: Positions
    result: Result
    settings: Settings
    rules: RuleSet


class Analyst:
    """Lints open documents and keeps their readings; for one thread at a time."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._memory = MemoryCache()
        self._rules: dict[tuple[Path, ...], RuleSet] = {}

    def analyse(self, text: str, path: str, version: int | None, encoding: str | None) -> Analysis:
        """Lint a text; `path` is "" for a document that is in no file yet.

        Raises OkrlintError for a configuration or language pipeline that cannot be used.
        """
        rules, settings = self._settings(path)
        if path and matches_path(path, settings.exclude, settings.root):
            result = Result(Document(path, text), ())
        else:
            result = self._linter(rules).lint_text(text, path, settings=settings)
        return Analysis(version, Positions(text, encoding), result, settings, rules)

    def context(self, analysis: Analysis) -> Context:
        """What hovering may ask; costs nothing where the rules read the statements."""
        linter = self._linter(analysis.rules)
        return linter.look_into(analysis.result.document, settings=analysis.settings)

    def _linter(self, rules: RuleSet) -> Linter:
        return Linter(rules=rules, cache=self._memory, patience=_SHARE)

    def forget(self, path: str) -> None:
        """Drop what is kept of a document that was closed."""
        self._memory.forget(path)

    def _settings(self, path: str) -> tuple[RuleSet, Settings]:
        """The rules and settings for a document, from files as they stand now."""
        folder = Path(path).parent if path else Path()
        config, isolated = self._choices.config, self._choices.isolated
        forget_settings()
        user = find_user_file()
        files = find_rule_files(folder, config=config, isolated=isolated, user=user)
        if files and not self._choices.allow_rule_files:
            names = ", ".join(file.name for file in files)
            reason = "code of the configuration; start `okrlint lsp --allow-rule-files` to run it"
            raise RulePackError(names, reason)
        if files not in self._rules:
            self._rules[files] = load_rules(load_rule_files(files))
        rules = self._rules[files]
        loaded = load_settings(folder, rules, config=config, isolated=isolated, user=user)
        settings = loaded.settings
        return all_rules(settings, rules), settings


def short_path(path: str | None) -> str:
    """A file's path from the current folder, as people name it on the command line.

    Folders above the current one must not tell a cycle ("/home/me/2019/...").
    """
    if not path:
        return ""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive of Windows
        return path
