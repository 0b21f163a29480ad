"""What applies to a run: which rules, how severe, and how documents are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from okrlint.dates import Calendar
from okrlint.finding import Severity
from okrlint.model import Cycle, Labels
from okrlint.registry import RuleSet
from okrlint.rule import Rule


@dataclass(frozen=True, slots=True)
class Settings:
    """The effective settings of a run; the defaults are those of a run without configuration."""

    select: tuple[str, ...] = ()
    """Rules to run, as names, codes, letters of codes or "ALL"; empty: the default ones."""
    ignore: tuple[str, ...] = ()
    """Rules not to run, in the same words; stronger than `select`."""
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    """Rule name -> severity, where it differs from the rule's own."""
    options: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Rule name -> options, where they differ from the rule's own."""
    labels: Labels = Labels()
    calendar: Calendar = Calendar()
    cycle: Cycle | None = None
    """The cycle of documents that state none."""
    pipeline: str | None = None
    """The spaCy pipeline that reads statements; None for the one that comes with okrlint."""


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that runs, with its options in it."""

    rule: Rule
    severity: Severity


def active_rules(settings: Settings, rules: RuleSet) -> tuple[ActiveRule, ...]:
    """The rules that `settings` ask for, in the order of the set.

    Raises UnknownRuleError for a selector that names no rule.
    """
    selected = {rule for word in settings.select for rule in rules.match(word)}
    if not settings.select:
        selected = {rule for rule in rules if rule.default}
    selected -= {rule for word in settings.ignore for rule in rules.match(word)}
    return tuple(
        ActiveRule(
            rule(settings.options.get(rule.name)),
            settings.severities.get(rule.name, rule.severity),
        )
        for rule in rules
        if rule in selected
    )
