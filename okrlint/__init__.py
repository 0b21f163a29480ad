"""okrlint reads OKRs in Markdown and says what keeps them from being good OKRs.

`lint_text`, `lint_file` and `lint_paths` find what is wrong; `parse` gives the OKRs of a document;
`read` says what one statement promises, measures, and by when. A rule of one's own subclasses
`KeyResultRule`, `ObjectiveRule` or `DocumentRule`.
"""

from okrlint.config import Settings
from okrlint.dates import Calendar
from okrlint.engine import Crash, Result, lint_file, lint_paths, lint_text, parse
from okrlint.errors import (
    ConfigError,
    InputError,
    OkrlintError,
    PipelineError,
    RulePackError,
    UnknownRuleError,
)
from okrlint.finding import Edit, Finding, Problem, Severity, Suggestion
from okrlint.language import read
from okrlint.lines import Location
from okrlint.model import (
    Cycle,
    CycleSource,
    Document,
    Field,
    KeyResult,
    Labels,
    Objective,
    Prose,
    Span,
    Unread,
)
from okrlint.reading import (
    Comparison,
    Evidence,
    Measure,
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

__version__ = "0.1.0"

__all__ = [
    "Bad",
    "Before",
    "Calendar",
    "Comparison",
    "ConfigError",
    "Context",
    "Crash",
    "Cycle",
    "CycleSource",
    "Document",
    "DocumentRule",
    "Due",
    "Edit",
    "Evidence",
    "Field",
    "Finding",
    "Good",
    "InputError",
    "KeyResult",
    "KeyResultRule",
    "Labels",
    "Location",
    "Measure",
    "NoOptions",
    "Objective",
    "ObjectiveRule",
    "OkrlintError",
    "PipelineError",
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
    "When",
    "WhenKind",
    "lint_file",
    "lint_paths",
    "lint_text",
    "parse",
    "read",
]
