"""Documents to measure with: as many distinct statements as are asked for."""

from __future__ import annotations

import random
from pathlib import Path

_VERBS = ("Raise", "Cut", "Launch", "Publish", "Win", "Reduce", "Migrate", "Hire", "Interview")
_KINDS = ("regular", "new", "unsold", "paid", "weekly", "returning", "late", "broken", "open")
_THINGS = (
    "customers", "pre-orders", "loaves", "shops", "bakers", "deliveries", "ovens", "recipes",
    "partners", "invoices", "tickets", "trials",
)  # fmt: skip
_FORMS = (
    "{verb} {kind} {thing} of shop {number} from {low} to {high}",
    "{low} % of {kind} {thing} in shop {number} come from {other}",
    "{verb} the {kind} {thing} page of shop {number}",
    "{kind} {thing} at shop {number} fall from {high} to {low} a day by August",
    "{verb} {low} {kind} {thing} for shop {number}",
    "At least {high} {thing} use the {kind} {other} of shop {number}",
)


def make_page(number: int, statements: int = 20) -> str:
    """A document of OKRs; the same number gives the same text, another one other statements."""
    pick = random.Random(number)
    lines = ["# OKRs Q3 2025", "", "**Mission:** Fresh bread for every street.", ""]
    for place in range(statements):
        if place % 4 == 0:
            name = f"{pick.choice(_KINDS)} bakery that street {number}-{place} talks about"
            lines += ["", f"## Objective {place // 4 + 1}: Be the {name}", ""]
            continue
        words = pick.choice(_FORMS).format(
            verb=pick.choice(_VERBS), kind=pick.choice(_KINDS), thing=pick.choice(_THINGS),
            other=pick.choice(_THINGS), number=number * statements + place,
            low=pick.randint(5, 99), high=pick.randint(100, 999),
        )  # fmt: skip
        lines.append(f"- KR {place % 4}: {words[0].upper()}{words[1:]}")
    return "\n".join([*lines, ""])


def make_pages(folder: Path, files: int, first: int = 0) -> None:
    """Write documents of 20 statements."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "okrlint.toml").write_text("", encoding="utf-8")
    for number in range(first, first + files):
        (folder / f"okrs-{number:06}.md").write_text(make_page(number), encoding="utf-8")


def make_notes(folder: Path, files: int, size: int = 5000) -> None:
    """Write Markdown without OKRs, `size` bytes a file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "okrlint.toml").write_text("", encoding="utf-8")
    for number in range(files):
        lines = [f"# Lunch of week {number}", ""]
        while sum(map(len, lines)) + len(lines) < size:
            lines += [f"- Soup {len(lines)} with bread, and a walk along the river after it.", ""]
        (folder / f"note-{number:06}.md").write_text("\n".join(lines), encoding="utf-8")
