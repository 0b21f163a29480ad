"""What the server asks of the process that reads documents, and what comes back: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from okrlint.budget import budget_of

QUICK = 2.0
"""Processor seconds that a document has among all others; honest ones take a few tenths."""
MOST_CHARACTERS = 1_000_000
"""Longer documents are not read while somebody types in them; the command reads some."""
_SHARE = 0.5
"""How much of the time that the command has the slow ones have: an editor waits."""


class What(Enum):
    """What is asked about a document."""

    LINT = "lint"
    ACTIONS = "actions"
    COMPLETIONS = "completions"
    HINTS = "hints"
    HOVER = "hover"
    SYMBOLS = "symbols"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line and the client chose for all documents."""

    config: Path | None = None
    """The configuration file to use instead of the nearest one."""
    isolated: bool = False
    allow_rule_files: bool = False
    """Whether the rule files that configurations name may run: they are code."""
    inlay_hints: bool = True


@dataclass(frozen=True, slots=True)
class Client:
    """What the client can take."""

    encoding: str | None = None
    """What positions count in."""
    markdown: bool = False
    """Whether hovers are shown as Markdown."""
    versions: bool = False
    """Whether an edit may name the version of the document that it is for."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one version of a document, with all that is needed to answer it."""

    what: What
    uri: str
    path: str
    """As people name it on the command line; "" for a document that is in no file yet."""
    text: str
    version: int | None
    choices: Choices
    client: Client
    round: int = 0
    """Counts what may have changed the settings: an answer of an earlier round may be stale."""
    folder: str = ""
    """The current folder, from which paths count."""
    quick: bool = True
    """Whether other documents wait for this one: then it has QUICK seconds."""
    early: bool = False
    """Whether it is told at once what needs no language model, while that is being loaded."""
    open: frozenset[str] = frozenset()
    """The documents that are open; nothing is kept of others."""
    params: Any = None
    """The parameters of the protocol, where the answer depends on them."""

    @property
    def seconds(self) -> float:
        """The processor seconds that it may take."""
        return QUICK if self.quick else budget_of(self.text) * _SHARE


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered."""

    value: Any = None
    """As the protocol wants it; None where there is nothing to tell."""
    trouble: str = ""
    """What keeps the document from being linted whole, for people; "" when nothing does."""
    slow: bool = False
    """Whether there was too little time."""
    early: bool = False
    """Whether it was given without the language model, and the whole is still to come."""
