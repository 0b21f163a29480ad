"""What a rule is: a class that knows one defect, with its examples and its page.

A rule subclasses one of the three kinds (`KeyResultRule`, `ObjectiveRule`, `DocumentRule`),
sets the class attributes and yields `Problem`s from `check`. Attributes are checked when the
class is made.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import Any, ClassVar

from okrlint.example import Bad, Good, Source
from okrlint.finding import Problem, Severity
from okrlint.kind import Kind, kind_of
from okrlint.model import Cycle, Document, KeyResult, Objective, Prose, Span
from okrlint.reading import Beside, Quantity, Reading, When, WhenKind

RULE_PAGE = "https://github.com/okrlint/okrlint/blob/main/rules/{name}.md"
"""Where the page of a built-in rule is read."""
OTHERS_PAGE = "https://github.com/okrlint/okrlint/blob/main/docs/writing-rules.md"
"""Where it is read what a rule of others is, when it names no page of its own."""

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is due, and what said so.

    >>> Due("document", dt.date(2026, 9, 30)).source
    'document'
    """

    source: str
    """"key result", "field", "objective", "section", "document", "configuration", ..."""
    date: dt.date | None = None
    event: str | None = None
    """The event or cadence, when no date is known."""
    earliest: dt.date | None = None
    """The first day of what the words name: 1 June for "June"; None when not known."""


@dataclass(frozen=True, slots=True)
class SuppressionUse:
    """A comment that switches rules off, and what came of it.

    >>> SuppressionUse(Span(0, 40), "no-metric", known=True, judged=True, used=False).rule
    'no-metric'
    """

    span: Span
    """The comment."""
    rule: str | None
    """The rule as written; None for all."""
    known: bool
    """Whether there is such a rule."""
    judged: bool
    """Whether the rule ran, so that it could have found something."""
    used: bool
    """Whether it hid a finding."""


@dataclass(frozen=True, slots=True)
class Before:
    """The same document at an earlier revision.

    >>> len(Before(parse(PAGE), {}).document.objectives)
    1
    """

    document: Document
    readings: Mapping[Span, Reading]

    def reading(self, statement: KeyResult | Objective) -> Reading:
        """What a statement of the earlier document said."""
        return self.readings[statement.prose.span]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask beside the thing it checks; the engine makes it.

    >>> context = Linter().look_into(parse(PAGE))
    >>> context.due(context.document.objectives[0]).date
    datetime.date(2026, 9, 30)
    """

    document: Document
    readings: Mapping[Span, Reading] = field(default_factory=dict)
    dues: Mapping[Span, Due] = field(default_factory=dict)
    cycle: Cycle | None = None
    """The document's cycle, else the configured one."""
    today: dt.date | None = None
    """The day to judge from; None when nobody said, and then no rule may guess."""
    suppressions: tuple[SuppressionUse, ...] = ()
    """For rules with `after_others`: the suppressions of the document."""
    before: Before | None = None
    """The document at the revision that `--diff` names; None without one."""

    foreign: Mapping[Span, str] = field(default_factory=dict)
    """The statements that are not in English, by the span of their prose, with their language.
    Rules about one statement are never shown them; of a document that holds no others, only rules
    with `any_language` are asked. Both hold for rules that need English (`Rule.needs_english`), and
    for all in a language that okrlint has no words for."""
    pipeline: str | None = None
    """The spaCy pipeline that reads statements; None for the one that comes with okrlint."""
    strangeness: Mapping[Span, float] = field(default_factory=dict)
    """How foreign the objectives are to the mission, by the span of their prose: below 1 for those
    that serve it; none where it cannot be judged. Only for rules with `needs_mission`."""

    def reading(self, statement: KeyResult | Objective) -> Reading:
        """What the statement says where it stands, with the fields beside it."""
        return self.readings[statement.prose.span]

    def deadlines(self, statement: KeyResult | Objective) -> Iterator[tuple[When, Span]]:
        """The dates by which the statement is due, with their place: its own, and beside it."""
        reading = self.reading(statement)
        for when in reading.whens:
            if when.kind is WhenKind.DEADLINE:
                yield when, statement.prose.source_span(when.start, when.end)
        for beside, value in _values(statement, reading):
            for when in beside.whens:
                yield when, value.source_span(when.start, when.end)

    def amounts(self, statement: KeyResult | Objective) -> Iterator[tuple[Quantity, Span]]:
        """The amounts that the statement promises, with their place: its own, and beside it."""
        reading = self.reading(statement)
        for quantity in reading.quantities:
            yield quantity, statement.prose.source_span(quantity.start, quantity.end)
        for beside, value in _values(statement, reading):
            for quantity in beside.quantities:
                yield quantity, value.source_span(quantity.start, quantity.end)

    def kind(self, statement: KeyResult | Objective) -> Kind | None:
        """What the author marked a statement as; a key result may have it from its objective."""
        parents = (o for o, k in self.document.key_results() if k is statement)
        return kind_of(statement, next(parents, None))

    def due(self, statement: KeyResult | Objective) -> Due | None:
        """By when the statement is due, looked for outwards; None when nothing says."""
        return self.dues.get(statement.prose.span)

    def cycle_of(self, objective: Objective | None) -> Cycle | None:
        """The cycle that holds for an objective: its section's, else the document's."""
        return (objective.cycle if objective else None) or self.cycle

    def period_of(self, objective: Objective | None) -> Hashable:
        """What objectives of the same cycle have in common, however the cycle is worded."""
        cycle = self.cycle_of(objective)
        return cycle.period if cycle else None


