"""A rule without code, understood: plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from okrlint.finding import Severity


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to avoid."""

    words: tuple[str, ...]
    instead: tuple[tuple[str, str], ...] = ()
    """Words to avoid, and what to write for each."""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Regex:
    """What must not be there, letter by letter."""

    pattern: str
    case: bool = False
    """Whether small and capital letters differ."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a pattern, and how often it stands there."""

    tests: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Attribute, "in", "not in" or "regex", and its values as text."""
    least: int = 1
    most: int | None = 1
    refused: bool = False
    """Whether any other token is meant."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What must not be there, token by token."""

    row: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """What must be there; any of it is enough."""

    fields: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of something there may be."""

    of: str = ""
    """What is counted; "" for `look`."""
    look: Phrase | Regex | None = None
    least: int | None = None
    most: int | None = None


Look: TypeAlias = "Phrase | Regex | Tokens | Demand | Amount"

NEED_READING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fields": frozenset({"due", "baseline", "target", "metric"}),
        "of": frozenset({"numbers", "deadlines"}),
    }
)
"""What is told by the words of a statement too, so that they must be read."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One rule."""

    name: str
    code: str
    summary: str
    why: str
    severity: Severity
    where: tuple[str, ...]
    """Any of mission, objective, key-result, document."""
    message: str
    suggestion: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    look: Look
    origin: str
    """The file that says so."""

    @property
    def needs_language(self) -> bool:
        """Whether statements must have been read before it can judge."""
        if isinstance(self.look, Demand):
            return bool(self.look.units) or bool(NEED_READING["fields"] & {*self.look.fields})
        return isinstance(self.look, Amount) and self.look.of in NEED_READING["of"]
