"""The OKRs of one document as a tree, with each finding beside its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.context import Due
from okrlint.finding import Finding, Severity
from okrlint.model import KeyResult, Objective, Prose
from okrlint.report.html.figures import share, stacked
from okrlint.report.html.markup import Child, Markup, element, joined, path_words
from okrlint.report.html.sheet import NOWHERE, Sheet, Statement
from okrlint.report.safe import for_link

_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.NOTE: "i"}
SHOWN_FIELDS = ("owner", "baseline", "target", "current", "progress", "score", "status", "priority",
                "confidence")  # fmt: skip
"""Fields that are told beside a statement; a due date has words of its own."""


def document_article(sheet: Sheet, number: int) -> Markup:
    """One document: its summary and its tree."""
    document = sheet.document
    anchor = f"document-{number}"
    orphans: Child = None
    if document.orphans:
        orphans = element(
            "li",
            element("p", "Key results under no objective", class_="statement objective"),
            _key_results(sheet, document.orphans),
        )
    about = sheet.by_statement.get(NOWHERE, [])
    return element(
        "article",
        element("h3", path_words(document.path), id=anchor),
        element("p", *_heading(sheet), class_="about"),
        _summary(sheet),
        _findings(about, sheet),
        element("ul", *(_objective(sheet, one) for one in document.objectives), orphans,
                class_="objectives"),
        class_="document", data_document=document.path, aria_labelledby=anchor,
    )  # fmt: skip


def _heading(sheet: Sheet) -> Iterator[Child]:
    document = sheet.document
    cycle = sheet.result.context.cycle if sheet.result.context else document.cycle
    if cycle:
        days = " to ".join(str(day) for day in (cycle.start, cycle.end) if day)
        yield f"{cycle.words}{f' ({days})' if days else ''}. "
    if document.mission:
        yield joined("Mission: ", element("q", document.mission.text), " ")
    if document.nature:
        yield f"What it is: {document.nature.value}."


def _summary(sheet: Sheet) -> Markup:
    counts = sheet.counts()
    promises = [(kind.value, number) for kind, number in counts.promises.items()]
    words = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in promises)
    total = counts.key_results
    if unjudged := total - sum(counts.promises.values()):  # not in English, say
        words += f", {unjudged} not judged"
    rows = [
        ("Objectives", str(counts.objectives), None),
        ("Key results", str(total), None),
        ("They promise", words, stacked(promises)),
    ]
    for name, number in (("With a metric", counts.metric), ("With a baseline", counts.baseline),
                         ("With a deadline", counts.due)):  # fmt: skip
        parts = [("met", number), ("open", total - number)]
        rows.append((name, f"{number} of {total} ({share(number, total)})", stacked(parts)))
    pairs = [
        element("div", element("dt", name), element("dd", value, " ", figure))
        for name, value, figure in rows
    ]
    return element("dl", *pairs, class_="summary")


def _objective(sheet: Sheet, objective: Objective) -> Markup:
    return element(
        "li",
        _statement(sheet, objective, "objective"),
        _findings(sheet.findings(objective), sheet),
        _key_results(sheet, objective.key_results),
        class_="branch",
    )


def _key_results(sheet: Sheet, key_results: Sequence[KeyResult]) -> Markup | None:
    if not key_results:
        return None
    items = [
        element(
            "li",
            _statement(sheet, one, "key-result"),
            element("p", *_chips(sheet, one), class_="chips"),
            _findings(sheet.findings(one), sheet),
            class_="leaf dropped" if one.struck else "leaf",
            data_owner=owner_of(one),
        )
        for one in key_results
    ]
    return element("ul", *items, class_="key-results")


def _statement(sheet: Sheet, statement: Statement, kind: str) -> Markup:
    text = _marked(statement.prose, sheet.findings(statement))
    words = element("s", text) if statement.struck else text
    label = joined(element("b", statement.label), " ") if statement.label else None
    line = element("span", sheet.place(statement).inside, class_="line")
    dropped = " (dropped)" if statement.struck else None
    return element("p", label, words, dropped, " ", line, class_=f"statement {kind}")


def _marked(prose: Prose, findings: Sequence[Finding]) -> Markup:
    """The statement, with the words of its findings marked."""
    hit = [False] * len(prose.text)
    for finding in findings:
        for at, start in enumerate(prose.starts):
            hit[at] = hit[at] or finding.span.start <= start < finding.span.end
    if all(hit):  # the whole statement: nothing to point at
        return joined(prose.text)
    pieces: list[Child] = []
    start = 0
    for at in range(1, len(hit) + 1):
        if at == len(hit) or hit[at] != hit[start]:
            words = prose.text[start:at]
            pieces.append(element("mark", words) if hit[start] else words)
            start = at
    return joined(*pieces)


def _chips(sheet: Sheet, key_result: KeyResult) -> Iterator[Markup]:
    reading = sheet.reading(key_result)
    if reading and not key_result.struck:
        if reading.judged:
            yield _chip("promise", reading.promise.value, f"chip {reading.promise.value}")
        if not reading.measurable:
            yield _chip("metric", "none", "chip open")
    due = sheet.due(key_result)
    if due:
        yield _chip("due", due_words(due))
    elif not key_result.struck:
        yield _chip("due", "nothing says", "chip open")
    for name in SHOWN_FIELDS:
        value = key_result.field(name)
        if value and value.text:
            yield _chip(name, value.text)


def _chip(name: str, value: Child, class_: str = "chip") -> Markup:
    words = element("span", element("span", f"{name}: ", class_="name"), value, class_=class_)
    return joined(words, " ")


def due_words(due: Due) -> Child:
    """The day on which something is due, else what stands for it."""
    return element("time", str(due.date)) if due.date else due.event or due.source


def owner_of(key_result: KeyResult) -> str:
    """Who owns a key result, in one line; "" when nobody does."""
    owner = key_result.field("owner")
    return " ".join(owner.text.split()) if owner else ""


def _findings(findings: Sequence[Finding], sheet: Sheet) -> Markup | None:
    if not findings:
        return None
    return element("ul", *(_finding(one, sheet) for one in findings), class_="findings")


def _finding(finding: Finding, sheet: Sheet) -> Markup:
    level = finding.severity.label
    link = for_link(finding.url)
    rule: Markup = element("code", finding.rule)
    if link:
        rule = element("a", rule, href=link, rel="noopener noreferrer")
    tries = [
        element("span", element("span", "Try: ", class_="name"), suggestion.text, class_="try")
        for suggestion in finding.suggestions
    ]
    where = f"({sheet.result.place(finding).inside})"
    return element(
        "li",
        element("span", _SIGNS[finding.severity], class_="sign", aria_hidden="true"), " ",
        element("span", level, class_="level"), " ",
        finding.message, " ", element("span", where, class_="line"), " ", rule, *tries,
        class_=f"finding {level}", data_rule=finding.rule,
    )  # fmt: skip
