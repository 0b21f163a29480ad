"""Blocks of Markdown -> the document's OKRs, by weighing evidence."""

from __future__ import annotations

from okrlint.beside import also_named
from okrlint.dates import Calendar, with_stated
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Cycle, Document, Labels


def parse(
    source: str,
    path: str = "",
    labels: Labels = Labels(),
    calendar: Calendar = Calendar(),
    cycle: Cycle | None = None,
) -> Document:
    """Read the OKRs out of Markdown. Never raises: any text is Markdown.

    `path` may tell that the file holds OKRs and for which cycle ("okrs/2024-Q3.md"); `cycle` is
    the configured one, used where the document states none. A text without any sign of OKRs is
    not parsed at all.
    """
    if not has_okr_signs(source, path, labels):
        return Document(path, source)
    from okrlint.outline.read import read_document

    with also_named(labels.fields):
        return read_document(source, path, labels, with_stated(calendar, source), cycle)


__all__ = ["parse"]
