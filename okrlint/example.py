"""What a rule is shown by: examples of the defect, and who says that it is one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bad:
    """An example that the rule must flag.

    `text` is a Markdown document; one that holds a single list line is put under a plain
    objective. `where` is the exact text underlined by the first finding.

    >>> Bad("- Raise NPS", where="Raise NPS").where
    'Raise NPS'
    """

    text: str
    where: str = ""
    path: str = "okrs.md"
    today: str | None = None
    """The day to judge from, as an ISO date."""
    before: str | None = None
    """The text at an earlier revision, for rules that compare."""


@dataclass(frozen=True, slots=True)
class Good:
    """An example that the rule must not flag.

    >>> Good("- Raise NPS from 32 to 45").path
    'okrs.md'
    """

    text: str
    path: str = "okrs.md"
    today: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so.

    >>> Source("our handbook", "https://example.org/okrs").title
    'our handbook'
    """

    title: str
    url: str = ""
