"""Long documents: the effort of reading grows with the document, whatever is repeated in it."""

from __future__ import annotations

from itertools import count

import pytest

from okrlint.dates import Calendar
from okrlint.markdown.blocks import parse_blocks
from okrlint.model import Labels
from okrlint.outline.read import read_document
from tests.support import steps

TOP = "# OKRs Q4 2027\n\n## Objective: Bake better bread\n\n"
TABLE = "| Squad | Objective | Key result |\n|---|---|---|\n"
REPEATED = {
    "lines": (TOP + "- KR: sell 7 loaves\n", "  and cakes too.\n"),
    "bold lines": (TOP + "- KR: **sell 7 loaves**\n", "  **and cakes** too\n"),
    "lines with labels": (TOP, "KR: sell 7 loaves\n"),
    "labels in a line": (TOP + "Now. ", "KR: sell 7 loaves. "),
    "open front matter": ("---\ntitle: OKRs\n", "oven: hot\n"),
    "siblings": (TOP, "- KR: sell 7 loaves\n"),
    "fields": (TOP + "- KR: sell 7 loaves\n", "- Owner: Mia\n"),
    "rows": (TOP + TABLE, "| Ovens | Bake more | Sell 7 loaves |\n"),
    "lines of a cell": (TOP + TABLE + "| Ovens | Bake more | ", "1. sell 7 loaves<br>"),
    "sections": ("# Bakery\n\n", "## OKRs\n\nsee the board\n\n"),
    "objectives": ("# OKRs Q4 2027\n\n", "## Objective: Bake\n\n- KR: sell 7 loaves\n\n"),
    "symbols": (TOP + "- KR: sell 7 ", "\U0001f35e "),
    "shortcodes": (TOP + "- KR: sell 7 ", ":bread: "),
    "struck words": (TOP + "- KR: sell 7 ", "~~a~~ "),
}


@pytest.mark.parametrize("name", REPEATED)
def test_effort_grows_with_the_document(name: str) -> None:
    top, piece = REPEATED[name]
    number = count()

    def read(size: int) -> int:
        text = top + piece * (size // len(piece)) + "\n"
        path = f"{next(number)}.md"
        blocks = steps(lambda: parse_blocks(text))
        return steps(lambda: read_document(text, path, Labels(), Calendar())) - blocks

    read(500)
    assert read(16_000) < 2.6 * read(8_000) + 10_000
