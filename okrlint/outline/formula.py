"""Doerr's formula: "We will (objective) as measured by:" over a list of key results.

Source: J. Doerr, "Measure What Matters" (2018): "I will ... as measured by ...".
"""

from __future__ import annotations

import re

from okrlint.markdown.block import MarkKind
from okrlint.outline.text import Text

FORMULA = re.compile(
    r"(?P<lead>(?:(?:I|we|our team|the team)\s+(?:will|want to|are going to)\s+)?)"
    r"(?P<objective>\S.{8,200}?)[\s,;–—-]+(?:as|which (?:is|will be))\s+measured\s+by\W*$",
    re.IGNORECASE | re.DOTALL,
)


def objective_of_formula(text: Text) -> Text:
    """The objective in "We will (objective) as measured by:"; else the whole text."""
    match = FORMULA.match(text.words)
    return _statement(text.cut(*match.span("objective"))) if match else text


def _statement(text: Text) -> Text:
    """The words set in bold or italics, where the formula sets the objective off so."""
    for kind in (MarkKind.STRONG, MarkKind.EMPHASIS):
        spans = [(m.start, m.end) for m in text.marks if m.kind is kind]
        if len(spans) == 1 and spans[0][1] - spans[0][0] > len(text.words) // 2:
            return text.cut(*spans[0])
    return text
