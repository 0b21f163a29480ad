"""A document as the signs see it: its units, and what is asked of them more than once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePath

from okrlint.beside import STAGES
from okrlint.dates import Calendar
from okrlint.model import Labels
from okrlint.outline.columns import Column, Table
from okrlint.outline.front_matter import TAGS, filed_under, yaml_lines
from okrlint.outline.judge import Verdict, has_number, judge
from okrlint.outline.sign import Role
from okrlint.outline.tree import Tree
from okrlint.outline.unit import Unit
from okrlint.outline.vocabulary import opens_with_verb, plain

_FILED = TAGS | {"aliases", "alias", "category", "topics", "topic"}


DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\s")
"""A number in two parts, bare: "1.2 Sell oars", "4.7 stars"."""
_BARE = re.compile(r"KR\s+[^\W\d_]+\s+\S")


@dataclass(frozen=True)
class Page:
    """The units of one document and what is known beside them."""

    source: str
    path: str
    tree: Tree
    units: tuple[Unit, ...]
    labels: Labels
    calendar: Calendar

    def above(self, unit: Unit) -> Iterator[Unit]:
        """The units above, nearest first, without the root."""
        while unit.parent > 0:
            unit = self.units[unit.parent]
            yield unit

    def below(self, unit: Unit) -> tuple[Unit, ...]:
        """The units right below."""
        return self._below[unit.index]

    @cached_property
    def _below(self) -> tuple[tuple[Unit, ...], ...]:
        return tuple(tuple(self.units[at] for at in unit.children) for unit in self.units)

    @cached_property
    def codes(self) -> Mapping[int, tuple[frozenset[str], frozenset[str]]]:
        """Of each column the texts of its cells, and what stands before their last point."""
        found: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        for column in (unit for unit in self.units if unit.kind == "column"):
            texts = frozenset(cell.text.words.strip(" .") for cell in self.below(column))
            prefixes = frozenset(text.rpartition(".")[0] for text in texts) - {""}
            found[column.index] = (texts, prefixes)
        return found

    @cached_property
    def bare_labels(self) -> bool:
        """Whether "KR" alone stands before statements: then "KR 4 new boats" has four boats."""
        return sum(u.sign.label is None and bool(_BARE.match(u.text.words)) for u in self.units) > 1

    @cached_property
    def dotted(self) -> frozenset[int]:
        """The units of which most below begin with a number in two parts, or have a label."""
        found = set()
        for unit in self.units:
            below = self.below(unit)
            counted = [u for u in below if DOTTED.match(u.text.words) or u.sign.label]
            if 2 * len(counted) > len(below):
                found.add(unit.index)
        return frozenset(found)

    @cached_property
    def place(self) -> tuple[int, ...]:
        """The place of each unit among its siblings."""
        places = [0] * len(self.units)
        for unit in self.units:
            for at, child in enumerate(unit.children):
                places[child] = at
        return tuple(places)

    def beside(self, unit: Unit, step: int) -> Unit | None:
        """The sibling `step` places on (or back, below zero)."""
        if unit.parent < 0:
            return None
        siblings = self.units[unit.parent].children
        at = self.place[unit.index] + step
        return self.units[siblings[at]] if 0 <= at < len(siblings) else None

    @cached_property
    def measured(self) -> tuple[bool, ...]:
        """Whether a figure that is no date or name stands in each unit."""
        return tuple(is_measured(unit.body.words) for unit in self.units)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the text of each unit behind its label is in the place of a statement."""
        return tuple(judge(unit.body.words) for unit in self.units)

    @cached_property
    def verbs(self) -> tuple[bool, ...]:
        """Whether each unit opens with a verb as statements do."""
        return tuple(opens_with_verb(unit.body.words) for unit in self.units)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many words stand in each unit, behind its label."""
        return tuple(len(unit.body.words.split()) for unit in self.units)

    @cached_property
    def name(self) -> str:
        """The words of the file's name and of the folder it lies in, but "not-okrs"."""
        pure = PurePath(self.path)
        words = re.sub(r"[-_.]+", " ", " ".join((*pure.parent.parts[-1:], pure.stem)))
        return re.sub(r"(?i)\b(?:not?|non) okrs?\b", " ", words)

    @cached_property
    def tags(self) -> str:
        """What the front matter files the page under."""
        return " ".join(said.text for said in filed_under(self.source, _FILED))

    @cached_property
    def _keys(self) -> dict[int, str]:
        return {line.number: line.key for line in yaml_lines(self.source)}

    def key(self, entry: Unit) -> str:
        """The key of an entry of the front matter."""
        return self._keys.get(entry.row, "")

    @cached_property
    def columns(self) -> dict[int, tuple[Unit, ...]]:
        """The columns of each table, by its node."""
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            if unit.kind == "column":
                found.setdefault(unit.node, []).append(unit)
        return {at: tuple(units) for at, units in found.items()}

    @property
    def tables(self) -> Mapping[int, Table]:
        """Each table as rows of texts and kinds of columns, by its node."""
        return self.tree.tables

    @cached_property
    def has_result_column(self) -> bool:
        """Whether a table has a column for key results."""
        return any(Column.KEY_RESULT in table.columns for table in self.tables.values())

    @cached_property
    def objective_names(self) -> frozenset[str]:
        """What stands in the columns of objectives; a heading that says so is that objective."""
        found = (
            row[at].words
            for table in self.tables.values()
            for at, kind in enumerate(table.columns)
            if kind is Column.OBJECTIVE
            for row in table.rows
            if at < len(row)
        )
        return frozenset(plain(words) for words in found if " " in words.strip())

    @cached_property
    def rows(self) -> dict[tuple[int, int], tuple[Unit, ...]]:
        """The cells at (node, row), by column."""
        found: dict[tuple[int, int], list[Unit]] = {}
        for unit in self.units:
            if unit.kind == "cell":
                found.setdefault((unit.node, unit.row), []).append(unit)
        return {at: tuple(units) for at, units in found.items()}

    @cached_property
    def sets_a_column(self) -> frozenset[int]:
        """The nodes of tables whose columns each hold an objective with its key results.

        So it is where one row called "Objective" at its left has two statements or more.
        """
        called = Counter(at for (at, _), row in self.rows.items() if _is_objective_row(row))
        return frozenset(
            node
            for (node, _), row in self.rows.items()
            if called[node] == 1
            and _is_objective_row(row)
            and not any(self.verdicts[c.index] is Verdict.GENERAL for c in row)
            and sum(self.lengths[c.index] > 1 and not self._is_field(c) for c in row[1:]) > 1
        )

    def _is_field(self, cell: Unit) -> bool:
        """Whether the header of a cell's column names a field, and no quarter."""
        fields = self.tables[cell.node].fields
        name = fields[cell.column].name if cell.column < len(fields) else None
        return name is not None and name not in STAGES

    def row(self, cell: Unit) -> tuple[Unit, ...]:
        """The cells of a cell's row."""
        return self.rows.get((cell.node, cell.row), ())


def _is_objective_row(row: tuple[Unit, ...]) -> bool:
    """Whether "Objective", without a number or a statement, stands at the left of a row."""
    first = row[0]
    numbered = first.sign.label and first.sign.label.number
    return first.role is Role.OBJECTIVE and not numbered and not first.body.words.strip(" .:-–—")


@lru_cache(maxsize=4096)
def is_measured(words: str) -> bool:
    """Whether a figure that is no date or name stands in some words."""
    return has_number(words) or _AMOUNT.search(words) is not None


_AMOUNT = re.compile(r"\b(?:double|triple|halve|zero|half|twice)\b|%", re.IGNORECASE)
