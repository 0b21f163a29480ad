"""Small figures: bars and shares, drawn so that a strict policy of the page allows them."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.report.html.markup import Markup, element

_WIDTH = 120


def bar(part: int, whole: int) -> Markup:
    """How much of a whole a part is, as a bar; the words beside it say the same."""
    share = round(_WIDTH * part / whole, 1) if whole else 0
    return _drawing(
        element("rect", class_="rest", width=str(_WIDTH), height="8", rx="4"),
        element("rect", class_="part", width=f"{share:g}", height="8", rx="4"),
    )


def stacked(parts: Sequence[tuple[str, int]]) -> Markup:
    """Parts of a whole beside each other, each with the class that colours it."""
    whole = sum(number for _, number in parts)
    rects: list[Markup] = []
    at = 0.0
    for name, number in parts:
        width = _WIDTH * number / whole if whole else 0.0
        rects.append(element("rect", class_=name, x=f"{at:.1f}", width=f"{width:.1f}", height="8"))
        at += width
    return _drawing(*rects)


def _drawing(*rects: Markup) -> Markup:
    return element(
        "svg", *rects, class_="bar", viewBox=f"0 0 {_WIDTH} 8", width=str(_WIDTH), height="8",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def share(part: int, whole: int) -> str:
    """`78 %`, rounded down so that only all is 100 %; a dash of nothing."""
    return f"{100 * part // whole} %" if whole else "–"
