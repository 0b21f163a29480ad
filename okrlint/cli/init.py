"""`okrlint init`: a commented configuration, and on request a hook and a first OKR file."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from okrlint import __version__
from okrlint.cli.console import remark
from okrlint.config.load import profile_names
from okrlint.errors import InputError


@click.command("init", short_help="Write a commented configuration.")
@click.argument(
    "folder", default=".", type=click.Path(file_okay=False, exists=True, path_type=Path)
)
@click.option("--profile", type=click.Choice(list(profile_names())))
@click.option("--pre-commit", is_flag=True, help="Also write .pre-commit-config.yaml.")
@click.option("--okrs", is_flag=True, help="Also write a first okrs.md to fill in.")
def command(folder: Path, profile: str | None, pre_commit: bool, okrs: bool) -> None:
    """Write a commented okrlint.toml into FOLDER; no file is ever overwritten."""
    extends = f'extends = "{profile}"' if profile else '# extends = "course"'
    texts = {"okrlint.toml": _template("okrlint.toml").replace("EXTENDS", extends)}
    if pre_commit:
        text = _template("pre-commit-config.yaml").replace("VERSION", __version__)
        texts[".pre-commit-config.yaml"] = text
    if okrs:
        texts["okrs.md"] = _template("okrs.md")
    for name, text in texts.items():
        if (folder / name).exists():
            hint = ""
            if name == ".pre-commit-config.yaml":
                hint = f"; add this to it:\n{text}"
            raise InputError(str(folder / name), f"is there already, nothing was written{hint}")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        remark(f"wrote {folder / name}")


def _template(name: str) -> str:
    return (resources.files("okrlint.cli") / "templates" / name).read_text(encoding="utf-8")
