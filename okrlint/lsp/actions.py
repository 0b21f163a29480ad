"""Code actions: edits that cannot change the meaning, rewrites, and suppressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from okrlint.api import Edit, Finding, Span, apply_edits
from okrlint.lsp.analysis import Analysis
from okrlint.lsp.diagnostics import make_diagnostic
from okrlint.lsp.marks import find_marks
from okrlint.lsp.question import Question
from okrlint.lsp.suppressing import suppress_here, suppress_in_file
from okrlint.report.safe import make_visible

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = "source.fixAll.okrlint"
"""All that `okrlint --fix` would do to the document; what editors do on saving, where asked to."""
KINDS = (QUICK_FIX, FIX_ALL)


def wanted_kinds(only: Sequence[str] | None) -> frozenset[str]:
    """Which of the kinds a client asks for; a kind stands for those below it, too."""
    if only is None:  # the menu of one place: what changes the whole document is not for it
        return frozenset((QUICK_FIX,))
    return frozenset(
        kind for kind in KINDS if any(not one or f"{kind}.".startswith(f"{one}.") for one in only)
    )


def find_actions(analysis: Analysis, question: Question) -> Iterator[types.CodeAction]:
    """Yield what can be done about the findings that touch a range; each action has an edit."""
    wanted = wanted_kinds(question.params.context.only)
    every = [(finding, make_diagnostic(mark)) for finding, mark in find_marks(analysis)]
    if QUICK_FIX in wanted:
        span = analysis.positions.span(question.params.range)
        touched = [(f, d) for f, d in every if any(_touch(part, span) for part in _parts(f))]
        yield from _fixes(touched, analysis, question)
        yield from _suppressions(touched, analysis, question)
    if FIX_ALL in wanted:
        yield from _fix_all([finding for finding, _ in every], analysis, question)


def _fixes(
    touched: Sequence[tuple[Finding, types.Diagnostic]], analysis: Analysis, question: Question
) -> Iterator[types.CodeAction]:
    for finding, diagnostic in touched:
        for suggestion in finding.suggestions:
            if suggestion.edits:
                title = _capital(make_visible(suggestion.text))
                yield _action(title, suggestion.edits, [diagnostic], analysis, question)
            elif suggestion.instead and _is_plain(finding, suggestion.instead, analysis):
                title = f"Rewrite: {make_visible(suggestion.text)}"
                edit = Edit(suggestion.instead, suggestion.text)
                yield _action(title, [edit], [diagnostic], analysis, question)


def _fix_all(
    findings: Sequence[Finding], analysis: Analysis, question: Question
) -> Iterator[types.CodeAction]:
    before = analysis.result.document.source
    after, applied = apply_edits(before, findings)
    if applied:
        edit = _difference(before, after)
        yield _action("Apply all safe fixes", [edit], (), analysis, question, FIX_ALL)


def _difference(before: str, after: str) -> Edit:
    """One edit from a text to another; what both begin and end with is left alone."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return Edit(Span(start, len(before) - end), after[start : len(after) - end])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _is_plain(finding: Finding, place: Span, analysis: Analysis) -> bool:
    """Whether a statement is written without markup, so that all of it can be replaced."""
    source = analysis.result.document.source
    around = source[max(0, place.start - 1) : place.start] + source[place.end : place.end + 1]
    written = source[place.start : place.end]
    return written == finding.statement and not set(around) & set("*_`[]<>~")


def _suppressions(
    touched: Sequence[tuple[Finding, types.Diagnostic]], analysis: Analysis, question: Question
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
                yield _action(f"Suppress {rule} here", [edit], [diagnostic], analysis, question)
    for rule in rules:
        diagnostics = [diagnostic for finding, diagnostic in touched if finding.rule == rule]
        edits = [suppress_in_file(source, rule, analysis.result.path)]
        yield _action(f"Suppress {rule} in this file", edits, diagnostics, analysis, question)


def _can_hide(finding: Finding, analysis: Analysis) -> bool:
    """Whether a comment can suppress the finding; not what judges the comments themselves."""
    return not analysis.rules.find(finding.rule).after_others


def _action(
    title: str,
    edits: Sequence[Edit],
    diagnostics: Sequence[types.Diagnostic],
    analysis: Analysis,
    question: Question,
    kind: str = QUICK_FIX,
) -> types.CodeAction:
    changes = [types.TextEdit(analysis.positions.range(e.span), e.text) for e in edits]
    if question.client.versions:  # an edit for another version is turned down by the client
        document = types.OptionalVersionedTextDocumentIdentifier(question.uri, question.version)
        edit = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])
    else:
        edit = types.WorkspaceEdit(changes={question.uri: changes})
    return types.CodeAction(title, kind=kind, diagnostics=list(diagnostics) or None, edit=edit)


def _parts(finding: Finding) -> tuple[Span, ...]:
    """What is underlined, and the whole statement where it can be put anew."""
    return (finding.span, *(s.instead for s in finding.suggestions if s.instead))


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
