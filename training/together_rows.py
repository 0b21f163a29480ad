"""Labelled statements with what rules and learned reader saw in them, for `fit_together.py`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

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
    may_train: bool
    seen: Seen
    signs: Mapping[str, Signs]
    promise: Signs


def load_rows(folder: Path, answers: Mapping[int, Judgement]) -> list[Row]:
    """Every labelled statement of a folder, read."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    documents = {gold["name"]: gold for gold in map(json.loads, lines)}
    labels = map(json.loads, (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines())
    kept = [(n, row, documents[row["document"]]) for n, row in enumerate(labels)]
    reader = load_reader()
    seen = _look(reader, [" ".join(row["text"].split()) for _, row, _ in kept])
    rows: list[Row] = []
    for (order, row, gold), (looked, own) in zip(kept, seen, strict=True):
        judgement = answers.get(order, looked.judgement)
        rows.append(_row(row, gold["fold"], bool(gold["may_train"]), looked, own, judgement))
    return rows


def look_again(reader: Reader, rows: Sequence[Row]) -> list[Row]:
    """The same statements, by the rules as they are now: some parts may be switched off."""
    found: list[Row] = []
    for row in rows:
        seen, own = _see(reader, row.seen.doc, RULES)
        found.append(_row(row.labels, row.fold, row.may_train, seen, own, row.seen.judgement))
    return found


RULES = ("okr_dates", "okr_quantities", "okr_compound", "okr_vague")


def _row(
    labels: Mapping[str, str],
    fold: int,
    may_train: bool,
    looked: Seen,
    own: Shares,
    judgement: Judgement,
) -> Row:
    one = replace(looked, judgement=judgement)
    signs = {name: find(one) for name, find in QUESTIONS.items()}
    promise = of_promise.signs_of(own, judgement.promise, one.quantities)
    return Row(labels, fold, may_train, one, signs, promise)


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


def load_answers(path: Path) -> dict[int, Judgement]:
    """The judgements of a file of answers, by the line of their label."""
    found: dict[int, Judgement] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        order = row.pop("order")
        pairs = {name: tuple(v) if isinstance(v, list) else v for name, v in row.items()}
        found[order] = Judgement(**pairs)
    return found
