"""What every command needs of the terminal."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from okrlint.errors import InputError
from okrlint.report.safe import make_visible


def use_color(choice: str) -> bool:
    """Whether to colour stdout: "always", "never", or "auto": on a terminal without NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def complain(message: str) -> None:
    """Say on stderr what could not be done."""
    click.echo(f"okrlint: error: {make_visible(message)}", err=True)


def remark(message: str) -> None:
    """Say something on stderr that is no error."""
    click.echo(f"okrlint: {make_visible(message)}", err=True)


def make_output_safe() -> None:
    """Let stdout and stderr write what their encoding lacks as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def echo_document(text: str) -> None:
    """Print text of a document on stdout: as it is into a pipe, harmless on a terminal."""
    if sys.stdout.isatty():
        text = "".join(f"{make_visible(line)}\n" for line in text.split("\n")[:-1])
    click.echo(text, nl=False)


def write_report(text: str, file: Path | None) -> None:
    """Write a whole report to stdout, or to a file in one step; raises InputError."""
    if file is None:
        click.echo(text, nl=False, color=True)
        return
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(file), f"cannot be written ({error.strerror})") from error


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
