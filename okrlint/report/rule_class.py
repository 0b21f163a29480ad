"""A rule class -> what its page tells."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated, get_args, get_origin, get_type_hints

import msgspec

from okrlint.example import Bad, Good
from okrlint.report.rule_facts import BEFORE, NOW, Example, Option, RuleFacts
from okrlint.rule import Rule

_USUAL_PATH = Bad("").path


def facts_of(rule: type[Rule]) -> RuleFacts:
    """What there is to tell of a rule."""
    return RuleFacts(
        rule.name,
        rule.code,
        rule.summary,
        rule.severity.label,
        rule.default,
        rule.since,
        rule.criterion,
        tuple(kind.value for kind in rule.not_for),
        tuple(rule.covers),
        rule.url,
        page_text(rule),
        tuple((source.title, source.url) for source in rule.sources),
        tuple(_find_options(rule)),
        tuple(e.text for e in rule.examples if isinstance(e, Bad)),
        tuple(e.text for e in rule.examples if isinstance(e, Good)),
        tuple(_find_shown(rule, Bad)),
        tuple(_find_shown(rule, Good)),
        any(is_line(example.text) for example in rule.examples),
    )


def page_text(rule: type[Rule]) -> str:
    """Why the rule is there: its docstring."""
    return inspect.getdoc(rule) or ""


def is_line(text: str) -> bool:
    """Whether an example is a single list line, to be put under an objective."""
    return text.lstrip().startswith(("- ", "* ")) and "\n" not in text.strip()


def _find_options(rule: type[Rule]) -> Iterator[Option]:
    kind = type(rule.options)
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        default = getattr(rule.options, field.name)
        yield Option(field.name.replace("_", "-"), default, _description(hints[field.name]))


def _description(hint: object) -> str:
    if get_origin(hint) is Annotated:
        for extra in get_args(hint)[1:]:
            if isinstance(extra, msgspec.Meta) and extra.description:
                return extra.description
    return ""


def _find_shown(rule: type[Rule], kind: type[Bad | Good]) -> Iterator[Example]:
    """Yield the examples of one kind; plain lines stand together."""
    lines: list[str] = []
    for example in rule.examples:
        if not isinstance(example, kind):
            continue
        note = _note(example, rule)
        if not note and example.before is None and is_line(example.text):
            lines.append(example.text.strip())
            continue
        if lines:
            yield Example("", "\n".join(lines))
            lines = []
        if example.before is not None:
            yield Example(f"{note} {BEFORE}".lstrip(), example.before.strip())
            note = NOW
        yield Example(note, example.text.strip())
    if lines:
        yield Example("", "\n".join(lines))


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
