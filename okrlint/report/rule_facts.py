"""What a rule's page tells, as plain data: of a rule class, or of the file that has okrlint's own.

`okrlint rule NAME` is asked in the middle of work, and importing all rules to show one took twice
as long as all the rest. So what the pages of okrlint's own rules tell lies beside them, written by
`scripts/write_rule_pages.py`. Nothing else may have the name or code of one of them.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

BEFORE, NOW = "Before:", "Now:"
"""Above the two texts of an example that compares."""
OWN_FACTS = "pages.jsonl"
"""In the package of okrlint's own rules: for each rule a line, the fields of its `RuleFacts`."""
_PACKAGE = "okrlint_rules"


class Option(NamedTuple):
    """An option of a rule."""

    name: str
    """As people write it."""
    default: object
    text: str


class Example(NamedTuple):
    """A text that a rule is shown by."""

    note: str
    """What to know beside it; "" where there is nothing."""
    text: str


class RuleFacts(NamedTuple):
    """What there is to tell of one rule."""

    name: str
    code: str
    summary: str
    severity: str
    default: bool
    since: str
    criterion: str
    not_for: tuple[str, ...]
    covers: tuple[str, ...]
    url: str
    why: str
    """Its docstring."""
    sources: tuple[tuple[str, str], ...]
    """Titles and addresses."""
    options: tuple[Option, ...]
    bad: tuple[str, ...]
    """What it flags, as written."""
    good: tuple[str, ...]
    flagged: tuple[Example, ...]
    """The same for a page: plain lines stand together, and notes say what else is known."""
    not_flagged: tuple[Example, ...]
    framed: bool
    """Whether some examples are lines that stand under an objective."""


def find_own(word: str) -> RuleFacts | None:
    """What the page of one of okrlint's own rules tells, by name or code in any case; else None.

    None also where the file is not there or not to be used: then the rules are asked themselves.
    """
    try:
        spec = find_spec(_PACKAGE)
        if spec is None or spec.origin is None:
            return None
        written = Path(spec.origin).with_name(OWN_FACTS).read_text(encoding="utf-8")
        for line in written.splitlines():
            made = RuleFacts(*json.loads(line))
            if word.lower() in (made.name, made.code.lower()):
                return _settled(made)
    except (OSError, ValueError, TypeError):
        return None
    return None


def render_facts(facts: RuleFacts) -> str:
    """One line of the file."""
    return json.dumps(facts, ensure_ascii=False)


def _settled(read: RuleFacts) -> RuleFacts:
    """The facts with the tuples that JSON has as lists."""
    return read._replace(
        not_for=tuple(read.not_for),
        covers=tuple(read.covers),
        sources=tuple((title, url) for title, url in read.sources),
        options=tuple(Option(*one) for one in read.options),
        bad=tuple(read.bad),
        good=tuple(read.good),
        flagged=tuple(Example(*one) for one in read.flagged),
        not_flagged=tuple(Example(*one) for one in read.not_flagged),
    )
