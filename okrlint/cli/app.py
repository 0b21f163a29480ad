"""The commands there are; each is imported only when it is called."""

from __future__ import annotations

import os
from importlib import import_module
from typing import cast

import click
from click.shell_completion import CompletionItem

from okrlint.api import InputError
from okrlint.version import __version__

COMMANDS = {
    "check": "Lint files and folders (what `okrlint PATH...` does).",
    "report": "Write a page to look at: the OKRs, the findings, what is met.",
    "watch": "Lint again whenever a file is saved.",
    "outline": "Show what was read from a file, as a tree or as JSON.",
    "read": "Show what okrlint reads in one statement, and why.",
    "review": "Write a checklist for the meeting about a file.",
    "rule": "Explain a rule, or list all.",
    "test": "Run the examples of rules, your own too.",
    "new-rule": "Write a rule of your own, with its examples.",
    "config": "Show the settings that hold for a file, and why.",
    "new": "Write an OKR document to fill in.",
    "init": "Write settings that suit the folder's OKRs.",
    "baseline": "Accept the findings that stand in old files.",
    "clean": "Remove what was kept between runs.",
    "lsp": "Serve an editor, through the Language Server Protocol.",
    "completion": "Print the completion script of a shell.",
}
"""Each command and its line in the help; `okrlint.cli.<name>` holds it as `command`."""

FIRST = {
    "okrlint okrs/": "Lint a file or a folder.",
    "okrlint rule no-metric": "Why a finding is one, and what would be better.",
    "okrlint new --quarter Q3-2027": "An OKR document to fill in.",
}
"""What people need first: the command as typed, and what it does."""

_OWN_OPTIONS = ("-h", "--help", "--version")


class App(click.Group):
    """A group whose default command is `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now; None for another word."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        return cast("click.Command", import_module(f"okrlint.cli.{module}").command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before arguments that begin with no command.

        Raises InputError for an option that is also the name of a file: hooks and shells put names
        behind a command, and a repository can hold any.
        """
        for word in args[: args.index("--")] if "--" in args else args:
            if word.startswith("-") and word != "-" and os.path.lexists(word):
                reason = "names a file and an option; write ./ before it, or -- before all files"
                raise InputError(word, reason)
        if args and args[0] not in COMMANDS and args[0] not in _OWN_OPTIONS:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, else what `check` completes: its options, and files."""
        found = super().shell_complete(ctx, incomplete)
        check = self.get_command(ctx, "check")
        if incomplete.startswith("-") and check:
            return found + check.shell_complete(click.Context(check, parent=ctx), incomplete)
        return found or [CompletionItem(incomplete, type="file")]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help, with the commands first that people need first."""
        super().format_help_text(ctx, formatter)
        with formatter.section("Begin here"):
            formatter.write_dl(list(FIRST.items()))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=App,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    epilog="`okrlint PATH...` lints. `okrlint COMMAND -h` tells more. Exit code: 0 clean, "
    "1 findings, 2 could not do the job.",
)
@click.version_option(__version__, message="okrlint %(version)s")
@click.pass_context
def app(ctx: click.Context) -> int:
    """Lint OKRs in Markdown: tasks in disguise, missing metrics, missing deadlines."""
    if ctx.invoked_subcommand is not None:
        return 0
    from okrlint.cli.start import start

    return start(ctx)
