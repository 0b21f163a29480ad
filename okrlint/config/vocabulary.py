"""The table `[vocabulary]`: what it may hold, what files add to each other, what it stands for."""

from __future__ import annotations

from okrlint.config.raw import RawVocabulary
from okrlint.config.source import Source
from okrlint.errors import ConfigError
from okrlint.linear import RegexError, compile_regex
from okrlint.model import FIELD_NAMES
from okrlint.terms import is_term
from okrlint.typed import nearest
from okrlint.vocabulary import Vocabulary

MOST = 100
"""Patterns of one file."""


def check_vocabulary(source: Source) -> None:
    """Refuse unknown fields, empty words and patterns that cannot be used, where they stand."""
    raw = source.raw.vocabulary
    if raw is None:
        return
    for field in raw.columns:
        if field not in FIELD_NAMES:
            reason = f"columns: no field is called {field!r}; {nearest(field, FIELD_NAMES)}"
            where = source.where("vocabulary", "columns", field)
            raise ConfigError(where, f"vocabulary: {reason}")
    lists = {
        "accept": raw.accept,
        "task-verbs": raw.task_verbs,
        "metrics": raw.metrics,
        "units": raw.units,
    }
    for key, words in lists.items():
        for word in words:
            if not is_term(word):
                reason = f"vocabulary: {key}: {word!r} is no word; nothing can be found by it"
                raise ConfigError(source.where("vocabulary", key, word=word), reason)
    if len(raw.leave_alone) > MOST:
        reason = f"vocabulary: leave-alone: more than {MOST} patterns; fewer will do"
        raise ConfigError(source.where("vocabulary", "leave-alone"), reason)
    for pattern in raw.leave_alone:
        try:
            compile_regex(pattern)
        except RegexError as error:
            where = source.where("vocabulary", "leave-alone", word=pattern)
            raise ConfigError(where, f"vocabulary: leave-alone: {error}") from error


def join_vocabularies(old: RawVocabulary | None, new: RawVocabulary) -> RawVocabulary:
    """The words of both."""
    if old is None:
        return new
    columns = {
        field: (*old.columns.get(field, ()), *new.columns.get(field, ()))
        for field in (*old.columns, *new.columns)
    }
    return RawVocabulary(
        accept=(*old.accept, *new.accept),
        task_verbs=(*old.task_verbs, *new.task_verbs),
        metrics=(*old.metrics, *new.metrics),
        units=(*old.units, *new.units),
        leave_alone=(*old.leave_alone, *new.leave_alone),
        columns=columns,
    )


def make_vocabulary(raw: RawVocabulary) -> Vocabulary:
    """What the words stand for, but for the names of columns."""
    return Vocabulary(raw.accept, raw.task_verbs, raw.metrics, raw.units, raw.leave_alone)


def make_names(raw: RawVocabulary) -> tuple[tuple[str, str], ...]:
    """Each name of a field, with its canonical one."""
    return tuple((word, field) for field, words in raw.columns.items() for word in words)
