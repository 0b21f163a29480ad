"""The bones of a statement: its shape, verb, subject and object. Plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Form(str, Enum):
    """The shape of a statement.

    >>> read("Launch the app").predicate.form
    <Form.ORDER: 'order'>
    """

    ORDER = "order"
    """An imperative: "Launch the beta"."""
    DOING = "doing"
    """A gerund: "Launching the beta"."""
    DONE = "done"
    """A past form without a subject, or with "we": "Launched the beta"."""
    CLAUSE = "clause"
    """A sentence with subject and verb: "The beta is live", "Users trust it"."""
    STATE = "state"
    """A noun phrase with a bare participle or state: "Beta launched", "Guide available"."""
    PHRASE = "phrase"
    """A noun phrase alone: "New beta"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The bones of a statement.

    >>> predicate = read("Launch the app").predicate
    >>> predicate.lemma, predicate.object
    ('launch', (7, 14))
    """

    form: Form
    lemma: str = ""
    """The main verb in its base form; empty without one."""
    start: int | None = None
    """Where the main verb begins; None without one."""
    end: int | None = None
    subject: tuple[int, int] | None = None
    """The characters of the subject; None without one."""
    object: tuple[int, int] | None = None
    """The characters of the object; None without one."""
