"""The `okrlint` command."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence

from okrlint.cli.exits import ISSUES, ExitCode


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code: 0 clean, 1 findings, 2 could not do the job.

    130 when Ctrl-C ended it, be that while modules are still imported. Once the report is out,
    Ctrl-C comes too late and changes nothing.
    """
    import signal

    code: int = ExitCode.INTERRUPTED
    with contextlib.suppress(KeyboardInterrupt):
        from okrlint.interrupt import interrupts_named

        with interrupts_named():
            code = run(argv)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if "spacy" in sys.modules:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> None:
    """End the process without taking apart what was loaded, a fifth of a cold run.

    What others registered for the end is run, and what was written is flushed.
    """
    import atexit
    import os

    atexit._run_exitfuncs()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    from okrlint.cli.console import settle_output

    settle_output()
    os._exit(code)


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; only this function turns errors into words."""
    from okrlint.gentle import collect_less, hold_threads

    hold_threads()
    collect_less()
    import click

    from okrlint.cli.app import app
    from okrlint.cli.console import complain, make_output_safe, settle_output
    from okrlint.errors import OkrlintError
    from okrlint.interrupt import interrupts_named
    from okrlint.report.safe import make_visible

    code: object = ExitCode.FAILED
    stdout = sys.stdout
    try:
        make_output_safe()
        with interrupts_named():
            code = app.main(args=argv, prog_name="okrlint", standalone_mode=False)
        sys.stdout.flush()
    except OkrlintError as error:
        complain(str(error))
        code = ExitCode.FAILED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.ClickException as error:
        quoted = make_visible(error.format_message())  # it may hold the name of a file
        click.UsageError(quoted, getattr(error, "ctx", None)).show()
    except (KeyboardInterrupt, click.Abort):
        code = ExitCode.INTERRUPTED
    except SystemExit as error:  # click's way out, for completions and when a reader left
        code = error.code or ExitCode.CLEAN
        if sys.stdout is not stdout:  # click put another in its place: nobody reads it any more
            code = ExitCode.FAILED
    except OSError as error:
        nowhere = isinstance(error, FileNotFoundError)  # asked for the folder that it runs in
        where = error.filename or ("the current folder" if nowhere else "standard output")
        complain(f"{where}: cannot be read or written ({error.strerror})")
        code = ExitCode.FAILED
    except BaseException:  # noqa: BLE001  (a fault of okrlint must not look like findings, exit 1)
        import traceback

        traceback.print_exc()
        complain(f"this is a fault of okrlint; please report it with the lines above: {ISSUES}")
    settle_output()
    return code if isinstance(code, int) else ExitCode.CLEAN
