"""Everything that okrlint offers: the one front, for its own command and for everybody.

`okrlint` hands on the same names: `from okrlint import lint_text` and `from okrlint.api import
lint_text` are one. docs/stability.md says what is promised of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.config import Settings
    from okrlint.dates import Calendar
    from okrlint.engine import Result, lint_file, lint_paths, lint_text, parse
    from okrlint.errors import (
        ConfigError,
        InputError,
        OkrlintError,
        PipelineError,
        RulePackError,
        UnknownRuleError,
    )
    from okrlint.finding import Edit, Finding, Problem, Severity, Suggestion
    from okrlint.kind import Kind
    from okrlint.language import read
    from okrlint.lines import Location
    from okrlint.model import (
        Cycle,
        CycleSource,
        Document,
        Field,
        KeyResult,
        Labels,
        Nature,
        Objective,
        Prose,
        Span,
        Unread,
    )
    from okrlint.reading import (
        Beside,
        Comparison,
        Decision,
        Evidence,
        Form,
        Measure,
        Predicate,
        Promise,
        Quantity,
        Reading,
        When,
        WhenKind,
    )
    from okrlint.rule import (
        Bad,
        Before,
        Context,
        DocumentRule,
        Due,
        Good,
        KeyResultRule,
        NoOptions,
        ObjectiveRule,
        Rule,
        Source,
        SuppressionUse,
    )
    from okrlint.runner import Crash
    from okrlint.vocabulary import Vocabulary

_HOMES = {
    "okrlint.config": "Settings",
    "okrlint.dates": "Calendar",
    "okrlint.engine": "Result lint_file lint_paths lint_text parse",
    "okrlint.errors": "ConfigError InputError OkrlintError "
    "PipelineError RulePackError UnknownRuleError",
    "okrlint.finding": "Edit Finding Problem Severity Suggestion",
    "okrlint.kind": "Kind",
    "okrlint.language": "read",
    "okrlint.lines": "Location",
    "okrlint.model": "Cycle CycleSource Document Field KeyResult "
    "Labels Nature Objective Prose Span Unread",
    "okrlint.reading": "Beside Comparison Decision Evidence Form Measure Predicate "
    "Promise Quantity Reading When WhenKind",
    "okrlint.rule": "Bad Before Context DocumentRule Due Good "
    "KeyResultRule NoOptions ObjectiveRule Rule Source SuppressionUse",
    "okrlint.runner": "Crash",
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
    "Bad",
    "Before",
    "Beside",
    "Calendar",
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
    "Location",
    "Measure",
    "Nature",
    "NoOptions",
    "Objective",
    "ObjectiveRule",
    "OkrlintError",
    "PipelineError",
    "Predicate",
    "Problem",
    "Promise",
    "Prose",
    "Quantity",
    "Reading",
    "Result",
    "Rule",
    "RulePackError",
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
    "lint_file",
    "lint_paths",
    "lint_text",
    "parse",
    "read",
]
