"""The rules there are: okrlint's own, those of installed packs, those of local files."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata

from okrlint.errors import RulePackError, UnknownRuleError
from okrlint.rule import DocumentRule, KeyResultRule, ObjectiveRule, Rule

ENTRY_POINTS = "okrlint.rules"
"""The entry-point group in which an installed pack names a rule class or a tuple of them."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules that can be asked for, ordered by code."""

    rules: tuple[type[Rule], ...]

    def __iter__(self) -> Iterator[type[Rule]]:
        return iter(self.rules)

    def find(self, word: str) -> type[Rule]:
        """The rule with this name or code, in any case; raises UnknownRuleError."""
        for rule in self.rules:
            if word.lower() in (rule.name, rule.code.lower()):
                return rule
        words = [word for rule in self.rules for word in (rule.name, rule.code)]
        near = difflib.get_close_matches(word.lower(), words, n=1, cutoff=0.5)
        near = near or difflib.get_close_matches(word.upper(), words, n=1, cutoff=0.5)
        raise UnknownRuleError(word, near[0] if near else None)

    def match(self, word: str) -> tuple[type[Rule], ...]:
        """The rules that a selector names: a name, a code, the letters of codes, or "ALL".

        Raises UnknownRuleError for a word that names none.
        """
        if word.upper() == "ALL":
            return self.rules
        family = tuple(r for r in self.rules if r.code.rstrip("0123456789") == word.upper())
        return family or (self.find(word),)


def load_rules(more: Iterable[type[Rule]] = ()) -> RuleSet:
    """Okrlint's own rules, then those of installed packs, then `more`.

    Raises RulePackError when a pack does not load, when two rules share a name or code, and when
    there is no rule at all: a run without rules must not look clean.
    """
    from okrlint_rules import RULES

    rules: list[type[Rule]] = list(RULES)
    for entry in sorted(metadata.entry_points(group=ENTRY_POINTS), key=lambda e: (e.name, e.value)):
        rules += _load_entry(entry)
    rules += more
    if not rules:
        raise RulePackError("okrlint", "no rule was loaded; reinstall okrlint")
    _refuse_clashes(rules)
    return RuleSet(tuple(sorted(rules, key=lambda rule: rule.code)))


def _load_entry(entry: metadata.EntryPoint) -> list[type[Rule]]:
    pack = f"{entry.dist.name if entry.dist else '?'} ({entry.value})"
    try:
        loaded = entry.load()
    except Exception as error:
        raise RulePackError(
            pack, f"cannot be imported ({error}); mend or uninstall the pack"
        ) from error
    found = list(loaded) if isinstance(loaded, (tuple, list)) else [loaded]
    for rule in found:
        kinds = (KeyResultRule, ObjectiveRule, DocumentRule)
        if not (isinstance(rule, type) and issubclass(rule, kinds)):
            raise RulePackError(pack, f"{rule!r} is not a rule class")
    return found


def _refuse_clashes(rules: Iterable[type[Rule]]) -> None:
    seen: dict[str, type[Rule]] = {}
    for rule in rules:
        for word in (rule.name, rule.code.lower()):
            if word in seen and seen[word] is not rule:
                raise RulePackError(
                    rule.__module__, f"{word!r} is taken by {seen[word].__module__}; choose another"
                )
            seen[word] = rule
