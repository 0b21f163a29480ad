"""Code actions: edits that cannot change the meaning, and suppressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from okrlint.api import Edit, Finding, Span
from okrlint.lsp.analysis import Analysis
from okrlint.lsp.diagnostics import find_diagnostics
from okrlint.lsp.suppressing import suppress_here, suppress_in_file
from okrlint.report.safe import make_visible

KIND = types.CodeActionKind.QuickFix


def find_actions(analysis: Analysis, uri: str, where: types.Range) -> Iterator[types.CodeAction]:
    """Yield what can be done about the findings that touch a range; each action has an edit."""
    span = analysis.positions.span(where)
    touched = [(f, d) for f, d in find_diagnostics(analysis) if _touch(f.span, span)]
    for finding, diagnostic in touched:
        for suggestion in finding.suggestions:
            if suggestion.edits:
                title = _capital(make_visible(suggestion.text))
                yield _action(title, suggestion.edits, [diagnostic], analysis, uri)
            elif suggestion.instead and _is_plain(finding, suggestion.instead, analysis):
                title = f"Rewrite: {make_visible(suggestion.text)}"
                edit = Edit(suggestion.instead, suggestion.text)
                yield _action(title, [edit], [diagnostic], analysis, uri)
    yield from _suppressions(touched, analysis, uri)


def _is_plain(finding: Finding, place: Span, analysis: Analysis) -> bool:
    """Whether a statement is written without markup, so that all of it can be replaced."""
    source = analysis.result.document.source
    around = source[max(0, place.start - 1) : place.start] + source[place.end : place.end + 1]
    written = source[place.start : place.end]
    return written == finding.statement and not set(around) & set("*_`[]<>~")


def _suppressions(
    touched: Sequence[tuple[Finding, types.Diagnostic]], analysis: Analysis, uri: str
) -> Iterator[types.CodeAction]:
    source = analysis.result.document.source
    can_hide = [finding.rule for finding, _ in touched if _can_hide(finding, analysis)]
    rules = list(dict.fromkeys(can_hide))
    for rule in rules:
        lines: set[int] = set()
        for finding, diagnostic in touched:
            line = diagnostic.range.start.line
            edit = suppress_here(source, finding) if finding.rule == rule else None
            if edit and line not in lines:
                lines.add(line)
                yield _action(f"Suppress {rule} here", [edit], [diagnostic], analysis, uri)
    for rule in rules:
        diagnostics = [diagnostic for finding, diagnostic in touched if finding.rule == rule]
        edits = [suppress_in_file(source, rule, analysis.result.path)]
        yield _action(f"Suppress {rule} in this file", edits, diagnostics, analysis, uri)


def _can_hide(finding: Finding, analysis: Analysis) -> bool:
    """Whether a comment can suppress the finding; not what judges the comments themselves."""
    return not analysis.rules.find(finding.rule).after_others


def _action(
    title: str,
    edits: Sequence[Edit],
    diagnostics: Sequence[types.Diagnostic],
    analysis: Analysis,
    uri: str,
) -> types.CodeAction:
    changes = [types.TextEdit(analysis.positions.range(e.span), e.text) for e in edits]
    return types.CodeAction(
        title,
        kind=KIND,
        diagnostics=list(diagnostics),
        edit=types.WorkspaceEdit(changes={uri: changes}),
    )


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
