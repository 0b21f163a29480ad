"""A rule without code as a rule like any other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import ClassVar

from okrlint.context import Context
from okrlint.declared.find import find_wrong
from okrlint.declared.places import find_places
from okrlint.declared.spec import Declared
from okrlint.example import Bad, Good
from okrlint.finding import Problem, Suggestion
from okrlint.model import Document
from okrlint.rule import DocumentRule, Rule

_STAND_IN = re.compile(r"\{(\w+)\}")


class DeclaredRule(DocumentRule, abstract=True):
    """What all rules without code have in common."""

    spec: ClassVar[Declared]

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        """Yield what the rule's table calls wrong."""
        spec = self.spec
        places = tuple(find_places(document, spec.where, context))
        for found in find_wrong(spec.look, places, context):
            message = _filled(spec.message, found.values) or found.message
            help_ = _filled(spec.suggestion, found.values) or found.suggestion
            yield Problem(message, found.span, (Suggestion(help_),) if help_ else ())


def make_rules(specs: Iterable[Declared]) -> tuple[type[Rule], ...]:
    """The rule classes that tables stand for; the same class for the same table."""
    return tuple(_make_rule(spec) for spec in specs)


@lru_cache(maxsize=4096)
def _make_rule(spec: Declared) -> type[Rule]:
    examples = (*(Bad(text) for text in spec.bad), *(Good(text) for text in spec.good))
    attributes = {
        "__doc__": spec.why,
        "__module__": spec.origin,
        "spec": spec,
        "name": spec.name,
        "code": spec.code,
        "summary": spec.summary,
        "severity": spec.severity,
        "criterion": "a rule of your own",
        "examples": examples,
        "needs_language": spec.needs_language,
        "recipe": (_make_rule, (spec,)),
    }
    title = "".join(part.capitalize() for part in spec.name.split("-"))
    return type(title, (DeclaredRule,), attributes)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _STAND_IN.sub(lambda match: values.get(match[1], ""), text)
