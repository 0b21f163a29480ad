"""Finds regular expressions that can take exponential time.

A loop is ambiguous when it can take the same text in two ways and be where it was: each further
round doubles the ways, and where what follows does not match, all of them are tried. This is asked
of the expression itself, as a machine whose states are the places of its characters: two of them
walk over the same text, and may not part and meet again inside a loop (Weideman et al. 2016,
"Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers").

A look at the next character counts; what else only looks around, and the ends of lines, are left
out, so that a loop may be called ambiguous that is saved by them: write it so that nothing needs to
save it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, TypeAlias

if sys.version_info >= (3, 11):
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser
else:
    import sre_constants as codes  # type: ignore[import-not-found,unused-ignore]
    import sre_parse as parser  # type: ignore[import-not-found,unused-ignore]

_OTHERS = "aZz5_ \n\t.,:;-—'\"()[]{}<>/|*#%é\u3000\u2019@+=!?&~`^$\\"
"""Characters that are tried beside those of the expression."""
_MANY = 40
"""A loop of more rounds is taken for one without end."""
_FEW = 2
_PAIRS = 60_000
_CLASSES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}
_ONE = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_AROUND = (codes.ASSERT, codes.ASSERT_NOT, codes.AT)
_Ways: TypeAlias = "dict[int, tuple[int, int]]"


def find_ambiguous(pattern: str, flags: int = 0) -> list[str]:
    """The loops of an expression that are ambiguous, each as the characters where two ways part."""
    tree = parser.parse(pattern, flags)
    alphabet = sorted({*_OTHERS, *_characters(tree)})
    found = (_Machine(body, tree.state.flags, alphabet).parting() for body in _loops(tree))
    return [chars for chars in found if chars]


def _inside(op: Any, value: Any) -> list[Any]:
    """The parts of a part of an expression."""
    if op in _REPEATS:
        return [value[2]]
    if op is codes.SUBPATTERN:
        return [value[3]]
    if op is codes.BRANCH:
        return list(value[1])
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    return []


def _characters(tree: Any) -> Iterator[str]:
    for op, value in tree:
        for kind, one in value if op is codes.IN else [(op, value)]:
            if kind in (codes.LITERAL, codes.NOT_LITERAL):
                yield chr(one)
            elif kind is codes.RANGE:
                yield from map(chr, one)
        for part in _inside(op, value):
            yield from _characters(part)


def _loops(tree: Any) -> Iterator[Any]:
    """What the outermost loops repeat."""
    for op, value in tree:
        if op in _REPEATS and value[1] > _MANY:
            yield value[2]
        else:
            for part in _inside(op, value):
                yield from _loops(part)


class _Machine:
    """A loop around a part of an expression."""

    def __init__(self, body: Any, flags: int, alphabet: list[str]) -> None:
        self._flags, self._alphabet = flags, alphabet
        self._all = (1 << len(alphabet)) - 1
        self._free: list[list[tuple[int, int]]] = []
        """Where each state leads without a character, and what the next one may be."""
        self._place: dict[int, int] = {}
        """The place of the character that a state waits for."""
        self._taken: list[int] = []
        """The characters that each place takes, a bit each."""
        self._behind: list[int] = []
        """The state behind each place."""
        begin = self._state()
        self._lead(self._add(body, self._from(begin)), begin)

    def parting(self) -> str:
        """Characters where two ways part that meet again; "" where there are none."""
        after = [self._after(end) for end in self._behind]
        leads = self._pairs(after)
        back: dict[tuple[int, int], list[tuple[int, int]]] = {pair: [] for pair in leads}
        for pair, to in leads.items():
            for one in to:
                back[one].append(pair)
        parted = {pair for pair in leads if pair[0] != pair[1]}
        for place, ways in enumerate(after):
            here = (place, place)
            if parted & _reached(leads, here) & _reached(back, here):
                return self._shown(place)
            twice = [(to, to) for to, (times, _) in ways.items() if times > 1]
            if any(one == here or here in _reached(leads, one) for one in twice if one in leads):
                return self._shown(place)
        return ""

    def _pairs(self, after: list[_Ways]) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Where two that stand at two places can go over the same character."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        rest = [(place, place) for place in range(len(self._taken))]
        while rest and len(found) < _PAIRS:
            pair = rest.pop()
            if pair in found:
                continue
            both = product(after[pair[0]].items(), after[pair[1]].items())
            found[pair] = [(a, b) for (a, (_, own)), (b, (_, other)) in both if own & other]
            rest += found[pair]
        return {pair: [one for one in to if one in found] for pair, to in found.items()}

    def _after(self, state: int) -> _Ways:
        """The places that can come next, in how many ways, up to a few, and by which characters."""
        ways: _Ways = {}
        rest: list[tuple[tuple[int, ...], int]] = [((state,), self._all)]
        for _ in range(20_000):
            if not rest:
                break
            path, may = rest.pop()
            place = self._place.get(path[-1])
            if place is not None and (taken := may & self._taken[place]):
                known, chars = ways.get(place, (0, 0))
                ways[place] = known + 1, chars | taken
            free = self._free[path[-1]]
            rest += [((*path, to), may & chars) for to, chars in free if path.count(to) < _FEW]
        return ways

    def _shown(self, place: int) -> str:
        chars = (char for at, char in enumerate(self._alphabet) if self._taken[place] >> at & 1)
        return "".join(chars)

    def _state(self) -> int:
        self._free.append([])
        return len(self._free) - 1

    def _from(self, state: int) -> int:
        new = self._state()
        self._lead(state, new)
        return new

    def _lead(self, state: int, to: int) -> None:
        self._free[state].append((to, self._all))

    def _add(self, tree: Any, state: int) -> int:
        """The state behind a part of an expression that begins at a state."""
        for op, value in tree:
            if op in _ONE or op is codes.GROUPREF:
                state = self._add_one(op, value, state)
            elif op in _REPEATS:
                state = self._add_repeat(value, state)
            elif op in _AROUND:
                state = self._add_look(op, value, state)
            else:
                end = self._state()
                for part in _inside(op, value):
                    self._lead(self._add(part, self._from(state)), end)
                state = end
        return state

    def _add_repeat(self, value: Any, state: int) -> int:
        least, most, body = value
        for _ in range(min(least, _FEW + 1)):
            state = self._add(body, self._from(state))
        end = self._state()
        if most > _MANY:
            loop = self._from(state)
            self._lead(self._add(body, self._from(loop)), loop)
            self._lead(loop, end)
            return end
        self._lead(state, end)
        for _ in range(min(most - least, _FEW)):
            state = self._add(body, self._from(state))
            self._lead(state, end)
        return end

    def _add_look(self, op: Any, value: Any, state: int) -> int:
        """A look at the next character; any other leads on as if nobody looked."""
        if op is codes.AT or value[0] < 0 or len(value[1]) != 1 or value[1][0][0] not in _ONE:
            return state
        chars = self._chars(*value[1][0])
        end = self._state()
        self._free[state].append((end, chars if op is codes.ASSERT else self._all & ~chars))
        return end

    def _add_one(self, op: Any, value: Any, state: int) -> int:
        end = self._state()
        self._place[state] = len(self._taken)
        self._behind.append(end)
        self._taken.append(self._chars(op, value))
        return end

    def _chars(self, op: Any, value: Any) -> int:
        taken = (self._takes(op, value, char) for char in self._alphabet)
        return sum(1 << at for at, is_taken in enumerate(taken) if is_taken)

    def _takes(self, op: Any, value: Any, char: str) -> bool:
        forms = {char, char.lower(), char.upper()} if self._flags & re.IGNORECASE else {char}
        return any(_is_one(op, value, form, self._flags) for form in forms if len(form) == 1)


def _is_one(op: Any, value: Any, char: str, flags: int) -> bool:
    if op is codes.LITERAL:
        return ord(char) == value
    if op is codes.NOT_LITERAL:
        return ord(char) != value
    if op is codes.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    if op is codes.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if op is codes.CATEGORY:
        return re.match(_CLASSES[value], char) is not None
    if op is codes.GROUPREF:
        return True
    negated = value[0][0] is codes.NEGATE
    return negated != any(_is_one(kind, one, char, flags) for kind, one in value[negated:])


def _reached(
    leads: Mapping[tuple[int, int], Iterable[tuple[int, int]]], start: tuple[int, int]
) -> set[tuple[int, int]]:
    """All pairs that can come after a pair."""
    found: set[tuple[int, int]] = set()
    rest = [*leads[start]]
    while rest:
        pair = rest.pop()
        if pair not in found:
            found.add(pair)
            rest += leads[pair]
    return found
