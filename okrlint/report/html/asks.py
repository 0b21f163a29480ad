"""How much of what the course asks is met: a count with its recipe, no grade.

The rules say what is asked: those that cite the course are grouped by the criterion they check.
What rules that are off would ask is not asked, nor is anything of statements that no rule sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from okrlint.model import KeyResult
from okrlint.report.html.sheet import Sheet, Statement
from okrlint.rule import KeyResultRule, ObjectiveRule, Rule

COURSE = "coursera.org/learn/project-planning-google/"
"""What the address of the course holds."""

OF_DOCUMENTS, OF_OBJECTIVES, OF_KEY_RESULTS = "document", "objective", "key result"

_KINDS: dict[str, type[Rule]] = {
    OF_KEY_RESULTS: KeyResultRule, OF_OBJECTIVES: ObjectiveRule, OF_DOCUMENTS: Rule,
}  # fmt: skip
"""What something is asked of -> the kind of rule that asks; rules about documents only join in."""

_FACTS: dict[str, Callable[[Sheet, KeyResult], bool]] = {
    "no-metric": lambda sheet, one: (r := sheet.reading(one)) is None or r.measurable,
    "no-deadline": lambda sheet, one: sheet.due(one) is not None,
}
"""Rule -> what it looks for in each key result. It may say of many at once that they lack it, or
leave it to a worse finding, so its findings cannot be counted."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One criterion of the course over the whole report."""

    criterion: str
    unit: str
    """What it is asked of, each: document, objective or key result."""
    rules: tuple[str, ...]
    met: int
    asked: int


def count_asks(sheets: Sequence[Sheet], rules: Sequence[type[Rule]]) -> tuple[Ask, ...]:
    """Every criterion that is asked of something, in the order of the rules."""
    asks: list[Ask] = []
    for criterion, group in _groups(rules).items():
        unit = _unit(group)
        names = {rule.name for rule in group}
        answers = [met for sheet in sheets for met in _answers(sheet, unit, names)]
        ran = {rule.name for sheet in sheets for rule in sheet.rules}
        if answers:
            told = tuple(rule.name for rule in group if rule.name in ran)
            asks.append(Ask(criterion, unit, told, sum(answers), len(answers)))
    order = {OF_DOCUMENTS: 0, OF_OBJECTIVES: 1, OF_KEY_RESULTS: 2}
    return tuple(sorted(asks, key=lambda ask: order[ask.unit]))


def total(asks: Sequence[Ask]) -> tuple[int, int]:
    """How many asks are met, of how many."""
    return sum(ask.met for ask in asks), sum(ask.asked for ask in asks)


def _groups(rules: Sequence[type[Rule]]) -> dict[str, list[type[Rule]]]:
    """Criterion -> its rules, for the criteria of the course."""
    groups: dict[str, list[type[Rule]]] = {}
    for rule in rules:
        groups.setdefault(rule.criterion.partition(":")[0], []).append(rule)
    cited = {
        criterion
        for criterion, group in groups.items()
        if any(COURSE in source.url for rule in group for source in rule.sources)
    }
    return {criterion: group for criterion, group in groups.items() if criterion in cited}


def _unit(group: Sequence[type[Rule]]) -> str:
    return next(unit for unit, kind in _KINDS.items() if any(issubclass(r, kind) for r in group))


def _answers(sheet: Sheet, unit: str, names: set[str]) -> Iterator[bool]:
    """For each thing of a document that is asked: whether the ask is met."""
    active = [rule for rule in sheet.rules if rule.name in names]
    if not sheet.document.has_okrs:
        return
    if unit == OF_DOCUMENTS:
        if active:
            told = {finding.rule for finding in sheet.result.findings}
            yield not any(rule.name in told for rule in active)
        return
    statements: list[Statement] = list(sheet.judged())
    if unit == OF_OBJECTIVES:
        statements = [one for one in sheet.document.objectives if not one.struck]
    for one in statements:
        asking = [rule for rule in active if _sees(rule, one, sheet)]
        if not any(issubclass(rule, _KINDS[unit]) for rule in asking):
            continue
        facts = [_FACTS[rule.name] for rule in asking if rule.name in _FACTS]
        known = not isinstance(one, KeyResult) or all(fact(sheet, one) for fact in facts)
        told = {finding.rule for finding in sheet.findings(one)}
        yield known and not any(rule.name in told for rule in asking)


def _sees(rule: type[Rule], statement: Statement, sheet: Sheet) -> bool:
    """Whether a rule judges a statement: those that need English judge no other."""
    foreign = sheet.result.context.foreign if sheet.result.context else {}
    if statement.prose.span not in foreign:
        return True
    return bool(sheet.document.language) and not rule.needs_english
