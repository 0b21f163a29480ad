"""The rules there are: okrlint's own, those of installed packs, those of local files."""

from __future__ import annotations

import difflib
import hashlib
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from okrlint.errors import RulePackError, UnknownRuleError, describe_error
from okrlint.files import is_file, real_path
from okrlint.interrupt import is_fault
from okrlint.rule import DocumentRule, KeyResultRule, ObjectiveRule, Rule

ENTRY_POINTS = "okrlint.rules"
"""The entry-point group in which an installed pack names a rule class or a tuple of them."""
_LOCAL = "okrlint_local_"
"""How the modules of such files are named that no package holds."""
_OWN = metadata.EntryPoint("okrlint", "okrlint_rules:RULES", ENTRY_POINTS)
"""okrlint's own rules: a pack like any other, so that the engine imports none. It is not looked up
among the installed ones: okrlint must find its rules wherever it runs."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules that can be asked for, ordered by code.

    >>> rules = load_rules()
    >>> rules.find("no-metric").code, len(rules.match("KR")) > 5
    ('KR003', True)
    """

    rules: tuple[type[Rule], ...]

    def __iter__(self) -> Iterator[type[Rule]]:
        return iter(self.rules)

    @property
    def whole(self) -> frozenset[str]:
        """The names of the rules that judge whole documents."""
        return frozenset(rule.name for rule in self.rules if rule.whole)

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

    def __reduce__(self) -> tuple[Callable[..., RuleSet], tuple[object, ...]]:
        return _remade, tuple(_recipe(rule) for rule in self.rules)

    def extended(self, more: Iterable[type[Rule]]) -> RuleSet:
        """These rules and more of them; names and codes are not compared."""
        every = dict.fromkeys((*self.rules, *more))
        return RuleSet(tuple(sorted(every, key=lambda rule: rule.code)))


_Recipe: TypeAlias = "tuple[Callable[..., type[Rule]], tuple[object, ...]]"
"""What gives a class, and what it is given."""


def _recipe(rule: type[Rule]) -> type[Rule] | _Recipe:
    """What a pickle holds of a rule: its class, which is imported again, or how to make it anew."""
    if rule.recipe:
        return rule.recipe
    if rule.__module__.startswith(_LOCAL):
        return _local_rule, (_file_of(rule), rule.__name__)
    return rule


def _remade(*kept: type[Rule] | _Recipe) -> RuleSet:
    return RuleSet(tuple(one[0](*one[1]) if isinstance(one, tuple) else one for one in kept))


def _local_rule(file: str, name: str) -> type[Rule]:
    """A rule of a file of one's own, in another process; raises RulePackError."""
    found = [rule for rule in load_rule_files([Path(file)]) if rule.__name__ == name]
    if not found:
        raise RulePackError(file, f"no longer holds a rule class {name}")
    return found[0]


def load_rules(more: Iterable[type[Rule]] = ()) -> RuleSet:
    """Okrlint's own rules, then those of installed packs, then `more`.

    Raises RulePackError when a pack does not load, when two rules share a name or code, and when
    there is no rule at all: a run without rules must not look clean.

    >>> next(iter(load_rules())).name
    'missing-mission'
    """
    found: dict[type[Rule], str] = dict.fromkeys(_load_entry(_OWN, "okrlint"), "okrlint")
    for entry in sorted(metadata.entry_points(group=ENTRY_POINTS), key=lambda e: (e.name, e.value)):
        pack = _pack(entry)
        found |= {rule: pack for rule in _load_entry(entry, pack) if rule not in found}
    found |= {rule: _file_of(rule) for rule in more if rule not in found}
    if not found:
        raise RulePackError("okrlint", "no rule was loaded; reinstall okrlint")
    for one, other, word in find_clashes(found):
        reason = f"{word!r} is also the name or code of a rule of {found[one]}"
        raise RulePackError(found[other], f"{reason}; change one or leave it out")
    return RuleSet(tuple(sorted(found, key=lambda rule: rule.code)))


def find_clashes(rules: Iterable[type[Rule]]) -> Iterator[tuple[type[Rule], type[Rule], str]]:
    """Yield the earlier rule, the later one, and the name or code that both have."""
    seen: dict[str, type[Rule]] = {}
    for rule in rules:
        for word in (rule.name, rule.code.lower()):
            if seen.setdefault(word, rule) is not rule:
                yield seen[word], rule, rule.name if word == rule.name else rule.code


def load_rule_files(paths: Iterable[Path]) -> tuple[type[Rule], ...]:
    """The rule classes of Python files of one's own, in the order of the files and their lines.

    The files are run: name only files that you trust. Raises RulePackError for a file that is
    missing, does not run, or holds no rule.

    >>> try:
    ...     load_rule_files([Path("nowhere.py")])
    ... except RulePackError as error:
    ...     print(error)
    rules of nowhere.py: no such Python file; check `rule-files`
    """
    found: list[type[Rule]] = []
    for path in paths:
        rules = [
            value
            for value in vars(_run_file(path)).values()
            if _is_rule(value) and value.__module__ == _module_name(path)
        ]
        if not rules:
            raise RulePackError(str(path), "holds no rule class")
        found += rules
    return tuple(found)


def _run_file(path: Path) -> ModuleType:
    name = _module_name(path)
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if not is_file(path) or spec is None or spec.loader is None:
        raise RulePackError(str(path), "no such Python file; check `rule-files`")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException as error:
        sys.modules.pop(name, None)
        if not is_fault(error):
            raise
        reason = f"does not run ({describe_error(error)}); mend the file"
        raise RulePackError(str(path), reason) from error
    return module


def _module_name(path: Path) -> str:
    """A name for the file that no installed package has."""
    return f"{_LOCAL}{hashlib.sha256(os.fsencode(real_path(path))).hexdigest()[:12]}"


def _is_rule(value: object) -> bool:
    kinds = (KeyResultRule, ObjectiveRule, DocumentRule)
    return isinstance(value, type) and issubclass(value, kinds) and value not in kinds


def _pack(entry: metadata.EntryPoint) -> str:
    return f"{entry.dist.name if entry.dist else '?'} ({entry.value})"


def _file_of(rule: type[Rule]) -> str:
    """The file that a rule stands in, for people."""
    module = sys.modules.get(rule.__module__)
    return getattr(module, "__file__", None) or rule.__module__


def _load_entry(entry: metadata.EntryPoint, pack: str) -> list[type[Rule]]:
    try:
        loaded = entry.load()
    except BaseException as error:
        if not is_fault(error):
            raise
        reason = f"cannot be imported ({describe_error(error)}); mend or uninstall the pack"
        raise RulePackError(pack, reason) from error
    found = list(loaded) if isinstance(loaded, (tuple, list)) else [loaded]
    for rule in found:
        if not _is_rule(rule):
            raise RulePackError(pack, f"{rule!r} is not a rule class")
    return found
