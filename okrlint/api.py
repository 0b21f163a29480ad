"""Everything that okrlint offers: the one front, for its own command and for everybody.

`okrlint` hands on the same names: `from okrlint import lint_text` and `from okrlint.api import
lint_text` are one. docs/stability.md says what is promised of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.baseline import (
        Baseline,
        Compared,
        compare_with_baseline,
        load_baseline,
        make_baseline,
        prune_baseline,
        save_baseline,
        update_baseline,
    )
    from okrlint.cache import Cache, ReadingCache
    from okrlint.changes import find_before, only_changed
    from okrlint.config import Loaded, Settings, load_settings
    from okrlint.context import Before, Context, Due, SuppressionUse
    from okrlint.dates import Calendar
    from okrlint.engine import lint_text, parse
    from okrlint.errors import (
        ConfigError,
        InputError,
        OkrlintError,
        PipelineError,
        RulePackError,
        UnknownRuleError,
    )
    from okrlint.example import Bad, Good, Source
    from okrlint.finding import Edit, Finding, Problem, Severity, Suggestion
    from okrlint.fix import apply_edits, fix_file, render_diff
    from okrlint.kind import Kind
    from okrlint.language import read
    from okrlint.lines import LineIndex, Location
    from okrlint.linter import Linter, lint_file, lint_paths
    from okrlint.memory import MemoryCache
    from okrlint.model import (
        Comment,
        Cycle,
        CycleSource,
        Document,
        Field,
        KeyResult,
        Labels,
        Nature,
        Objective,
        Prose,
        Unread,
    )
    from okrlint.place import Place, PlaceIndex
    from okrlint.predicate import Form, Predicate
    from okrlint.reading import (
        Beside,
        Comparison,
        Decision,
        Evidence,
        Measure,
        Promise,
        Quantity,
        Reading,
        When,
        WhenKind,
    )
    from okrlint.registry import RuleSet, load_rule_files, load_rules
    from okrlint.report import FORMATS, render_findings
    from okrlint.result import Result
    from okrlint.rule import DocumentRule, KeyResultRule, NoOptions, ObjectiveRule, Rule
    from okrlint.runner import Crash
    from okrlint.span import Places, Span
    from okrlint.vocabulary import Vocabulary

_HOMES = {
    "okrlint.baseline": "Baseline Compared compare_with_baseline load_baseline make_baseline "
    "prune_baseline save_baseline update_baseline",
    "okrlint.cache": "Cache ReadingCache",
    "okrlint.changes": "find_before only_changed",
    "okrlint.config": "Loaded Settings load_settings",
    "okrlint.context": "Before Context Due SuppressionUse",
    "okrlint.dates": "Calendar",
    "okrlint.engine": "lint_text parse",
    "okrlint.errors": "ConfigError InputError OkrlintError PipelineError RulePackError "
    "UnknownRuleError",
    "okrlint.example": "Bad Good Source",
    "okrlint.finding": "Edit Finding Problem Severity Suggestion",
    "okrlint.fix": "apply_edits fix_file render_diff",
    "okrlint.kind": "Kind",
    "okrlint.language": "read",
    "okrlint.lines": "LineIndex Location",
    "okrlint.linter": "Linter lint_file lint_paths",
    "okrlint.memory": "MemoryCache",
    "okrlint.model": "Comment Cycle CycleSource Document Field KeyResult Labels Nature "
    "Objective Prose Unread",
    "okrlint.place": "Place PlaceIndex",
    "okrlint.predicate": "Form Predicate",
    "okrlint.reading": "Beside Comparison Decision Evidence Measure Promise Quantity Reading "
    "When WhenKind",
    "okrlint.registry": "RuleSet load_rule_files load_rules",
    "okrlint.report": "FORMATS render_findings",
    "okrlint.result": "Result",
    "okrlint.rule": "DocumentRule KeyResultRule NoOptions ObjectiveRule Rule",
    "okrlint.runner": "Crash",
    "okrlint.span": "Places Span",
    "okrlint.vocabulary": "Vocabulary",
}
"""Where each public name lives; it is imported when it is first asked for."""


def __getattr__(name: str) -> object:
    """A public name, imported now: `okrlint --help` needs none of them."""
    for module, names in _HOMES.items():
        if name in names.split():
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__]


__all__ = [
    "FORMATS",
    "Bad",
    "Baseline",
    "Before",
    "Beside",
    "Cache",
    "Calendar",
    "Comment",
    "Compared",
    "Comparison",
    "ConfigError",
    "Context",
    "Crash",
    "Cycle",
    "CycleSource",
    "Decision",
    "Document",
    "DocumentRule",
    "Due",
    "Edit",
    "Evidence",
    "Field",
    "Finding",
    "Form",
    "Good",
    "InputError",
    "KeyResult",
    "KeyResultRule",
    "Kind",
    "Labels",
    "LineIndex",
    "Linter",
    "Loaded",
    "Location",
    "Measure",
    "MemoryCache",
    "Nature",
    "NoOptions",
    "Objective",
    "ObjectiveRule",
    "OkrlintError",
    "PipelineError",
    "Place",
    "PlaceIndex",
    "Places",
    "Predicate",
    "Problem",
    "Promise",
    "Prose",
    "Quantity",
    "Reading",
    "ReadingCache",
    "Result",
    "Rule",
    "RulePackError",
    "RuleSet",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Suggestion",
    "SuppressionUse",
    "UnknownRuleError",
    "Unread",
    "Vocabulary",
    "When",
    "WhenKind",
    "apply_edits",
    "compare_with_baseline",
    "find_before",
    "fix_file",
    "lint_file",
    "lint_paths",
    "lint_text",
    "load_baseline",
    "load_rule_files",
    "load_rules",
    "load_settings",
    "make_baseline",
    "only_changed",
    "parse",
    "prune_baseline",
    "read",
    "render_diff",
    "render_findings",
    "save_baseline",
    "update_baseline",
]