def _values(statement: KeyResult | Objective, reading: Reading) -> Iterator[tuple[Beside, Prose]]:
    """What each field adds to a statement, with the text of its value."""
    values = {field.prose.span: field.prose for field in statement.fields}
    for beside in reading.beside:
        yield beside, values[Span(beside.start, beside.end)]


@dataclass(frozen=True, slots=True)
class NoOptions:
    """A rule without options.

    >>> KeyResultRule.options
    NoOptions()
    """


class Rule:
    """The common part of all rules. Subclass one of the three kinds below, not this.

    >>> rule = load_rules().find("KR003")
    >>> rule.name, rule.severity.label
    ('no-metric', 'error')
    """

    name: ClassVar[str]
    """What people write, in kebab-case; permanent."""
    code: ClassVar[str]
    """Short alias, two to eight capitals and three digits; never used again."""
    summary: ClassVar[str]
    """The defect in a few words, lower case: "key result states no metric"."""
    severity: ClassVar[Severity]
    criterion: ClassVar[str]
    """The criterion that it checks, in the words of the course or another named source."""
    sources: ClassVar[tuple[Source, ...]] = ()
    examples: ClassVar[tuple[Bad | Good, ...]]
    since: ClassVar[str] = "0.1.0"
    url: ClassVar[str] = ""
    """The rule's page; left empty, okrlint's page of the rule or of rules of one's own."""
    needs_language: ClassVar[bool] = True
    """Whether `check` asks for readings; without any such rule spaCy is never loaded."""
    default: ClassVar[bool] = True
    """Whether the rule is on unless something says otherwise."""
    rewritten: ClassVar[bool] = False
    """Whether the way out of its findings on a key result is the key result said anew: then
    okrlint's rewrite, where there is one, stands in place of its advice."""
    needs_mission: ClassVar[bool] = False
    """Whether it asks how foreign an objective is to the mission (`Context.strangeness`)."""
    needs_before: ClassVar[bool] = False
    """Whether it compares with an earlier revision; its findings need stand on no changed line."""
    not_for: ClassVar[tuple[Kind, ...]] = ()
    """Kinds of key results and objectives that it is never shown; for rules about one statement."""
    any_language: ClassVar[bool] = False
    """Whether it is asked about a document that is not in English, too; for document rules."""
    needs_english: ClassVar[bool] = True
    """Whether it judges words. One that only counts, or reads numbers, dates and fields, is asked
    about documents in the other languages that okrlint has the words for, too."""
    covers: ClassVar[tuple[str, ...]] = ()
    """Names of rules that say the same in other words: where this one finds something in a
    statement, what they find in it is not told."""
    whole: ClassVar[bool] = False
    """Whether it speaks of the document as a whole: told once, behind what is told of lines."""
    after_others: ClassVar[bool] = False
    """Whether it judges what the other rules left; its own findings cannot be suppressed."""
    recipe: ClassVar[tuple[Callable[..., type[Rule]], tuple[object, ...]] | None] = None
    """For a class that no module holds: what makes it anew in another process."""
    options: Any = NoOptions()
    """A frozen dataclass; the class attribute holds the defaults."""

    def __init__(self, options: object | None = None) -> None:
        if options is not None:
            self.options = options

    def __init_subclass__(cls, abstract: bool = False, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if not abstract:
            _check_class(cls)
            if not cls.url:
                own = cls.__module__.partition(".")[0] == "okrlint_rules"
                cls.url = RULE_PAGE.format(name=cls.name) if own else OTHERS_PAGE


class KeyResultRule(Rule, abstract=True):
    """A rule about one key result; struck-through ones are never shown to it.

    >>> class NoSlang(KeyResultRule):
    ...     '''Plain words are understood by everybody.'''
    ...
    ...     name, code, summary = "no-slang", "HSE900", "slang"
    ...     severity, criterion = Severity.WARNING, "our house style"
    ...     examples = (Bad("- Leverage it", where="Leverage"), Good("- Use it"))
    ...
    ...     def check(self, key_result, context):
    ...         if key_result.prose.text.startswith("Leverage"):
    ...             yield Problem("slang", key_result.prose.source_span(0, 8))
    >>> linter = Linter(Settings(select=("no-slang",)), load_rules([NoSlang]))
    >>> [f.message for f in linter.lint_text("- KR 1: Leverage 3 partners").findings]
    ['slang']
    """

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        """Yield what is wrong with `key_result`."""
        raise NotImplementedError


class ObjectiveRule(Rule, abstract=True):
    """A rule about one objective.

    >>> load_rules().find("key-result-count").__mro__[1] is ObjectiveRule
    True
    """

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        """Yield what is wrong with `objective`."""
        raise NotImplementedError


class DocumentRule(Rule, abstract=True):
    """A rule about a document as a whole.

    >>> issubclass(load_rules().find("missing-mission"), DocumentRule)
    True
    """

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        """Yield what is wrong with `document`."""
        raise NotImplementedError


def _check_class(cls: type[Rule]) -> None:
    """Refuse a rule class that would only fail later, with its name and the attribute."""
    for attribute in ("name", "code", "summary", "severity", "criterion", "examples"):
        if getattr(cls, attribute, None) in (None, "", ()):
            raise TypeError(f"rule class {cls.__name__}: set the class attribute {attribute!r}")
    if not NAME.fullmatch(cls.name):
        raise TypeError(f"rule class {cls.__name__}: name {cls.name!r} is not kebab-case")
    if not CODE.fullmatch(cls.code):
        raise TypeError(
            f"rule class {cls.__name__}: code {cls.code!r} is not capitals and three digits"
        )
    if not (cls.__doc__ or "").strip():
        raise TypeError(f"rule class {cls.__name__}: write the docstring, it is the rule's page")
    kinds = {type(example) for example in cls.examples}
    if not {Bad, Good} <= kinds:
        raise TypeError(f"rule class {cls.__name__}: give at least one Bad and one Good example")
    if not is_dataclass(cls.options):
        raise TypeError(f"rule class {cls.__name__}: options must be a frozen dataclass")
