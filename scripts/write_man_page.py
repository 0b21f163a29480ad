"""Write the man page from the commands: `python scripts/write_man_page.py` in a checkout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from okrlint import __version__
from okrlint.cli.app import app

PAGE = Path(__file__).parents[1] / "docs" / "okrlint.1"

BREAK = r"|\:"
"""A bar after which a line may end."""

TAIL = r"""
.SH EXIT STATUS
.TP
.B 0
Clean. Findings below the fail level do not count.
.TP
.B 1
Findings.
.TP
.B 2
okrlint could not do the job: a file that cannot be read, a configuration that cannot be used, a
rule that failed.
.SH FILES
.TP
.I .okrlint.toml, okrlint.toml, pyproject.toml
The configuration; the nearest one upwards from a document holds. In pyproject.toml its table is
[tool.okrlint].
.TP
.I .okrlint\-baseline.json
Findings that are accepted, when a run names it.
.TP
.I .okrlint_cache
What was found in files and read in statements, so that an unchanged file is linted fast. It may be
deleted; \fBokrlint clean\fR does it.
.TP
.I ~/.cache/okrlint/key
What seals the cache. It may be deleted; the cache is then made anew.
.SH ENVIRONMENT
.TP
.B NO_COLOR
When set, nothing is coloured.
.TP
.B OKRLINT_ALLOW_RULE_FILES
When set to 1, rule files of every repository run, as with \-\-allow\-rule\-files.
.SH EXAMPLES
.TP
.B okrlint okrs.md
Lint one file.
.TP
.B okrlint \-\-diff main okrs/
Lint a folder; tell only what stands on lines changed since the branch main.
.TP
.B okrlint read \(dqRaise NPS from 32 to 45\(dq
Show what is read in one statement.
.SH SEE ALSO
https://github.com/okrlint/okrlint
"""


def render_page() -> str:
    """The page in the man macros; the same bytes for the same commands."""
    context = click.Context(app, info_name="okrlint")
    summary = " ".join((app.help or "").split())
    lines = [
        '.\\" Written by scripts/write_man_page.py; do not edit.',
        f'.TH OKRLINT 1 "" "okrlint {__version__}" "User Commands"',
        ".nh",
        ".ad l",
        ".SH NAME",
        f"okrlint \\- {_plain(summary[:1].lower() + summary[1:]).rstrip('.')}",
        ".SH SYNOPSIS",
        ".B okrlint",
        "[\\fIcheck\\fR] [\\fIOPTION\\fR...] \\fIPATH\\fR...",
        ".br",
        ".B okrlint",
        "\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]",
        ".SH DESCRIPTION",
        _text(app.help or ""),
        "Without a command, okrlint runs \\fBcheck\\fR.",
        ".SH COMMANDS",
    ]
    for name in app.list_commands(context):
        lines += _command(app, name, context)
    return "\n".join(lines) + TAIL


def _command(group: click.Group, name: str, parent: click.Context) -> Iterator[str]:
    """One command with its options; the commands of a group stand below it."""
    command = group.get_command(parent, name)
    if command is None:
        raise LookupError(name)
    context = click.Context(command, parent=parent, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    path = context.command_path.removeprefix("okrlint ")
    yield f".SS {_plain(path)} {_plain(usage.replace('[OPTIONS]', '[OPTION]...'))}"
    yield _text(command.help or "")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and record and "--help" not in parameter.opts:
            yield ".TP"
            yield f".B {_plain(record[0]).replace('|', BREAK)}"
            yield _text(record[1])
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            yield from _command(command, child, context)


def _text(text: str) -> str:
    """Help text: paragraphs parted by .PP, one line each."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
    return "\n.PP\n".join(_plain(paragraph) for paragraph in paragraphs if paragraph) or "\\&"


def _plain(text: str) -> str:
    """Text that troff prints as it is."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\b", "")
    escaped = escaped.replace('"', "\\(dq").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


if __name__ == "__main__":
    PAGE.write_text(render_page(), encoding="utf-8")
