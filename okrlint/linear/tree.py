"""What a pattern is made of, over characters, tokens or anything else that comes in a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class One:
    """One symbol that passes a test."""

    test: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between two symbols: "^", "$", "b" at the edge of a word, or "B" elsewhere."""

    kind: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts that follow each other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part several times in a row."""

    part: Node
    least: int
    most: int | None
    """None: as often as it likes."""


Node: TypeAlias = "One | Edge | Sequence | Choice | Repeat"
