"""Completes the next label of a document, and the names of rules in its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from okrlint.api import Document, KeyResult, Objective, Span
from okrlint.lsp.analysis import Analysis

TRIGGERS = [" ", "#", "-", "*", "+", ","]
"""What begins a heading, an item, or the next rule of a comment."""

_COMMENT = re.compile(
    r"(?:<!--|\{/\*)\s*okrlint-(?:disable(?:-next-line|-line|-file)?|enable)(?=\s)"
)
_NAMES = re.compile(r"[\w\s,-]*")
_MARKS = re.compile(r"[ \t]*(?:#{1,6}|[-*+])[ \t]+(?:\[[ xX]?\][ \t]+)?[*_]{0,3}")
_NUMBER = re.compile(r"\d+(?=\D*$)")


def find_completions(
    analysis: Analysis, position: types.Position
) -> Iterator[types.CompletionItem]:
    """Yield what may stand at a position: rules in a suppression, else the labels that follow."""
    at = analysis.positions.offset(position)
    source, lines = analysis.result.document.source, analysis.positions.lines
    start = lines.line_span(lines.line_at(at)).start
    before = source[start:at]
    if (word := _begun_name(before)) is not None:
        yield from _rules(analysis, analysis.positions.range(Span(at - len(word), at)))
        return
    marks = _MARKS.match(before)
    if marks is None:
        return
    where = analysis.positions.range(Span(start + marks.end(), at))
    for label in _next_labels(analysis, at, marks[0], before[marks.end() :]):
        yield types.CompletionItem(
            label.rstrip(),
            kind=types.CompletionItemKind.Snippet,
            text_edit=types.TextEdit(where, label),
        )


def _begun_name(before: str) -> str | None:
    """What is written of the next name of a suppression; None where none may stand."""
    comments = list(_COMMENT.finditer(before))
    names = before[comments[-1].end() :] if comments else ""
    if not names or not _NAMES.fullmatch(names) or " -- " in names:
        return None
    return re.split(r"[\s,]", names)[-1]


def _rules(analysis: Analysis, where: types.Range) -> Iterator[types.CompletionItem]:
    for rule in analysis.rules:
        if not rule.after_others:
            yield types.CompletionItem(
                rule.name,
                kind=types.CompletionItemKind.EnumMember,
                detail=f"{rule.code}: {rule.summary}",
                text_edit=types.TextEdit(where, rule.name),
            )


def _next_labels(analysis: Analysis, at: int, marks: str, word: str) -> Iterator[str]:
    """The labels that go on from those above which stand behind the same marks."""
    document = analysis.result.document
    above = [o for o in document.objectives if o.prose.text and o.prose.span.start < at]
    if not above:
        return
    steps: list[tuple[Objective | KeyResult, int]] = [(above[-1], 1)]
    results = [k for k in above[-1].key_results if k.prose.text and k.prose.span.start < at]
    if results:
        steps.append((results[-1], 1))
    elif len(above) > 1:  # the first of this objective is called like that of the one before
        steps += [(first, 0) for first in above[-2].key_results[:1]]
    for statement, step in steps:
        written = _written_label(analysis, document, statement)
        if written is None or written[0] != marks:
            continue
        label = _NUMBER.sub(lambda found, step=step: str(int(found[0]) + step), written[1])  # type: ignore[misc]
        if label != word and label.lower().startswith(word.lower()):
            yield label


def _written_label(
    analysis: Analysis, document: Document, statement: Objective | KeyResult
) -> tuple[str, str] | None:
    """The marks and the label before a statement, as written; None without a numbered label."""
    lines, begin = analysis.positions.lines, statement.prose.span.start
    start = lines.line_span(lines.line_at(begin)).start
    head = document.source[start:begin]
    marks = _MARKS.match(head)
    if marks is None or not statement.label or not _NUMBER.search(head):
        return None
    return marks[0], head[marks.end() :]
