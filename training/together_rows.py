"""Labelled statements with what rules and learned reader saw in them, for `fit_together.py`.

Real ones, and of those written for this project the counterparts of real ones and the held-back:
rules and reader have learned from neither.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from real import hash_text
from spacy.tokens import Doc
from statements import Statement, is_held_back, load_beside, load_statements

from okrlint.language.learned import Judgement
from okrlint.language.promise.component import OkrPromise
from okrlint.language.promise.weigh import weigh
from okrlint.language.reader import Reader, load_reader, see
from okrlint.language.together import promise as of_promise
from okrlint.language.together.signs import QUESTIONS, Seen
from okrlint.language.together.weigh import Signs
from okrlint.reading import Promise, Reading

Shares = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled statement, what both saw in it, and the fold of its organisation."""

    labels: Mapping[str, str]
    fold: int
    """The fold of its organisation, or that a written one stands beside; NO_FOLD for neither."""
    may_train: bool
    written: bool
    """Whether it was written for this project: learned from, and not measured."""
    seen: Seen
    signs: Mapping[str, Signs]
    promise: Signs


Key = int | str
"""What names a statement in a file of answers: a line of `labels.jsonl`, or the hash of a text."""
Answers = Mapping[Key, Judgement]
NO_FOLD = -1
FLAGS = ("measurable", "baseline", "compound", "vague")


def load_rows(folder: Path, answers: Answers) -> list[Row]:
    """Every labelled statement of a folder, read."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    documents = {gold["name"]: gold for gold in map(json.loads, lines)}
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = list(map(json.loads, lines))
    seen = _look(load_reader(), [" ".join(row["text"].split()) for row in labels])
    rows: list[Row] = []
    for order, (row, (looked, own)) in enumerate(zip(labels, seen, strict=True)):
        gold = documents[row["document"]]
        judgement = answers.get(order, looked.judgement)
        from_where = (gold["fold"], bool(gold["may_train"]), False)
        rows.append(_row(row, *from_where, looked, own, judgement))
    return rows


def load_written(answers: Answers) -> list[Row]:
    """The written statements that neither rules nor the answering reader have learned, read."""
    beside = load_beside()
    kept = [s for s in load_statements() if s.text in beside or is_held_back(s.text)]
    rows: list[Row] = []
    seen = _look(load_reader(), [s.text for s in kept])
    for one, (looked, own) in zip(kept, seen, strict=True):
        judgement = looked.judgement
        if one.text in beside:
            judgement = answers[hash_text(one.text)]
        from_where = (beside.get(one.text, NO_FOLD), True, True)
        rows.append(_row(_labels(one), *from_where, looked, own, judgement))
    return rows


def _labels(statement: Statement) -> dict[str, str]:
    """The labels of a written statement, as those of real ones are written."""
    flags = {name: "yes" if getattr(statement, name) else "no" for name in FLAGS}
    return {"kind": statement.promise, "deadline": statement.deadline, **flags}


def look_again(reader: Reader, rows: Sequence[Row]) -> list[Row]:
    """The same statements, by the rules as they are now: some parts may be switched off."""
    found: list[Row] = []
    for row in rows:
        seen, own = _see(reader, row.seen.doc, RULES)
        from_where = (row.fold, row.may_train, row.written)
        found.append(_row(row.labels, *from_where, seen, own, row.seen.judgement))
    return found


RULES = ("okr_dates", "okr_quantities", "okr_compound", "okr_vague")


def _row(
    labels: Mapping[str, str],
    fold: int,
    may_train: bool,
    written: bool,
    looked: Seen,
    own: Shares,
    judgement: Judgement,
) -> Row:
    one = replace(looked, judgement=judgement)
    signs = {name: find(one) for name, find in QUESTIONS.items()}
    promise = of_promise.signs_of(own, judgement.promise, one.quantities)
    return Row(labels, fold, may_train, written, one, signs, promise)


def _look(reader: Reader, texts: Sequence[str]) -> list[tuple[Seen, Shares]]:
    """What both see in statements, and the promise by the rules alone."""
    with reader.nlp.select_pipes(disable=["okr_promise"]):  # it would ask the table made here
        docs = list(reader.nlp.pipe(reader.docs(texts)))
    return [_see(reader, doc, ()) for doc in docs]


def _see(reader: Reader, doc: Doc, again: Sequence[str]) -> tuple[Seen, Shares]:
    component = reader.nlp.get_pipe("okr_promise")
    assert isinstance(component, OkrPromise)
    for name in again:
        reader.nlp.get_pipe(name)(doc)
    reading = Reading(
        doc.text,
        Promise.OUTCOME,
        0.0,
        quantities=doc._.okr_quantities,
        whens=doc._.okr_whens,
        compound=doc._.okr_compound,
        vague=doc._.okr_vague,
    )
    seen = see(doc, reading)
    assert seen is not None
    return seen, weigh(component.signs(doc), component.weights).shares


def load_answers(path: Path) -> Answers:
    """The judgements of a file of answers, each by what names its statement."""
    found: dict[Key, Judgement] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = row.pop("order") if "order" in row else row.pop("text")
        pairs = {name: tuple(v) if isinstance(v, list) else v for name, v in row.items()}
        found[key] = Judgement(**pairs)
    return found
