"""`okrlint new`: a document in the course's outline, to fill in."""

from __future__ import annotations

import os
import re
from importlib import resources
from pathlib import Path

import click

from okrlint.api import Calendar, InputError
from okrlint.cli.console import remark
from okrlint.dates import find_periods
from okrlint.files import write_whole

_TURNED = re.compile(r"\b([QH][1-4])[-_ ]?((?:19|20)\d\d)\b", re.IGNORECASE)
"""Q3-2027, as it is easiest to type."""


@click.command("new", short_help="Write an OKR document to fill in.")
@click.option(
    "--quarter",
    required=True,
    metavar="CYCLE",
    help='The cycle: Q3-2027, "H1 2027", "May to July 2027". It becomes the deadline.',
)
@click.option("--team", metavar="NAME", help="Whose OKRs they are.")
@click.option("--mission", default="", metavar="TEXT", help="Why you do this, in one line.")
@click.option("--objectives", type=click.IntRange(1, 10), default=3, show_default=True)
@click.option("--key-results", type=click.IntRange(1, 10), default=3, show_default=True,
              help="For each objective.")  # fmt: skip
@click.option("--output-file", "-o", type=click.Path(dir_okay=False, path_type=Path),
              metavar="FILE", help="Default: okrs-CYCLE.md, such as okrs-q3-2027.md.")  # fmt: skip
def command(
    quarter: str,
    team: str | None,
    mission: str,
    objectives: int,
    key_results: int,
    output_file: Path | None,
) -> None:
    """Write an OKR document in the outline of the course: a mission, objectives, key results.

    No file is ever overwritten. Fill it in, then lint it.
    """
    cycle = _cycle(quarter)
    path = output_file or Path(f"okrs-{_slug(cycle)}.md")
    if os.path.lexists(path):
        raise InputError(str(path), "is there already, nothing was written; name another with -o")
    owner = f": {_line(team)}" if team else ""
    text = (
        _head()
        .replace("TITLE", f"{cycle}{owner}")
        .replace("MISSION", f" {_line(mission)}".rstrip())
    )
    for number in range(1, objectives + 1):
        results = "".join(f"- KR {n}:\n" for n in range(1, key_results + 1))
        text += f"\n## Objective {number}:\n\n{results}"
    write_whole(path, text.encode("utf-8", "backslashreplace"))
    remark(f"wrote {path}; fill it in, then run `okrlint {path}`")


def _cycle(words: str) -> str:
    """The cycle as a title says it; refuses what names no days."""
    cycle = _TURNED.sub(lambda found: f"{found[1].upper()} {found[2]}", _line(words))
    if not any(period.latest for period in find_periods(cycle, Calendar())):
        hint = "write it as Q3-2027, or as the months with the year"
        raise click.BadParameter(f"{words!r} names no cycle; {hint}", param_hint="--quarter")
    return cycle


def _line(text: str) -> str:
    return " ".join(text.split())


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")


def _head() -> str:
    file = resources.files("okrlint.cli") / "templates" / "okrs.md"
    return file.read_text(encoding="utf-8")
