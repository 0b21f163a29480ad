"""The merged keys of configuration files -> Settings."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import msgspec

from okrlint.config.raw import RawLabels, RawVocabulary
from okrlint.config.settings import Settings
from okrlint.config.source import Source
from okrlint.config.vocabulary import make_names, make_vocabulary
from okrlint.dates import Calendar, find_periods
from okrlint.errors import ConfigError
from okrlint.finding import Severity
from okrlint.frozen import FrozenDict
from okrlint.model import Cycle, CycleSource, Labels
from okrlint.registry import RuleSet
from okrlint.typed import nearest, plain_words


def build_settings(merged: dict[str, Any], source: Source, rules: RuleSet) -> Settings:
    """The settings that the merged keys stand for; raises ConfigError."""
    settings = Settings(root=source.path.parent)
    for key in ("select", "extend-select", "ignore", "per-file-ignores", "include", "exclude",
                "force-exclude", "respect-gitignore", "language", "pipeline",
                "min-certainty"):  # fmt: skip
        if key in merged:
            settings = replace(settings, **{key.replace("-", "_"): merged[key]})
    if "baseline" in merged:
        settings = replace(settings, baseline=source.path.parent / merged["baseline"])
    if "fail-level" in merged:
        settings = replace(settings, fail_level=Severity[merged["fail-level"].upper()])
    labels = merged.get("labels") or RawLabels()
    vocabulary = merged.get("vocabulary") or RawVocabulary()
    names = make_names(vocabulary)
    own = Labels(labels.objective, labels.key_result, labels.mission, names)
    settings = replace(settings, labels=own, vocabulary=make_vocabulary(vocabulary))
    calendar = Calendar(
        fiscal_year_start=merged.get("fiscal-year-start", 1),
        day_first=merged.get("day-first"),
        today=_today(merged, source),
    )
    return replace(
        settings,
        severities=FrozenDict(_severities(merged, rules)),
        options=FrozenDict(_options(merged, source, rules)),
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
        known = {f.name.replace("_", "-") for f in fields(type(rule.options))}
        for key in values:
            if key not in known:
                reason = f"{rule.name} has no option {key!r}; {nearest(key, known)}"
                raise ConfigError(source.where("rules", word, key), reason)
        plain = {key.replace("-", "_"): value for key, value in values.items()}
        try:
            found[rule.name] = msgspec.convert(plain, type(rule.options))
        except msgspec.ValidationError as error:
            reason = f"{rule.name}: {plain_words(error)}"
            key = plain_words(error).partition(":")[0].replace("_", "-")
            raise ConfigError(source.where("rules", word, key), reason) from error
    return found


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
