"""A contract of import-linter: no module takes part in a circle of imports.

Imports for types and imports inside functions count as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, output


class NoCircles(Contract):
    """No circle among the modules of the root packages, however long."""

    type_name = "no_circles"

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look for circles; each is told once, by its shortest way round."""
        del verbose
        imports = {one: graph.find_modules_directly_imported_by(one) for one in graph.modules}
        circles = list(find_circles(imports))
        return ContractCheck(kept=not circles, metadata={"circles": circles})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each circle, module by module."""
        for circle in check.metadata["circles"]:
            output.print_error("A circle of imports:")
            for one, other in pairwise((*circle, circle[0])):
                output.print_error(f"- {one} -> {other}", bold=False)
            output.new_line()


def find_circles(imports: Mapping[str, AbstractSet[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one shortest circle through each module that is in one, without repeating a module."""
    told: set[str] = set()
    for module in sorted(imports):
        circle = () if module in told else _way_back(module, imports)
        if circle:
            told.update(circle)
            yield circle


def _way_back(module: str, imports: Mapping[str, AbstractSet[str]]) -> tuple[str, ...]:
    """The shortest way from a module to itself; empty when there is none."""
    came_from: dict[str, str] = {}
    edge = [module]
    while edge:
        after: list[str] = []
        for one in edge:
            for other in sorted(imports.get(one, ())):
                if other == module:
                    way = [one]
                    while way[-1] != module:
                        way.append(came_from[way[-1]])
                    return tuple(reversed(way))
                if other not in came_from:
                    came_from[other] = one
                    after.append(other)
        edge = after
    return ()
