"""`okrlint` alone: what the folder holds, and what to do about it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shlex import quote

import click

from okrlint.api import Document, load_rules, load_settings
from okrlint.cli.console import count, say
from okrlint.cli.exits import ExitCode
from okrlint.cli.suited import describe
from okrlint.cli.survey import Survey, survey
from okrlint.report.safe import make_visible, start_line
from okrlint.version import __version__

_MOST = 12
"""Files that are listed."""


def start(ctx: click.Context) -> int:
    """Say which files hold OKRs; on a terminal offer to lint them, elsewhere say how."""
    rules = load_rules()
    found = survey(Path(), lambda path: load_settings(path.parent, rules).settings)
    asks = _is_terminal()
    say(f"okrlint {__version__}: {describe(found).partition(':')[0]}")
    for document in found.okrs[:_MOST]:
        say(f"  {start_line(document.path)}  {_contents(document)}")
    if len(found.okrs) > _MOST:
        say(f"  and {len(found.okrs) - _MOST} more")
    for path in found.others[:_MOST]:
        say(f"  {start_line(path)}  no Markdown: read when it is named")
    if not (found.okrs or found.others):
        return _without(ctx, asks=asks)
    return _with(ctx, found, asks=asks)


def _with(ctx: click.Context, found: Survey, *, asks: bool) -> int:
    named = ["."] * bool(found.okrs) + [quote(make_visible(path)) for path in found.others[:_MOST]]
    how = f"okrlint {' '.join(named)}"
    if not asks:
        say(f"Nothing was checked. Lint them: {how}")
        return ExitCode.FAILED
    if not click.confirm("Lint them now?", default=True, err=True):
        say(f"Later, then: {how}")
        return ExitCode.CLEAN
    paths = (*(document.path for document in found.okrs), *found.others)
    code = _run(ctx, ["check", "--", *paths])
    say("More: okrlint rule NAME explains a finding, okrlint init writes settings.")
    return code


def _without(ctx: click.Context, *, asks: bool) -> int:
    if asks:
        words = click.prompt(
            "Write some? For which quarter, as in Q3-2027 (Enter: no)",
            default="", show_default=False, err=True,
        )  # fmt: skip
        if words.strip():
            return _run(ctx, ["new", "--quarter", words])
        say("okrlint --help tells what there is.")
        return ExitCode.CLEAN
    say("Nothing was checked. Name files or folders (okrlint PATH...), or begin with:")
    say("  okrlint new --quarter Q3-2027")
    say("okrlint --help tells more.")
    return ExitCode.FAILED


def _run(ctx: click.Context, args: list[str]) -> int:
    """Run a command as if it had been typed."""
    command = ctx.command
    code = command.main(args, prog_name=ctx.info_name, standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.CLEAN


def _is_terminal() -> bool:
    streams = (sys.stdin, sys.stderr)
    return not os.environ.get("CI") and all(s is not None and s.isatty() for s in streams)


def _contents(document: Document) -> str:
    if not document.has_okrs:
        return "looks like OKRs; nothing could be read"
    results = sum(1 for _ in document.key_results())
    parts = [count(len(document.objectives), "objective"), count(results, "key result")]
    cycle = [make_visible(document.cycle.words)] if document.cycle else []
    return ", ".join(parts + cycle)
