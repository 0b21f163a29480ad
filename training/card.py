"""The model card: what the model is, what it learned from, how good it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from evaluate import render_figures
from statements import FLAGS, Statement, fingerprint

TEXT = """# okrlint's learned reader

A small encoder that judges one key result at a time: what it promises (outcome, output, task),
whether it is measurable, states a baseline, a deadline or a cadence, is compound, is vague.

## What it is for, and what not

For English key results, one statement of up to 128 word pieces at a time, as a second opinion
beside okrlint's rules. It has not learned other languages, whole documents or other kinds of text.
It reads lower case and does not see the objective.

## How it was made

- Base of the student: all-MiniLM-L6-v2 (sentence-transformers, from Microsoft's MiniLM;
  Apache-2.0). Kept: {layers} layers of width 384, {pieces} of 30,522 word pieces. Matrices are
  small whole numbers with a scale for each row.
- Teachers, at training time only: fine-tuned all-mpnet-base-v2 (sentence-transformers, from
  Microsoft's MPNet; Apache-2.0).
- The student learned from its teachers' answers to statements and to variants of them
  (parts put together anew, words and numbers swapped, deadlines added).
- Then it learned the labels of the statements themselves, real key results among them.
- Probabilities are calibrated on the held-back statements.
- `training/train.py` in okrlint's repository does all of it; `training/README.md` says with which
  options and in how many runs.

## What it learned from

{train} statements written for this project; {held} more were held back. SHA-256 of the statements
trained on: `{data}`.
And {real} key results of documents under open licences, which `training/real_statements.tsv` names
and NOTICE gives credit for; the project holds no copy of them.

{counts}

## How good it is

Accuracy of the promise, and F1 of each judgement at probability 0.5. The sets of documents are
hand-labelled key results of real teams.

{figures}

## The files

`reader.npz` (weights), `reader.json` (sizes, calibration), `pieces.txt` (word pieces):
{size:.2f} MB.
SHA-256 of `reader.npz`: `{digest}`
"""


def render_counts(statements: Sequence[Statement]) -> str:
    """How many statements have which label, as a table."""
    lines = ["| label | statements |", "|---|---|"]
    for name in ("promise", "deadline"):
        found = Counter(getattr(s, name) for s in statements)
        lines += [f"| {name}: {value} | {found[value]} |" for value in sorted(found)]
    lines += [f"| {name} | {sum(getattr(s, name) for s in statements)} |" for name in FLAGS]
    return "\n".join(lines)


def render_card(
    train: Sequence[Statement],
    held: Sequence[Statement],
    figures: Mapping[str, dict[str, dict[str, float]]],
    digest: str,
    size: int,
    *,
    real: int = 0,
    layers: int = 6,
    pieces: int = 0,
) -> str:
    """The card as Markdown."""
    parts = [f"### {name}\n\n{render_figures(rows)}" for name, rows in figures.items()]
    return TEXT.format(
        train=len(train),
        held=len(held),
        data=fingerprint(train),
        counts=render_counts([*train, *held]),
        figures="\n\n".join(parts),
        digest=digest,
        size=size / 1e6,
        real=real,
        layers=layers,
        pieces=f"{pieces:,}",
    )
