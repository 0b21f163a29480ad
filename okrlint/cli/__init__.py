"""The `okrlint` command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from okrlint.cli.exits import ISSUES, ExitCode


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code: 0 clean, 1 findings, 2 could not do the job."""
    sys.exit(run(argv))


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; only this function turns errors into words."""
    import click

    from okrlint.cli.app import app
    from okrlint.cli.console import complain, make_output_safe
    from okrlint.errors import OkrlintError

    make_output_safe()
    try:
        code = app.main(args=argv, prog_name="okrlint", standalone_mode=False)
        sys.stdout.flush()
    except OkrlintError as error:
        complain(str(error))
        return ExitCode.FAILED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.FAILED
    except click.ClickException as error:
        error.show()
        return ExitCode.FAILED
    except (KeyboardInterrupt, click.Abort):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _close_pipe()
        return ExitCode.FAILED
    except Exception:  # noqa: BLE001  (a fault of okrlint must not look like findings, exit 1)
        import traceback

        traceback.print_exc()
        complain(f"this is a fault of okrlint; please report it with the lines above: {ISSUES}")
        return ExitCode.FAILED
    return code if isinstance(code, int) else ExitCode.CLEAN


def _close_pipe() -> None:
    """Point stdout at nothing, so that the interpreter does not complain while it ends."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
