"""`okrlint config [PATH]`: the settings that hold for a file, and where each came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path

import click

from okrlint.cli.configured import config_options, configured_rules
from okrlint.config import Loaded, Settings, find_user_file, load_settings
from okrlint.config.schema import config_schema
from okrlint.config.why import find_standings
from okrlint.finding import Severity
from okrlint.model import Labels
from okrlint.registry import RuleSet
from okrlint.report.safe import make_visible
from okrlint.vocabulary import Vocabulary

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
        yield f"{name:18} {make_visible(str(_plain(value))):45} {make_visible(origin)}"
    yield ""
    for one in find_standings(loaded.settings, rules, file):
        level = one.severity.label if one.severity else "off"
        yield f"{level:8} {one.rule.code:8} {one.rule.name:30} {one.reason}"
        options = loaded.settings.options.get(one.rule.name)
        if options is not None and one.severity:
            yield f"{'':17} {options}"


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
    if isinstance(value, Severity):
        return value.label
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, (Labels, Vocabulary)):
        return {key: list(words) for key, words in asdict(value).items() if words}
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
