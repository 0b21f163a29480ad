"""What is known about one version of an open document."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
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
from okrlint.budget import budget_of
from okrlint.config import active_rules, all_rules, find_rule_files, find_user_file, forget_settings
from okrlint.lsp.positions import Positions
from okrlint.lsp.question import Choices, Question
from okrlint.patterns import matches_path


@dataclass(frozen=True, slots=True)
class Analysis:
    """One version of a document, linted."""

    positions: Positions
    result: Result
    settings: Settings
    rules: RuleSet
    slow: bool = False
    """Whether there was too little time to lint it."""

    @property
    def context(self) -> Context:
        """What hovering may ask."""
        told = self.result.context
        return told or Linter(rules=self.rules).look_into(
            self.result.document, settings=self.settings
        )


class Analyst:
    """Lints open documents and keeps their readings; for one thread at a time."""

    def __init__(self) -> None:
        self._memory = MemoryCache()
        self._rules: dict[tuple[Path, ...], RuleSet] = {}
        self._known: dict[str, tuple[object, Analysis]] = {}

    def warm(self, text: str, *, early: bool = False) -> None:
        """Load what is slow to load; `early`: all but the language model."""
        rules, settings = self._load_rules(()), Settings()
        wanted = _without_language(settings, rules, "") if early else settings
        Linter(rules=rules).lint_text(text, settings=wanted)

    def early(self, question: Question) -> Analysis:
        """What can be said of a document without the language model; nothing is kept of it.

        Raises OkrlintError for a configuration that cannot be used.
        """
        return self._analyse(question, early=True)

    def analysis(self, question: Question) -> Analysis:
        """The analysis of the document that is asked about.

        Raises OkrlintError for a configuration or language pipeline that cannot be used.
        """
        self._keep_only(question.open | {question.uri})
        state = (question.text, question.path, question.choices, question.client, question.round)
        known = self._known.get(question.uri)
        if known and known[0] == state:
            return known[1]
        self._known.pop(question.uri, None)
        analysis = self._analyse(question)
        if not analysis.slow:
            self._known[question.uri] = state, analysis
        return analysis

    def _keep_only(self, uris: frozenset[str]) -> None:
        """Drop what is kept of documents that were closed."""
        for uri in self._known.keys() - uris:
            _, analysis = self._known.pop(uri)
            self._memory.forget(analysis.result.path)

    def _analyse(self, question: Question, *, early: bool = False) -> Analysis:
        text, path = question.text, short_path(question.path)
        rules, settings = self._settings(path, question.choices)
        if early:
            settings = _without_language(settings, rules, path)
        if (early and not settings.select) or (
            path and matches_path(path, settings.exclude, settings.root)
        ):
            result = Result(Document(path, text), ())
        else:
            patience = question.seconds / budget_of(text)
            linter = Linter(rules=rules, cache=self._memory, patience=patience)
            result = linter.lint_text(text, path, settings=settings)
        late = any(crash.out_of_time for crash in result.crashes)
        positions = Positions(text, question.client.encoding)
        return Analysis(positions, result, settings, rules, question.quick and late)

    def _settings(self, path: str, choices: Choices) -> tuple[RuleSet, Settings]:
        """The rules and settings for a document, from files as they stand now."""
        folder = Path(path).parent if path else Path()
        config, isolated = choices.config, choices.isolated
        forget_settings()
        user = find_user_file()
        files = find_rule_files(folder, config=config, isolated=isolated, user=user)
        if files and not choices.allow_rule_files:
            names = ", ".join(file.name for file in files)
            reason = "code of the configuration; start `okrlint lsp --allow-rule-files` to run it"
            raise RulePackError(names, reason)
        rules = self._load_rules(files)
        loaded = load_settings(folder, rules, config=config, isolated=isolated, user=user)
        return all_rules(loaded.settings, rules), loaded.settings

    def _load_rules(self, files: tuple[Path, ...]) -> RuleSet:
        if files not in self._rules:
            self._rules[files] = load_rules(load_rule_files(files))
        return self._rules[files]


def _without_language(settings: Settings, rules: RuleSet, path: str) -> Settings:
    """The settings with those rules alone that need no language model; `select` is what is left."""
    active = active_rules(settings, rules, path)
    left = tuple(one.rule.name for one in active if not one.rule.needs_language)
    return replace(settings, select=left, extend_select=(), ignore=())


def short_path(path: str) -> str:
    """A file's path from the current folder, as people name it on the command line.

    Folders above the current one must not tell a cycle ("/home/me/2019/...").
    """
    if not path:
        return ""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive of Windows
        return path
