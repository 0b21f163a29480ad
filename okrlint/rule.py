"""What a rule is: a class that knows one defect, with its examples and its page.

A rule subclasses one of the three kinds (`KeyResultRule`, `ObjectiveRule`, `DocumentRule`),
sets the class attributes and yields `Problem`s from `check`. Attributes are checked when the
class is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, is_dataclass
from typing import Any, ClassVar

from okrlint.context import Context
from okrlint.example import Bad, Good, Source
from okrlint.finding import Problem, Severity
from okrlint.kind import Kind
from okrlint.model import Document, KeyResult, Objective

RULE_PAGE = "https://github.com/okrlint/okrlint/blob/main/rules/{name}.md"
"""Where the page of a built-in rule is read."""
OTHERS_PAGE = "https://github.com/okrlint/okrlint/blob/main/docs/writing-rules.md"
"""Where it is read what a rule of others is, when it names no page of its own."""

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")


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
