"""Documents with their gold -> units with the labels that the gold allows.

Real documents are read from a folder outside the project (`--corpus`: documents/, not-okrs/ and
gold.jsonl, which names each by repository, commit and line); generated ones come from a generator
outside it (`--shapes`); the project's own stand in `training/outlines/` with marks in the text.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from outline_gold import LETTERS, allowed_letters

from okrlint.dates import Calendar
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Labels
from okrlint.outline.alike import find_alike, find_firsts
from okrlint.outline.decode import LABELS, edge_above, edge_before
from okrlint.outline.page import Page
from okrlint.outline.read import read_page
from okrlint.outline.signs import find_signs
from okrlint.outline.weigh import CLEAN

FOLDS = 5
OWN = Path(__file__).parent / "outlines"
_MARK = re.compile(r"⟦(O|K\d*|M|C)\|(.*?)⟧", re.DOTALL)


@dataclass
class Example:
    """One document: its units, their signs, and the labels that each may have."""

    name: str
    kind: str
    """real, real-none, package-none, own, own-none, shape or shape-none."""
    fold: int
    weight: float
    page: Page
    gold: list[dict[str, Any]]
    allowed: list[list[bool]] = field(default_factory=list)
    signs: list[list[str]] = field(default_factory=list)
    alike: list[list[int]] = field(default_factory=list)
    masks: list[list[bool]] = field(default_factory=list)

    def links(self, aboves: Mapping[str, int], befores: Mapping[str, int]) -> Iterator[list[int]]:
        """First and last child, next and previous sibling, kinds of links up and back."""
        units = self.page.units
        nxt, prev = [-1] * len(units), [-1] * len(units)
        for unit in units:
            for a, b in zip(unit.children, unit.children[1:], strict=False):
                nxt[a], prev[b] = b, a
        yield [u.children[0] if u.children else -1 for u in units]
        yield [u.children[-1] if u.children else -1 for u in units]
        yield nxt
        yield prev
        yield [aboves.get(edge, aboves["none"]) for edge in self.edges()]
        yield [befores.get(edge, befores["none"]) for edge in self.edges_before()]

    def edges(self) -> list[str]:
        """How each unit stands under the one above it."""
        units = self.page.units
        return ["none", *(edge_above(units, u) for u in units[1:])]

    def edges_before(self) -> list[str]:
        """How each unit stands behind its sibling."""
        page = self.page
        return ["none", *(edge_before(page.beside(u, -1), u) for u in page.units[1:])]


@dataclass(frozen=True)
class Source:
    """A document to be read, and its gold, in some ranges of lines or all."""

    name: str
    kind: str
    fold: int
    weight: float
    text: str
    path: str
    gold: list[dict[str, Any]]
    ranges: list[list[int]] | None = None


def read_example(source: Source) -> Example:
    """A document with what its gold says of its units."""
    page = read_page(source.text, source.path, Labels(), Calendar())
    weight = source.weight * min(1.0, (40 / len(page.units)) ** 0.5)
    example = Example(source.name, source.kind, source.fold, weight, page, source.gold)
    letters = allowed_letters(page, source.gold, source.ranges)
    example.allowed = [[letter in some for letter in LETTERS] for some in letters]
    example.signs = [list(dict.fromkeys(names)) for names in find_signs(page)]
    example.alike = find_alike(page, example.signs, find_firsts(page, example.signs))
    for names in example.signs:
        clean = [CLEAN[name] for name in CLEAN if name in names]
        example.masks.append([not clean or at in clean for at in range(len(LABELS))])
    return example


def _fold(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def read_real(corpus: Path, folds: Sequence[int]) -> Iterator[Source]:
    """The real documents of these folds, and those without OKRs."""
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["fold"] in folds:
            path = corpus / "documents" / row["name"]
            text = path.read_text(encoding="utf-8")
            yield Source(
                row["name"],
                "real",
                row["fold"],
                1.0,
                text,
                str(path),
                row["objectives"],
                row["ranges"],
            )
    for path in sorted((corpus / "not-okrs").glob("*.md")):
        org = path.name.split("--")[0]
        yield Source(
            path.name, "real-none", _fold(org), 0.0, path.read_text(encoding="utf-8"), str(path), []
        )


PACKAGES = Path(__file__).with_name("packages.tsv")


def read_packages(folder: Path) -> Iterator[Source]:
    """Pages of public packages, of those that the folder has; none of them sets OKRs."""
    for row in PACKAGES.read_text(encoding="utf-8").splitlines():
        package, _, name, digest = row.split("\t")
        path = folder / f"{digest}.md"
        if path.exists():
            text = path.read_text(encoding="utf-8")
            yield Source(digest, "package-none", _fold(package), 0.0, text, name, [])


def unmarked(text: str) -> tuple[str, list[tuple[str, str, int]]]:
    """The text without its marks, and each mark's kind, statement and line."""
    plain, at, marks = "", 0, []
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        marks.append((match[1], match[2], plain.count("\n") + 1))
        plain += match[2]
        at = match.end()
    return plain + text[at:], marks


