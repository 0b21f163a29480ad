"""`okrlint init`: a commented configuration that suits the folder, and on request a hook."""

from __future__ import annotations

import os
import re
from importlib import resources
from pathlib import Path

import click

from okrlint.api import InputError, Settings
from okrlint.cli.console import complain, kept_stdout, remark
from okrlint.cli.exits import ExitCode
from okrlint.cli.suited import (
    choose_profile,
    describe,
    hook_files,
    suited_keys,
    usual_cycle,
)
from okrlint.cli.survey import Survey, survey
from okrlint.config.load import profile_names
from okrlint.files import write_whole
from okrlint.report.safe import make_visible
from okrlint.version import __version__

_SHOWN = 8
"""Files that are named."""

SETTINGS = "okrlint.toml"
HOOKS = ".pre-commit-config.yaml"


@click.command("init", short_help="Write settings that suit the folder's OKRs.")
@click.argument(
    "folder", default=".", type=click.Path(file_okay=False, exists=True, path_type=Path)
)
@click.option(
    "--profile",
    type=click.Choice(list(profile_names())),
    help="Begin with this profile; left out, okrlint lints the folder and chooses.",
)
@click.option("--pre-commit", is_flag=True, help=f"Also write {HOOKS}.")
def command(folder: Path, profile: str | None, pre_commit: bool) -> int:
    """Look for OKRs in FOLDER and write a commented okrlint.toml that suits them.

    No file is ever overwritten. Where there is a .pre-commit-config.yaml already, --pre-commit
    prints what to add to it.
    """
    settled = os.path.lexists(folder / SETTINGS)
    if settled and not pre_commit:
        raise InputError(str(folder / SETTINGS), "is there already, nothing was written")
    found = survey(folder, lambda _: Settings())
    remark(describe(found))
    if settled:
        remark(f"{folder / SETTINGS} is there already and stays as it is")
    else:
        _write_settings(folder / SETTINGS, found, profile)
    if pre_commit and not _write_hook(folder / HOOKS, found):
        return ExitCode.FAILED
    if found.others:
        names = ", ".join(make_visible(path) for path in found.others[:_SHOWN])
        remark(f"read when they are named, or when `include` names their kind: {names}")
    remark("next: `okrlint .`" if found.okrs else "next: `okrlint new --quarter Q3-2027`")
    return ExitCode.CLEAN


def _write_settings(path: Path, found: Survey, profile: str | None) -> None:
    why = ""
    if profile is None:
        with kept_stdout():
            profile, why = choose_profile(found.okrs)
    _write(path, _settings(found, profile, why))
    if profile:
        remark(f"the profile is {profile}{f': {why}' if why else ''}")


def _settings(found: Survey, profile: str | None, why: str) -> str:
    reason = f"\n# {why[:1].upper()}{why[1:]}." if why else ""
    parts = {
        "FOUND": f"# {describe(found)}.{reason}",
        "EXTENDS": f'extends = "{profile}"' if profile else '# extends = "course"',
        "SUITED": "".join(suited_keys(found)),
        "CYCLE": usual_cycle(found) or "Q3 2027",
    }
    return _filled("settings.txt", parts)


def _write_hook(path: Path, found: Survey) -> bool:
    """Whether the hook was written; else it is printed, to be added by hand."""
    parts = {"VERSION": __version__, "FILES": hook_files(found)}
    text = _filled("pre-commit-config.yaml", parts)
    if os.path.lexists(path):
        complain(f"{path}: is there already and stays as it is; add these lines to its `repos`")
        click.echo(text.removeprefix("repos:\n"), nl=False)
        return False
    _write(path, text)
    return True


def _write(path: Path, text: str) -> None:
    write_whole(path, text.encode("utf-8", "backslashreplace"))
    remark(f"wrote {path}")


def _filled(name: str, parts: dict[str, str]) -> str:
    """A template with its words in capitals replaced, each by text that is not looked at again."""
    template = resources.files("okrlint.cli") / "templates" / name
    text = template.read_text(encoding="utf-8")
    return re.sub("|".join(parts), lambda match: parts[match[0]], text)
