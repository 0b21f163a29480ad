"""`okrlint new-rule NAME`: a rule of one's own that works, to be changed."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import click

from okrlint.api import InputError, load_rules
from okrlint.cli.console import remark
from okrlint.config import own_file
from okrlint.declared import KINDS, codes_of
from okrlint.files import write_whole
from okrlint.rule import NAME


@click.command("new-rule", short_help="Write a rule of your own, with its examples.")
@click.argument("name", metavar="NAME")
@click.argument(
    "folder", default=".", type=click.Path(file_okay=False, exists=True, path_type=Path)
)
@click.option(
    "--kind", type=click.Choice(KINDS), default="phrase", show_default=True,
    help="What a rule without code looks for.",
)  # fmt: skip
@click.option("--python", is_flag=True, help="Write a rule in Python instead.")
def command(name: str, folder: Path, kind: str, python: bool) -> None:
    """Write a rule called NAME into FOLDER, with examples that `okrlint test` runs.

    It works as it stands: change the words. A folder without a configuration gets one that names
    the rule. No file is ever overwritten.
    """
    if not NAME.fullmatch(name):
        raise click.UsageError(f'{name!r} is no name for a rule; write it as "no-slang"')
    rules = load_rules()
    for rule in rules:
        if name == rule.name:
            raise click.UsageError(f"{name!r} is the name of a rule that there is ({rule.code})")
    taken = {rule.code for rule in rules}
    code = next(code for code in codes_of(name) if code not in taken)
    file = folder / (f"{name.replace('-', '_')}.py" if python else f"{name}.toml")
    key = "rule-files" if python else "extends"
    if os.path.lexists(file):
        raise InputError(str(file), "is there already, nothing was written")
    template = "python.txt" if python else f"{kind}.toml"
    write_whole(file, _text(name, code, template).encode())
    remark(f"wrote {file}")
    _name_in_configuration(folder, key, file.name)
    allow = " --allow-rule-files" if python else ""
    remark(f"try it: okrlint test{allow} {name}")


def _text(name: str, code: str, template: str) -> str:
    file = resources.files("okrlint.cli") / "templates" / f"rule-{template}"
    title = "".join(part.capitalize() for part in name.split("-"))
    text = file.read_text(encoding="utf-8")
    return text.replace("NAME", name).replace("CLASS", title).replace("CODE", code)


def _name_in_configuration(folder: Path, key: str, file: str) -> None:
    """Write a configuration that names the file; where there is one, say what it must name."""
    there = own_file(folder)
    if there:
        remark(f'add it to the list `{key}` of {there}: {key} = [..., "{file}"]')
        return
    config = folder / "okrlint.toml"
    write_whole(config, f'{key} = ["{file}"]\n'.encode())
    remark(f"wrote {config}, which names it")
