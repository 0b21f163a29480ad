"""Who owns what, and by when."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.report.html.markup import Child, Markup, element, path_words
from okrlint.report.html.overview import table
from okrlint.report.html.sheet import Sheet
from okrlint.report.html.tree import due_words, owner_of

NOBODY = "nobody named"


def owners_section(sheets: Sequence[Sheet]) -> Markup:
    """A table of owners and due dates: by owner, then by day; those without an owner last."""
    rows: list[tuple[tuple[object, ...], list[Child], dict[str, str]]] = []
    for number, sheet in enumerate(sheets, 1):
        for key_result in sheet.judged():
            owner, due = owner_of(key_result), sheet.due(key_result)
            when = due_words(due) if due else "nothing says"
            source = due.source if due else ""
            found = len(sheet.findings(key_result))
            label = f"{key_result.label}: " if key_result.label else ""
            path = path_words(sheet.document.path)
            cells: list[Child] = [
                owner or element("i", NOBODY),
                element("span", label, key_result.prose.text, class_="said"),
                when,
                source,
                element("a", path, href=f"#document-{number}"),
                str(found),
            ]
            day = due.date.isoformat() if due and due.date else "~"
            key = (not owner, owner.casefold(), owner, day, number, key_result.prose.span.start)
            rows.append((key, cells, {"data_owner": owner, "data_document": sheet.document.path}))
    rows.sort(key=lambda row: row[0])
    heads = ("Owner", "Key result", "Due", "Said by", "Document", "Findings")
    return element(
        "section",
        element("h2", "Owners and due dates", id="owners"),
        table("Key results by owner and due date", heads,
              [cells for _, cells, _ in rows], [data for _, _, data in rows]),
        aria_labelledby="owners",
    )  # fmt: skip
