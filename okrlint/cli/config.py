"""`okrlint config [PATH]`: the settings that hold for a file, and where each came from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import cast

import click

from okrlint.api import Cycle, Loaded, RuleSet, Settings, Severity, load_settings
from okrlint.cli.configured import configured_rules
from okrlint.cli.options import config_options
from okrlint.config import find_user_file
from okrlint.config.schema import config_schema
from okrlint.config.why import find_standings
from okrlint.report.safe import make_visible

_SHOWN_ELSEWHERE = {"severities", "options", "root", "declared"}
_KEYS = {"calendar": ("fiscal-year-start", "day-first", "today")}


@click.command("config", short_help="Show the settings that hold for a file.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--output-format", "-f", type=click.Choice(["text", "json"]), default="text")
@click.option("--schema", is_flag=True, help="Print the JSON schema of the configuration.")
@config_options
def command(
    path: Path | None,
    output_format: str,
    schema: bool,
    config: Path | None,
    isolated: bool,
    allow_rule_files: bool,
) -> None:
    """Show the settings that hold for PATH, what said so, and why each rule is on or off."""
    rules = configured_rules(config, isolated, allow_rule_files)
    if schema:
        from okrlint.report.as_json import to_json

        click.echo(to_json(config_schema(rules)), nl=False)
        return
    where = path or Path()
    near = where if where.is_dir() else where.parent
    user = find_user_file()
    loaded = load_settings(near, rules, config=config, isolated=isolated, user=user)
    file = str(where) if path and not where.is_dir() else ""
    if output_format == "json":
        _print_json(loaded, rules, file)
    else:
        click.echo("\n".join(_lines(loaded, rules, file)))


def _print_json(loaded: Loaded, rules: RuleSet, file: str) -> None:
    from okrlint.report.as_json import to_json

    data = {
        "file": str(loaded.file) if loaded.file else None,
        "settings": {name: _plain(value) for name, value, _ in _settings(loaded)},
        "origins": dict(sorted(loaded.origins.items())),
        "rules": [
            {
                "name": one.rule.name,
                "on": one.severity is not None,
                "severity": one.severity.label if one.severity else None,
                "reason": one.reason,
            }
            for one in find_standings(loaded.settings, rules, file)
        ],
    }
    click.echo(to_json(data), nl=False)


def _lines(loaded: Loaded, rules: RuleSet, file: str) -> Iterator[str]:
    yield f"configuration: {loaded.file or 'none; the defaults hold'}"
    yield ""
    for name, value, origin in _settings(loaded):
        yield f"{name:18} {make_visible(_toml(_plain(value))):45} {make_visible(origin)}"
    yield ""
    for one in find_standings(loaded.settings, rules, file):
        level = one.severity.label if one.severity else "off"
        yield f"{level:8} {one.rule.code:8} {one.rule.name:30} {one.reason}"
        options = loaded.settings.options.get(one.rule.name)
        if options is not None and one.severity:
            pairs = cast("dict[str, object]", _plain(options))
            for key, value in pairs.items():
                yield make_visible(f"{'':17} {key} = {_toml(value)}")


def _settings(loaded: Loaded) -> Iterator[tuple[str, object, str]]:
    """Each setting as people write it, its value, and what said so."""
    for field in fields(Settings):
        if field.name in _SHOWN_ELSEWHERE:
            continue
        value = getattr(loaded.settings, field.name)
        name = field.name.replace("_", "-")
        for key in _KEYS.get(name, (name,)):
            part = getattr(value, key.replace("-", "_")) if name in _KEYS else value
            origin = loaded.origins.get(key) or loaded.origins.get(f"extend-{key}", "default")
            yield key, part, origin


def _plain(value: object) -> object:
    """A setting as a configuration file would hold it: text, numbers, lists and tables."""
    if isinstance(value, Severity):
        return value.label
    if isinstance(value, Cycle):
        return value.words
    if isinstance(value, (Path, dt.date)):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if is_dataclass(value):
        parts = ((f.name.replace("_", "-"), getattr(value, f.name)) for f in fields(value))
        return {name: _plain(one) for name, one in parts if one != ()}
    return value


def _toml(value: object) -> str:
    """A plain value as TOML writes it; "-" for what is not set."""
    if value is None:
        return "-"
    if isinstance(value, dict):
        parts = (f"{_toml_key(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _toml_key(key: str) -> str:
    return key if key.replace("-", "").isalnum() and key.isascii() else json.dumps(key)
