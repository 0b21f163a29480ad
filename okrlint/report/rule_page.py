"""A rule's page, made from its class: what `okrlint rule` prints and what `rules/` holds."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Annotated, get_args, get_origin, get_type_hints

import msgspec

from okrlint.example import Bad, Good
from okrlint.registry import RuleSet
from okrlint.rule import Rule

FRAME_NOTE = "Lines without a heading stand under an objective of Q3 2025."
"""What readers of the examples need to know of `okrlint.testing.FRAME`."""
BEFORE, NOW = "Before:", "Now:"
"""Above the two texts of an example that compares."""
_USUAL_PATH = Bad("").path


def render_page(rule: type[Rule]) -> str:
    """The page of one rule, as Markdown."""
    parts = [
        f"# {rule.name} ({rule.code})",
        f"**{rule.summary[0].upper()}{rule.summary[1:]}.** {standing(rule)}",
        page_text(rule),
        say_covers(rule),
        f'Criterion: "{rule.criterion}".',
        "## Examples",
        FRAME_NOTE if any(is_line(e.text) for e in rule.examples) else "",
        "Flagged:",
        *_examples(rule, Bad),
        "Not flagged:",
        *_examples(rule, Good),
        "## Options",
        *_options(rule),
        "## Switch it off",
        "For one line, put this comment on the line above it:",
        f"```markdown\n<!-- okrlint-disable-next-line {rule.name} -- the reason -->\n```",
        f"For a run: `okrlint --ignore {rule.name} PATH`.",
        *_sources(rule),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def page_text(rule: type[Rule]) -> str:
    """Why the rule is there: its docstring."""
    return inspect.getdoc(rule) or ""


def render_table(rules: RuleSet) -> str:
    """All rules in one Markdown table; names link to the pages beside it."""
    rows = [
        f"| [{rule.name}]({rule.name}.md) | {rule.code} | {rule.severity.label} | "
        f"{'yes' if rule.default else 'no'} | {rule.summary} | {rule.criterion} |"
        for rule in rules
    ]
    head = "| rule | code | severity | by default | what it finds | criterion |"
    return "\n".join([head, "|---|---|---|---|---|---|", *rows]) + "\n"


def rule_data(rule: type[Rule]) -> dict[str, object]:
    """One rule as plain data, for other tools."""
    return {
        "name": rule.name,
        "code": rule.code,
        "summary": rule.summary,
        "severity": rule.severity.label,
        "default": rule.default,
        "since": rule.since,
        "criterion": rule.criterion,
        "not_for": [kind.value for kind in rule.not_for],
        "covers": list(rule.covers),
        "url": rule.url,
        "why": page_text(rule),
        "sources": [{"title": s.title, "url": s.url} for s in rule.sources],
        "options": [
            {"name": name, "default": default, "description": text}
            for name, default, text in find_options(rule)
        ],
        "examples": {
            "bad": [e.text for e in rule.examples if isinstance(e, Bad)],
            "good": [e.text for e in rule.examples if isinstance(e, Good)],
        },
    }


def find_options(rule: type[Rule]) -> Iterator[tuple[str, object, str]]:
    """Yield (name as people write it, default, description) of each option of a rule."""
    kind = type(rule.options)
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        default = getattr(rule.options, field.name)
        yield field.name.replace("_", "-"), default, _description(hints[field.name])


def _description(hint: object) -> str:
    if get_origin(hint) is Annotated:
        for extra in get_args(hint)[1:]:
            if isinstance(extra, msgspec.Meta) and extra.description:
                return extra.description
    return ""


def standing(rule: type[Rule]) -> str:
    """How severe a rule is, whether it is on, and what it leaves alone."""
    kinds = " or ".join(kind.value for kind in rule.not_for)
    left = f" Never said of what is marked as {kinds}." if kinds else ""
    return f"Severity: {rule.severity.label}. {'On' if rule.default else 'Off'} by default.{left}"


def say_covers(rule: type[Rule]) -> str:
    """Which rules leave it at that where this one speaks; "" where none does."""
    if not rule.covers:
        return ""
    *others, last = (f"`{name}`" for name in sorted(rule.covers))
    names = " and ".join([", ".join(others), last] if others else [last])
    return f"Where it finds something, it speaks for {names} too."


def is_line(text: str) -> bool:
    """Whether an example is a single list line, to be put under an objective."""
    return text.lstrip().startswith(("- ", "* ")) and "\n" not in text.strip()


def find_shown(rule: type[Rule], kind: type[Bad | Good]) -> Iterator[tuple[str, str]]:
    """Yield (what to know, text) of the examples of one kind; plain lines stand together."""
    lines: list[str] = []
    for example in rule.examples:
        if not isinstance(example, kind):
            continue
        note = _note(example, rule)
        if not note and example.before is None and is_line(example.text):
            lines.append(example.text.strip())
            continue
        if lines:
            yield "", "\n".join(lines)
            lines = []
        if example.before is not None:
            yield f"{note} {BEFORE}".lstrip(), example.before.strip()
            note = NOW
        yield note, example.text.strip()
    if lines:
        yield "", "\n".join(lines)


def _note(example: Bad | Good, rule: type[Rule]) -> str:
    """What the rule knows beside the text of an example, or lacks where others have it."""
    notes = [f"In the file {example.path}:"] if example.path != _USUAL_PATH else []
    if example.today:
        notes.append(f"Judged on {example.today}:")
    elif any(other.today for other in rule.examples):
        notes.append("Without a day to judge from:")
    if rule.needs_before and example.before is None:
        notes.append("Without an earlier revision:")
    return " ".join(notes)


def _examples(rule: type[Rule], kind: type[Bad | Good]) -> Iterable[str]:
    for note, text in find_shown(rule, kind):
        fence = "~~~" if "```" in text else "```"
        if note:
            yield note
        yield f"{fence}markdown\n{text}\n{fence}"


def _options(rule: type[Rule]) -> list[str]:
    rows = [f"- `{name}` (default `{value}`): {text}" for name, value, text in find_options(rule)]
    return ["\n".join(rows)] if rows else ["None."]


def _sources(rule: type[Rule]) -> list[str]:
    if not rule.sources:
        return []
    rows = [f"- [{s.title}]({s.url})" if s.url else f"- {s.title}" for s in rule.sources]
    return ["## Sources", "\n".join(rows)]
