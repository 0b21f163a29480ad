"""What a team says of its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The team's own words, beside what okrlint knows of English.

    >>> ours = Settings(vocabulary=Vocabulary(task_verbs=("ferry",)))
    >>> Linter(ours).read("Ferry all guests").promise
    <Promise.OUTPUT: 'output'>
    """

    accept: tuple[str, ...] = ()
    """Terms and names: nothing is found in them alone, and no number or date is read in them."""
    task_verbs: tuple[str, ...] = ()
    """Verbs that name own work."""
    metrics: tuple[str, ...] = ()
    """What is an outcome here when it is counted, though it looks like own work."""
    units: tuple[str, ...] = ()
    """Units that no dictionary has."""
    leave_alone: tuple[str, ...] = ()
    """Regular expressions: what matches is taken out of statements before they are read."""
