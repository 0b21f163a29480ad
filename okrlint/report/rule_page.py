"""A rule's page in Markdown, as data, and the table of all: what `rules/` holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from okrlint.report.rule_facts import Example, RuleFacts

FRAME_NOTE = "Lines without a heading stand under an objective of Q3 2025."
"""What readers of the examples need to know of `okrlint.testing.FRAME`."""


def render_page(facts: RuleFacts) -> str:
    """The page of one rule, as Markdown."""
    parts = [
        f"# {facts.name} ({facts.code})",
        f"**{facts.summary[0].upper()}{facts.summary[1:]}.** {standing(facts)}",
        facts.why,
        say_covers(facts),
        f'Criterion: "{facts.criterion}".',
        "## Examples",
        FRAME_NOTE if facts.framed else "",
        "Flagged:",
        *_examples(facts.flagged),
        "Not flagged:",
        *_examples(facts.not_flagged),
        "## Options",
        *_options(facts),
        "## Switch it off",
        "For one line, put this comment on the line above it:",
        f"```markdown\n<!-- okrlint-disable-next-line {facts.name} -- the reason -->\n```",
        f"For a run: `okrlint --ignore {facts.name} PATH`.",
        *_sources(facts),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def render_table(rules: Iterable[RuleFacts]) -> str:
    """All rules in one Markdown table; names link to the pages beside it."""
    rows = [
        f"| [{facts.name}]({facts.name}.md) | {facts.code} | {facts.severity} | "
        f"{'yes' if facts.default else 'no'} | {facts.summary} | {facts.criterion} |"
        for facts in rules
    ]
    head = "| rule | code | severity | by default | what it finds | criterion |"
    return "\n".join([head, "|---|---|---|---|---|---|", *rows]) + "\n"


def rule_data(facts: RuleFacts) -> dict[str, object]:
    """One rule as plain data, for other tools."""
    return {
        "name": facts.name,
        "code": facts.code,
        "summary": facts.summary,
        "severity": facts.severity,
        "default": facts.default,
        "since": facts.since,
        "criterion": facts.criterion,
        "not_for": list(facts.not_for),
        "covers": list(facts.covers),
        "url": facts.url,
        "why": facts.why,
        "sources": [{"title": title, "url": url} for title, url in facts.sources],
        "options": [
            {"name": name, "default": default, "description": text}
            for name, default, text in facts.options
        ],
        "examples": {"bad": list(facts.bad), "good": list(facts.good)},
    }


def standing(facts: RuleFacts) -> str:
    """How severe a rule is, whether it is on, and what it leaves alone."""
    kinds = " or ".join(facts.not_for)
    left = f" Never said of what is marked as {kinds}." if kinds else ""
    return f"Severity: {facts.severity}. {'On' if facts.default else 'Off'} by default.{left}"


def say_covers(facts: RuleFacts) -> str:
    """Which rules leave it at that where this one speaks; "" where none does."""
    if not facts.covers:
        return ""
    *others, last = (f"`{name}`" for name in sorted(facts.covers))
    names = " and ".join([", ".join(others), last] if others else [last])
    return f"Where it finds something, it speaks for {names} too."


def _examples(shown: Iterable[Example]) -> Iterator[str]:
    for note, text in shown:
        fence = "~~~" if "```" in text else "```"
        if note:
            yield note
        yield f"{fence}markdown\n{text}\n{fence}"


def _options(facts: RuleFacts) -> list[str]:
    rows = [
        f"- `{name}` (default `{json.dumps(value)}`): {text}" for name, value, text in facts.options
    ]
    return ["\n".join(rows)] if rows else ["None."]


def _sources(facts: RuleFacts) -> list[str]:
    if not facts.sources:
        return []
    rows = [f"- [{title}]({url})" if url else f"- {title}" for title, url in facts.sources]
    return ["## Sources", "\n".join(rows)]
