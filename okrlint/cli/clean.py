"""`okrlint clean`: remove what was kept between runs."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.api import InputError
from okrlint.cli.console import count, remark
from okrlint.cli.options import cache_dir_option
from okrlint.sealed import remove_all


@click.command("clean", short_help="Remove what was kept between runs.")
@cache_dir_option
def command(cache_dir: Path) -> None:
    """Remove what was kept between runs: findings and readings of files. Nothing else is touched.

    The next run reads all files anew.
    """
    try:
        removed = remove_all(cache_dir)
    except OSError as error:
        raise InputError(str(cache_dir), f"cannot be removed ({error.strerror})") from error
    remark(f"{cache_dir}: {count(removed, 'file')} removed")
