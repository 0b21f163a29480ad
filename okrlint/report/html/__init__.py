"""The report as one page to look at: HTML that needs no network, and no script to be read."""

from __future__ import annotations

from okrlint.report.html.page import render_page
from okrlint.report.html.sheet import Sheet, make_sheet

__all__ = ["Sheet", "make_sheet", "render_page"]
