"""`okrlint lsp`: serve an editor."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from okrlint.cli.console import complain
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import config_options
from okrlint.files import real_path


@click.command("lsp", short_help="Serve an editor.")
@click.option("--stdio", is_flag=True, hidden=True, help="What many clients pass; the only way.")
@click.option("--local-rules", is_flag=True, hidden=True, help="--allow-rule-files, of old.")
@config_options
def command(
    stdio: bool, local_rules: bool, config: Path | None, isolated: bool, allow_rule_files: bool
) -> int:
    """Serve an editor through the Language Server Protocol, over standard input and output.

    Editors start this themselves; docs/editors.md says how. Needs the extra `lsp`.
    """
    del stdio
    if not _has_pygls():
        complain("`okrlint lsp` needs pygls 2; install it with: pip install 'okrlint[lsp]'")
        return ExitCode.FAILED
    from okrlint.lsp.process import start_process

    started = start_process()  # it loads the language model while the protocol is imported
    from okrlint.lsp.features import serve
    from okrlint.lsp.lane import Lane
    from okrlint.lsp.question import Choices

    first = Lane(started)
    first.start()

    # The server works from the client's folder: hold on to what was named in this one.
    given = real_path(config) if config else None
    serve(Choices(given, isolated, allow_rule_files or local_rules), first)
    return ExitCode.CLEAN


def _has_pygls() -> bool:
    """Whether pygls is there, new enough to have this module; asked without importing it."""
    spec = find_spec("pygls")
    places = spec.submodule_search_locations if spec else None
    return any(Path(place, "lsp", "server.py").is_file() for place in places or ())
