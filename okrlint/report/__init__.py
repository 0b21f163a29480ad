"""Findings and outlines for people and machines: one module per output format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from okrlint.told import Reported, Rules

FORMATS = (
    "text",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "rdjson",
    "checkstyle",
    "markdown",
)
"""The output formats of findings; format X is rendered by `okrlint.report.as_X`.

>>> "sarif" in FORMATS
True
"""

AS_THEY_COME = frozenset({"text", "concise", "grouped", "json-lines", "github"})
"""Those that say of each file what they would say of it alone: it is told when it is done."""


class Renderer(Protocol):
    """What each format's module offers."""

    def __call__(self, results: Sequence[Reported], rules: Rules, *, color: bool) -> str:
        """The whole report; empty, or an empty document of its kind, without findings."""
        ...


def choose_format(wanted: str, environment: Mapping[str, str]) -> str:
    """The format that `auto` stands for: github in GitHub Actions, gitlab in GitLab CI, else text.

    Any other word stands for itself.
    """
    if wanted != "auto":
        return wanted
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "gitlab" if environment.get("GITLAB_CI") == "true" else "text"


def render_findings(
    output_format: str, results: Sequence[Reported], rules: Rules, *, color: bool = False
) -> str:
    """The findings of a run in one of FORMATS; `color` adds terminal colours where it can.

    >>> print(render_findings("concise", [lint_text(PAGE, "q3.md")], load_rules()), end="")
    q3.md:7:9: error: KR001 task-like: this reads as a task (own work), and no number says how much
    """
    module = import_module(f"okrlint.report.as_{output_format.replace('-', '_')}")
    return cast("Renderer", module.render)(results, rules, color=color)
