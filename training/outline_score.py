"""What a reading is worth on documents that its weights have not seen."""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
import pickle
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

from outline_data import Example

from okrlint.dates import Calendar
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Cycle, Document, Labels, Prose
from okrlint.outline.read import read_document
from okrlint.outline.weights import Weights


def _evaluate(corpus: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", corpus / "evaluate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _statement(prose: Prose, text: str) -> dict[str, Any]:
    line = text.count("\n", 0, prose.starts[0]) + 1 if prose.starts else 0
    return {"text": prose.text, "line": line}


def _cycle(cycle: Cycle | None) -> dict[str, str] | None:
    return {"start": str(cycle.start), "end": str(cycle.end)} if cycle else None


def as_found(document: Document) -> dict[str, Any]:
    """A document as `okrlint outline --output-format json` prints it, as far as it is measured."""
    text = document.source
    return {
        "objectives": [
            {
                **_statement(o.prose, text),
                "cycle": _cycle(o.cycle),
                "key_results": [_statement(k.prose, text) for k in o.key_results],
            }
            for o in document.objectives
        ],
        "orphans": [_statement(k.prose, text) for k in document.orphans],
        "unread": [place.reason for place in document.unread],
        "cycle": _cycle(document.cycle),
    }


def scored(
    corpus: Path,
    folds: Sequence[int],
    examples: Sequence[Example],
    weights: Sequence[Weights],
    misses: Path | None = None,
) -> dict[str, dict[str, Any]]:
    """Structure of the real documents and of the project's own, and who is wrongly read.

    Where `misses` names a file, what was missed, what was found and the weights are pickled there.
    """
    evaluate = _evaluate(corpus)
    _FORKED[:] = [(x, weights[x.fold]) for x in examples]
    with forked() as pool:
        found = dict(pool.map(_read, range(len(examples)), chunksize=8))
    missed: dict[str, list[str]] = defaultdict(list)
    out = {"real": evaluate.structure(_real(corpus, folds), found, missed)}
    for kind in ("own", "shape"):
        docs = [
            {"name": x.name, "file": x.name, "ranges": [[0, 10**9]], "objectives": x.gold}
            for x in examples
            if x.kind == kind
        ]
        out[kind] = evaluate.structure(docs, found, defaultdict(list))
    out["wrongly read"] = {
        kind: _wrongly_read([x.name for x in examples if x.kind == kind], found)
        for kind in ("real-none", "own-none", "package-none", "shape-none")
    }
    if misses:
        misses.write_bytes(pickle.dumps((dict(missed), found, list(weights))))
    return out


def _real(corpus: Path, folds: Sequence[int]) -> list[dict[str, Any]]:
    """The gold of the real documents in these folds."""
    lines = (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    return [dict(row, file=row["name"]) for row in gold if row["fold"] in folds]


_FORKED: list[tuple[Example, Weights]] = []
"""What the processes that read find in their memory, so that nothing is sent to them."""


def forked() -> ProcessPoolExecutor:
    """Two processes that begin with the memory of this one."""
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"))


def _read(at: int) -> tuple[str, dict[str, Any]]:
    """What is read from a document; nothing where no word in it speaks of OKRs."""
    example, weights = _FORKED[at]
    path, text = example.page.path, example.page.source
    document = Document(path, text)
    if has_okr_signs(text, path):
        document = read_document(text, path, Labels(), Calendar(), None, weights)
    return example.name, as_found(document)


def _wrongly_read(names: Sequence[str], found: dict[str, dict[str, Any]]) -> str:
    """How many of these documents without OKRs are read as if they had some, and which."""
    wrong = [name for name in names if found[name]["objectives"]]
    return f"{len(wrong)}/{len(names)} {' '.join(wrong[:40])}"


def render_scores(scores: dict[str, dict[str, Any]]) -> str:
    """The figures as a table of text."""
    lines: list[str] = []
    for part, rows in scores.items():
        lines.append(part)
        for name, value in rows.items():
            shown = (
                f"{value['f1']:.3f} (P {value['precision']:.3f} R {value['recall']:.3f})"
                if isinstance(value, dict)
                else value
            )
            lines.append(f"  {name:36} {shown}")
    return "\n".join(lines)
