"""What every command needs of the terminal."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Generator
from pathlib import Path

import click

from okrlint.api import InputError
from okrlint.files import write_whole
from okrlint.report.safe import for_log, make_visible


def use_color(choice: str) -> bool:
    """Whether to colour stdout: "always", "never", or "auto": on a terminal without NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(sys.stdout and sys.stdout.isatty())


def complain(message: str) -> None:
    """Say on stderr what could not be done."""
    say(f"okrlint: error: {make_visible(message)}")


def remark(message: str) -> None:
    """Say something on stderr that is no error."""
    say(f"okrlint: {make_visible(message)}")


def say(line: str) -> None:
    """Write a line to stderr; where nobody can hear it, the exit code still tells."""
    with contextlib.suppress(OSError):
        click.echo(line, err=True)


def make_output_safe() -> None:
    """Let stdout and stderr write what their encoding lacks as escapes, instead of failing.

    Raises InputError when there is no stdout.
    """
    if _is_closed(sys.stdout):
        raise InputError("standard output", "is closed; nothing could be reported")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def echo_document(text: str) -> None:
    """Print text of a document on stdout: as it is into a pipe, harmless where it is shown."""
    if sys.stdout.isatty() or os.environ.get("CI"):
        text = "".join(f"{for_log(line)}\n" for line in text.split("\n")[:-1])
    click.echo(text, nl=False)


def write_report(text: str, file: Path | None) -> None:
    """Write a whole report to stdout, or to a file in one step; raises InputError."""
    if file is None:
        click.echo(text, nl=False, color=True)
        return
    write_whole(file, text.encode("utf-8", "backslashreplace"))


def settle_output() -> None:
    """Point what can no longer be written to at nothing: the interpreter must not stumble on it."""
    for stream in (sys.stdout, sys.stderr):
        if _is_closed(stream):
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _is_closed(stream: object) -> bool:
    return stream is None  # Python's sign that the caller closed it


@contextlib.contextmanager
def kept_stdout() -> Generator[None]:
    """Send what others' code prints to stderr: stdout is for the report."""
    with contextlib.redirect_stdout(sys.stderr):
        yield


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
