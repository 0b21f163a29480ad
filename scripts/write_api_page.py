"""Write docs/api.md from the docstrings of what okrlint offers.

python scripts/write_api_page.py
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from okrlint import api

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "api.md"
PAGE = """\
# OKRs Q3 2026

**Mission:** Nobody on the islands waits for a ferry.

## Objective 1: Be the ferry that islanders count on

- KR 1: Launch the new timetable (owner: Mia)
- KR 2: Passengers rise from 900 to 1,200 a day
"""
"""The document that the examples are about."""

GROUPS = {
    "Lint": "Linter lint_text lint_file lint_paths Result Finding Severity Suggestion Edit "
    "Location LineIndex Crash render_findings FORMATS",
    "Read": "parse Document Objective KeyResult Field Prose Span Cycle CycleSource Unread Comment "
    "Nature read Reading Promise Evidence Quantity Measure Comparison When WhenKind Beside "
    "Predicate Form Decision",
    "Set": "Settings load_settings Loaded Labels Vocabulary Calendar",
    "Write rules": "KeyResultRule ObjectiveRule DocumentRule Rule Bad Good Source NoOptions "
    "Problem Context Due Kind Before SuppressionUse RuleSet load_rules load_rule_files",
    "Keep what was read": "Cache MemoryCache ReadingCache",
    "Only what is new, and safe edits": "find_before only_changed Baseline make_baseline "
    "load_baseline save_baseline compare_with_baseline Compared update_baseline prune_baseline "
    "apply_edits fix_file render_diff",
    "Errors": "OkrlintError InputError ConfigError UnknownRuleError RulePackError PipelineError",
}
"""Every public name under the heading of what it is for."""

_HEAD = f"""\
# The library

<!-- made by scripts/write_api_page.py from the docstrings -->

Everything below is in `okrlint.api`, and `okrlint` hands it on. [stability.md](stability.md) says
what is promised. All positions are half-open ranges of 0-based characters; lines and columns, where
people see them, count from 1. Everything can be pickled.

The examples run in the tests. They are about this page:

```python
import datetime as dt
from pathlib import Path

from okrlint import *

PAGE = '''\\
{PAGE}'''
```
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A public name as its source tells it."""

    name: str
    node: ast.stmt
    text: str
    """Its docstring, without indentation."""


def render_api_page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for title, names in GROUPS.items():
        parts.append(f"## {title}\n")
        parts += ["\n".join(_entry(tell(name))) for name in names.split()]
    return "\n".join(parts)


def tell(name: str) -> Told:
    """What the source says of a public name; raises LookupError for one that it does not hold."""
    value = getattr(api, name)
    home = getattr(value, "__module__", None) or "okrlint.report"  # FORMATS, a tuple
    body = _tree(home).body
    for node, after in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name:
            return Told(name, node, inspect.cleandoc(ast.get_docstring(node) or ""))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return Told(name, node, _string(after))
    raise LookupError(name)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(Path(inspect.getfile(import_module(module))).read_text(encoding="utf-8"))


def _string(node: ast.stmt) -> str:
    """What a string that stands alone says."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return inspect.cleandoc(str(node.value.value))
    return ""


def _entry(told: Told) -> Iterator[str]:
    yield f"### `{told.name}`\n"
    if isinstance(told.node, ast.FunctionDef):
        yield f"```python\n{_signature(told.node)}\n```\n"
    yield _prose(told.text)
    if isinstance(told.node, ast.ClassDef):
        yield from _members(told.node)


def _prose(text: str) -> str:
    """A docstring as Markdown: its examples become blocks of code."""
    blocks = re.split(r"\n\n(?=>>> )", text, maxsplit=1)
    example = f"\n```pycon\n{blocks[1].rstrip()}\n```\n" if len(blocks) > 1 else ""
    return f"{blocks[0]}\n{example}"


def _signature(node: ast.FunctionDef) -> str:
    """How a function is called, one parameter on a line where one line is too short."""
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    line = f"{node.name}({_given(node)}){returns}"
    if len(line) <= 88:
        return line
    given = re.sub(r", (?=\w+[:,)]|\*,)", ",\n", _given(node))
    return f"{node.name}(\n{textwrap.indent(given, '    ')},\n){returns}"


def _members(node: ast.ClassDef) -> Iterator[str]:
    """Fields and methods of a class, with what is said of each."""
    lines: list[str] = []
    for one, after in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        said = " ".join(_string(after).split())
        if isinstance(one, ast.AnnAssign) and not ast.unparse(one.target).startswith("_"):
            kind = ast.unparse(one.annotation).removeprefix("ClassVar[")
            kind = kind.removesuffix("]") if kind != ast.unparse(one.annotation) else kind
            lines.append(_line(f"{ast.unparse(one.target)}: {kind}", said))
        elif isinstance(one, ast.Assign) and ast.unparse(one.targets[0]).isupper():
            lines.append(_line(ast.unparse(one), said))
        elif isinstance(one, ast.FunctionDef) and not one.name.startswith("_"):
            words = " ".join((ast.get_docstring(one) or "").split())
            lines.append(_line(_call(one), words))
    if lines:
        yield "\n".join([*lines, ""])


def _call(node: ast.FunctionDef) -> str:
    """How a method is called; a property is read."""
    returns = ast.unparse(node.returns) if node.returns else "None"
    if any(ast.unparse(one) == "property" for one in node.decorator_list):
        return f"{node.name}: {returns}"
    given = _given(node).removeprefix("self").removeprefix("cls").removeprefix(", ")
    return f"{node.name}({given}) -> {returns}"


def _given(node: ast.FunctionDef) -> str:
    """The parameters, with spaces around the `=` of a default."""
    return re.sub(r"(?<=[\w\]])=", " = ", ast.unparse(node.args))


def _line(code: str, said: str) -> str:
    text = f"- `{code}`" + (f": {said}" if said else "")
    return textwrap.fill(text, 100, subsequent_indent="  ", break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(render_api_page(), encoding="utf-8")
