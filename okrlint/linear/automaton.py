"""A pattern as a graph that is walked in all ways at once (Thompson 1968)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from okrlint.linear.tree import Choice, Edge, Node, One, Repeat
from okrlint.linear.tree import Sequence as Row

LARGEST = 2000
"""Nodes of a graph. "\\w{1,500}" has a thousand; honest patterns have less than a hundred."""

_Ends = tuple[bool | None, bool | None]
"""Whether the symbols before and behind a place are of a word; None at the ends of the text."""


class TooLargeError(ValueError):
    """A pattern whose repetitions multiply beyond LARGEST."""


class Automaton:
    """Finds where a pattern matches; the leftmost match counts, and of those the longest."""

    __slots__ = ("_closures", "_edges", "_nexts", "_start", "_tests", "_verdicts")

    def __init__(self, tree: Node) -> None:
        self._tests: list[One | None] = [None]
        self._edges: list[str | None] = [None]
        self._nexts: list[tuple[int, ...]] = [()]  # node 0 is the end
        self._start = self._add(tree, 0)
        self._closures: dict[tuple[int, _Ends], tuple[int, ...]] = {}
        self._verdicts: dict[tuple[int, Any], bool] = {}

    def find(self, symbols: Sequence[Any], most: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the places of matches, 0-based and half-open; those of nothing are left out.

        At most `most` of them. Symbols must be hashable.
        """
        start, found = 0, 0
        while most is None or found < most:
            match = self._first(symbols, start)
            if match is None:
                return
            yield match
            start, found = match[1], found + 1

    def _first(self, symbols: Sequence[Any], begin: int) -> tuple[int, int] | None:
        best: tuple[int, int] | None = None
        waiting: dict[int, int] = {}  # node -> where the walk to it began
        for at in range(begin, len(symbols) + 1):
            if best is None:
                waiting.setdefault(self._start, at)
            elif not waiting:
                break
            walks = self._spread(waiting, _ends(symbols, at))
            if 0 in walks and walks[0] < at and (best is None or walks[0] <= best[0]):
                best = (walks[0], at)
            if at < len(symbols):
                waiting = self._step(walks, symbols[at], best)
        return best

    def _spread(self, waiting: Mapping[int, int], ends: _Ends) -> dict[int, int]:
        """Where the walks stand before the next symbol; of two at one node the older goes on."""
        walks: dict[int, int] = {}
        for node, began in waiting.items():
            for near in self._near(node, ends):
                if walks.get(near, began) >= began:
                    walks[near] = began
        return walks

    def _step(
        self, walks: Mapping[int, int], symbol: Any, best: tuple[int, int] | None
    ) -> dict[int, int]:
        waiting: dict[int, int] = {}
        for node, began in walks.items():
            if node and (best is None or began <= best[0]) and self._takes(node, symbol):
                (after,) = self._nexts[node]
                if waiting.get(after, began) >= began:
                    waiting[after] = began
        return waiting

    def _takes(self, node: int, symbol: Any) -> bool:
        key = (node, symbol)
        verdict = self._verdicts.get(key)  # other threads may clear it
        if verdict is None:
            if len(self._verdicts) > LARGEST * 100:
                self._verdicts.clear()
            test = self._tests[node]
            verdict = test is not None and test.test(symbol)
            self._verdicts[key] = verdict
        return verdict

    def _near(self, node: int, ends: _Ends) -> tuple[int, ...]:
        """The tests, and the end, that are reached from a node without a symbol."""
        key = (node, ends)
        if key not in self._closures:
            found: dict[int, None] = {}
            seen = {node}
            left = [node]
            while left:
                one = left.pop()
                if one == 0 or self._tests[one]:
                    found[one] = None
                    continue
                edge = self._edges[one]
                if edge is None or _is_there(edge, ends):
                    left += [after for after in self._nexts[one] if after not in seen]
                    seen.update(self._nexts[one])
            self._closures[key] = tuple(found)
        return self._closures[key]

    def _add(self, tree: Node, after: int) -> int:
        """Add what a tree stands for before the node `after`; gives its first node."""
        if isinstance(tree, One):
            return self._node((after,), test=tree)
        if isinstance(tree, Edge):
            return self._node((after,), edge=tree.kind)
        if isinstance(tree, Row):
            for part in reversed(tree.parts):
                after = self._add(part, after)
            return after
        if isinstance(tree, Choice):
            return self._node(tuple(self._add(part, after) for part in tree.parts))
        return self._add_repeat(tree, after)

    def _add_repeat(self, tree: Repeat, after: int) -> int:
        if tree.most is None:
            loop = self._node((after,))
            self._nexts[loop] = (self._add(tree.part, loop), after)
            after = loop
        else:
            for _ in range(tree.most - tree.least):
                after = self._node((self._add(tree.part, after), after))
        for _ in range(tree.least):
            after = self._node((self._add(tree.part, after),))
        return after

    def _node(self, nexts: tuple[int, ...], *, test: One | None = None, edge: str = "") -> int:
        if len(self._nexts) >= LARGEST:
            raise TooLargeError("repeats too much; use smaller numbers in { }")
        self._tests.append(test)
        self._edges.append(edge or None)
        self._nexts.append(nexts)
        return len(self._nexts) - 1


def _ends(symbols: Sequence[Any], at: int) -> _Ends:
    if not isinstance(symbols, str):
        return (None, None)
    before = _is_word(symbols[at - 1]) if at else None
    return (before, _is_word(symbols[at]) if at < len(symbols) else None)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_there(edge: str, ends: _Ends) -> bool:
    before, behind = ends
    if edge == "^":
        return before is None
    if edge == "$":
        return behind is None
    return (bool(before) != bool(behind)) is (edge == "b")
