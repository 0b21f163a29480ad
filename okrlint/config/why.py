"""Why each rule is on or off for a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrlint.config.settings import Settings, all_rules
from okrlint.finding import Severity
from okrlint.patterns import matches_path
from okrlint.registry import RuleSet
from okrlint.rule import Rule


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a rule runs, and what decided it."""

    rule: type[Rule]
    severity: Severity | None
    """None when the rule is off."""
    reason: str


def find_standings(settings: Settings, rules: RuleSet, path: str = "") -> Iterator[Standing]:
    """Yield each rule with its standing on the file at `path`, in the order of the set."""
    rules = all_rules(settings, rules)
    origins = {one.name: one.origin for one in settings.declared}
    for rule in rules:
        reason_off = _reason_off(rule, settings, rules, path)
        severity = settings.severities.get(rule.name, rule.severity)
        if reason_off:
            yield Standing(rule, None, reason_off)
        elif severity is None:
            yield Standing(rule, None, "severity is off")
        else:
            origin = origins.get(rule.name)
            reason = f"declared in {origin}" if origin else _reason_on(rule, settings, rules)
            yield Standing(rule, severity, reason)


def _reason_off(rule: type[Rule], settings: Settings, rules: RuleSet, path: str) -> str:
    if word := _named(rule, settings.ignore, rules):
        return f"ignored ({word})"
    for pattern, words in settings.per_file_ignores.items():
        word = _named(rule, words, rules)
        if word and path and matches_path(path, (pattern,), settings.root):
            return f"ignored ({word}) in {pattern}"
    if _named(rule, (*settings.select, *settings.extend_select), rules):
        return ""
    if settings.select:
        return "not selected"
    return "" if rule.default else "off by default"


def _reason_on(rule: type[Rule], settings: Settings, rules: RuleSet) -> str:
    word = _named(rule, (*settings.select, *settings.extend_select), rules)
    return f"selected ({word})" if word else "on by default"


def _named(rule: type[Rule], words: tuple[str, ...], rules: RuleSet) -> str | None:
    """The first of the words that names the rule."""
    return next((word for word in words if rule in rules.match(word)), None)
