"""`okrlint completion SHELL`: the script that completes commands, options, files and rules."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_OKRLINT_COMPLETE"
"""What a script sets when it asks okrlint for completions; click looks for this very name."""


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(SHELLS), metavar="|".join(SHELLS))
def command(shell: str) -> None:
    """Print the script that completes okrlint's commands, options, files and rule names.

    bash: eval "$(okrlint completion bash)" in ~/.bashrc. zsh: the same with zsh in ~/.zshrc.
    fish: okrlint completion fish > ~/.config/fish/completions/okrlint.fish.
    """
    from okrlint.cli.app import app

    completion = get_completion_class(shell)
    assert completion is not None, shell  # noqa: S101  (click knows the three)
    click.echo(completion(app, {}, "okrlint", VARIABLE).source())
