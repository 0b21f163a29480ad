"""What stands above the documents: the share of what the course asks, and a table of documents."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.finding import Severity
from okrlint.report.html.asks import Ask, total
from okrlint.report.html.figures import bar, share
from okrlint.report.html.markup import Child, Markup, element, joined, path_words
from okrlint.report.html.sheet import Sheet

_NARROW = 4
"""Columns that fit on a phone."""

_RECIPE = """\
The share of what the course asks that is met: the sum of the column “met” divided by the sum of
the column “asked”, rounded down. Each criterion is asked of every document, objective or key
result, and is met where none of its rules found anything; a metric and a deadline are looked for
in each key result on its own. Rules that are switched off ask nothing; what a comment in the
document suppresses counts as met; of statements in other languages only what needs no English is
asked. Whether an objective inspires and whether a key result is worth reaching, no machine can
tell: that is not in this number.""".replace("\n", " ")


def score_section(asks: Sequence[Ask], urls: dict[str, str]) -> Markup:
    """The share of asks that are met, with its recipe; never a bare grade."""
    met, asked = total(asks)
    return element(
        "section",
        element("h2", "What the course asks", id="score"),
        element("p", element("strong", share(met, asked), class_="big"), " ",
                f"{met} of {asked} asks are met.", class_="score"),
        element("p", _RECIPE, class_="recipe"),
        table(
            "What the course asks, of what, and how often it is met",
            ("Criterion", "Share", "Met", "Asked", "Of each", "Rules"),
            [_ask_row(ask, urls) for ask in asks],
        ),
        aria_labelledby="score",
    )  # fmt: skip


def _ask_row(ask: Ask, urls: dict[str, str]) -> list[Child]:
    links: list[Child] = []
    for name in ask.rules:
        code = element("code", name)
        url = urls.get(name)
        links.append(element("a", code, href=url, rel="noopener noreferrer") if url else code)
        links.append(" ")
    figure = joined(share(ask.met, ask.asked), " ", bar(ask.met, ask.asked))
    return [ask.criterion, figure, str(ask.met), str(ask.asked), ask.unit, joined(*links)]


def documents_table(sheets: Sequence[Sheet]) -> Markup:
    """Every document with its numbers, linked to where it is told."""
    rows: list[list[Child]] = []
    for number, sheet in enumerate(sheets, 1):
        counts = sheet.counts()
        severities = [finding.severity for finding in sheet.result.findings]
        link = element("a", path_words(sheet.document.path), href=f"#document-{number}")
        rows.append(
            [
                link,
                str(counts.objectives),
                *(str(n) for n in (counts.key_results, *counts.promises.values())),
                *(str(n) for n in (counts.metric, counts.baseline, counts.due)),
                *(str(severities.count(level)) for level in sorted(Severity, reverse=True)),
            ]
        )
    heads = ("Document", "Objectives", "Key results", "Outcomes", "Outputs", "Tasks", "Metric",
             "Baseline", "Deadline", "Errors", "Warnings", "Notes")  # fmt: skip
    return table("The documents in numbers", heads, rows)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Child]],
    attributes: Sequence[dict[str, str]] = (),
) -> Markup:
    """A table whose first column names its rows; a narrow screen scrolls it alone."""
    head = element("tr", *(element("th", name, scope="col") for name in heads))
    body: list[Markup] = []
    for number, row in enumerate(rows):
        cells = [element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])]
        data = attributes[number] if attributes else {}
        body.append(element("tr", *cells, **data))
    whole = element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *body),
    )
    class_ = "scroll wide" if len(heads) > _NARROW else "scroll"
    return element("div", whole, class_=class_, role="region", aria_label=caption, tabindex="0")