def _gold(marks: Sequence[tuple[str, str, int]]) -> list[dict[str, Any]]:
    """Objectives with their key results; one marked with a number may stand before its own."""
    rows = [{"text": said, "line": line, "key_results": []} for _, said, line in marks]
    gold = [row for row, mark in zip(rows, marks, strict=True) if mark[0] == "O"]
    begun = 0
    for row, (kind, _, _) in zip(rows, marks, strict=True):
        begun += kind == "O"
        if kind[0] != "K":
            continue
        if not gold or (len(kind) == 1 and not begun):
            gold.insert(0, {"text": "", "line": -99, "key_results": []})
            begun = 1
        gold[int(kind[1:]) - 1 if len(kind) > 1 else begun - 1]["key_results"].append(row)
    return gold


def read_own(folder: Path = OWN) -> Iterator[Source]:
    """The documents written for the project; `besideN` and `againN` after a look at a fold."""
    for path in sorted(folder.rglob("*.md")):
        text, marks = unmarked(path.read_text(encoding="utf-8"))
        gold = _gold(marks)
        if not has_okr_signs(text, path.name, Labels()):
            continue  # never parsed: it would teach what cannot be asked
        name = str(path.relative_to(folder))
        own = "own" if gold else "own-none"
        beside = re.fullmatch(r"(?:beside|again)(\d)", path.parent.name)
        fold = int(beside[1]) if beside else _fold(path.name)
        yield Source(name, own, fold, 0.8 if gold else 0.0, text, path.name, gold)


PROJECT = Path(__file__).parents[1]


def read_pages() -> Iterator[Source]:
    """The project's own pages, which speak of OKRs on every line and hold none."""
    for path in sorted(
        (*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md"), *PROJECT.glob("rules/*.md"))
    ):
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(PROJECT))
        if has_okr_signs(text, name, Labels()):
            yield Source(f"project/{name}", "own-none", _fold(name), 0.0, text, name, [])


TESTS = Path(__file__).parents[1] / "tests" / "corpus"
_ROW = re.compile(r"( *)(.+?) \| (\d+) \| (.*?)(?: \| .*)?$")
_ASIDE = ("cycle", "mission", "unread", "orphan", "given", "nature", "comment")


def read_tests() -> Iterator[Source]:
    """The documents of the project's own tests, with what is read from each."""
    for path in sorted(TESTS.glob("*.md")):
        gold: list[dict[str, Any]] = []
        drawn = path.with_suffix(".outline").read_text(encoding="utf-8")
        if "given:" in drawn:
            continue  # labels of a team's own
        for row in drawn.splitlines():
            match = _ROW.match(row)
            if match is None or row.startswith(_ASIDE):
                continue
            said = {"text": match[4], "line": int(match[3]), "key_results": []}
            if not match[1]:
                gold.append(said)
            elif gold:
                gold[-1]["key_results"].append(said)
        text = path.read_text(encoding="utf-8")
        kind = "own" if gold else "own-none"
        yield Source(
            f"tests/{path.name}", kind, _fold(path.name), 2.0 if gold else 0.0, text, "", gold
        )


PAGE = Path(__file__).parents[1] / "docs" / "markdown.md"
_DRAWN = re.compile(r"^([│ ]*)[├└]─ (.*?)  :(\d+)\b")


def read_page_examples() -> Iterator[Source]:
    """The examples of the page about Markdown, with what the page says is read."""
    text = PAGE.read_text(encoding="utf-8")
    pairs = re.findall(r"```markdown\n(.*?)```\n+```text\n(.*?)```", text, re.DOTALL)
    for at, (source, drawn) in enumerate(pairs):
        gold: list[dict[str, Any]] = []
        for row in drawn.splitlines():
            match = _DRAWN.match(row)
            if match is None:
                continue
            said = re.sub(r"^\[.\] ", "", match[2]).replace(" (dropped)", "")
            plain = said.rpartition("  ")[2]
            found = {"text": plain, "line": int(match[3]), "key_results": []}
            if match[1]:
                gold[-1]["key_results"].append(found)
            else:
                gold.append(found)
        if "Ziel" not in source:
            yield Source(
                f"page/{at}",
                "own" if gold else "own-none",
                _fold(f"page{at}"),
                2.0,
                source,
                "okrs.md",
                gold,
            )


def read_shapes(
    shapes: Path, seed: int, weighted: int, uniform: int, none: int
) -> Iterator[Source]:
    """Generated documents."""
    sys.path.insert(0, str(shapes))
    import negatives
    import run

    for mode, count in ((False, weighted), (True, uniform)):
        for at in range(count):
            made = run.document(seed, mode, at)
            name = f"{seed}/{'uniform' if mode else 'weighted'}/{at}"
            yield Source(name, "shape", _fold(name), 0.2, made.text, "", made.gold)
    for at, made in enumerate(negatives.some(none, str(seed))):
        yield Source(
            f"{seed}/{made.kind}/{at}", "shape-none", _fold(f"{at}"), 0.0, made.text, "", []
        )
