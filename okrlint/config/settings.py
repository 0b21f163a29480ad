"""The effective settings of a run, and the rules that they switch on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrlint.dates import Calendar
from okrlint.errors import ConfigError
from okrlint.finding import Severity
from okrlint.frozen import FrozenDict
from okrlint.model import Cycle, Labels
from okrlint.patterns import matches_path
from okrlint.registry import RuleSet
from okrlint.rule import Rule
from okrlint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from okrlint.declared import Declared  # few have any: imported where there are some


def _empty() -> Mapping[str, Any]:
    return FrozenDict()


@dataclass(frozen=True, slots=True)
class Settings:
    """The effective settings of a run; the defaults are those of a run without configuration.

    >>> strict = Settings(select=("no-metric", "task-like"))
    >>> {f.rule for f in lint_text(PAGE, settings=strict).findings}
    {'task-like'}
    """

    select: tuple[str, ...] = ()
    """Rules to run, as names, codes, letters of codes or "ALL"; empty: the default ones."""
    extend_select: tuple[str, ...] = ()
    """Rules to run beside them."""
    ignore: tuple[str, ...] = ()
    """Rules not to run, in the same words; stronger than the two above."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=_empty)
    """Pattern as in a .gitignore -> rules not to run on the files that it matches."""
    severities: Mapping[str, Severity | None] = field(default_factory=_empty)
    """Rule name -> severity, where it differs from the rule's own; None switches the rule off."""
    options: Mapping[str, object] = field(default_factory=_empty)
    """Rule name -> options, where they differ from the rule's own."""
    declared: tuple[Declared, ...] = ()
    """Rules without code of the configuration, beside those there are."""
    fail_level: Severity = Severity.WARNING
    """Findings below this severity do not fail a run."""
    min_certainty: float = 0.77
    """Findings that are less sure are left out, 0 to 1."""
    baseline: Path | None = None
    """The file of accepted findings."""
    labels: Labels = Labels()
    vocabulary: Vocabulary = Vocabulary()
    """The team's own words."""
    calendar: Calendar = Calendar()
    cycle: Cycle | None = None
    """The cycle of documents that state none."""
    language: str = "english"
    """english: statements of other languages are not judged; any: no language is told apart."""
    pipeline: str | None = None
    """The spaCy pipeline that reads statements; None for the one that comes with okrlint."""
    include: tuple[str, ...] = ("*.md", "*.markdown", "*.mdown", "*.mkd", "*.mdx")
    """Which files of a folder are read, as .gitignore patterns."""
    exclude: tuple[str, ...] = ()
    """Which files and folders are not, as .gitignore patterns."""
    force_exclude: bool = False
    """Whether `exclude` also holds for files named outright, as pre-commit names them."""
    respect_gitignore: bool = True
    """Whether files that git ignores are left out of folders."""
    root: Path | None = None
    """The folder of the configuration, from which the patterns count; None: the current one."""


def all_rules(settings: Settings, rules: RuleSet) -> RuleSet:
    """The rules there are, with those that the configuration declares."""
    if not settings.declared:
        return rules
    from okrlint.declared import make_rules

    return rules.extended(make_rules(settings.declared))


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that runs, with its options in it."""

    rule: Rule
    severity: Severity


def active_rules(settings: Settings, rules: RuleSet, path: str = "") -> tuple[ActiveRule, ...]:
    """The rules that `settings` ask for on the file at `path`, in the order of their codes.

    Raises UnknownRuleError for a selector that names no rule, and ConfigError for settings that
    leave no rule on for any file: such a run must not look clean.
    """
    rules = all_rules(settings, rules)
    chosen = _matches(rules, settings.select) or {rule for rule in rules if rule.default}
    chosen |= _matches(rules, settings.extend_select)
    chosen -= _matches(rules, settings.ignore)
    levels = {
        rule: level
        for rule in rules
        if rule in chosen
        and (level := settings.severities.get(rule.name, rule.severity)) is not None
    }
    if not levels and tuple(rules):
        raise ConfigError(
            "rules", "all are switched off, so nothing would be checked; leave one on"
        )
    for pattern, words in settings.per_file_ignores.items():
        unwanted = _matches(rules, words)  # also refuses unknown words of other files' patterns
        if path and matches_path(path, (pattern,), settings.root):
            levels = {rule: level for rule, level in levels.items() if rule not in unwanted}
    return tuple(
        ActiveRule(rule(settings.options.get(rule.name)), level) for rule, level in levels.items()
    )


def _matches(rules: RuleSet, words: tuple[str, ...]) -> set[type[Rule]]:
    return {rule for word in words for rule in rules.match(word)}
