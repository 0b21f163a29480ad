"""docs/configuration.md: every key is there, with its true default and an example that loads."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from pathlib import Path

import msgspec
import pytest

from okrlint.config import Settings, load_settings
from okrlint.config.load import profile_names
from okrlint.config.raw import RawConfig, RawLabels, RawVocabulary
from okrlint.model import FIELD_NAMES
from okrlint.registry import load_rules

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
KEYS = [field.encode_name for field in msgspec.structs.fields(RawConfig)]
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def true_defaults() -> dict[str, object]:
    """What holds without a configuration, by the key that would say it; None for nothing."""
    settings = Settings()
    plain: dict[str, object] = {
        key: getattr(settings, key.replace("-", "_"))
        for key in KEYS
        if hasattr(settings, key.replace("-", "_"))
    }
    plain |= dict.fromkeys(("extend-ignore", "extend-exclude", "rule", "rule-files"), ())
    return plain | {
        "extends": None,
        "severity": settings.severities,
        "rules": settings.options,
        "per-file-ignores": settings.per_file_ignores,
        "fail-level": settings.fail_level.label,
        "fiscal-year-start": settings.calendar.fiscal_year_start,
        "day-first": settings.calendar.day_first,
        "today": settings.calendar.today,
        "labels": {k: v for k, v in dataclasses.asdict(settings.labels).items() if v},
        "vocabulary": {k: v for k, v in dataclasses.asdict(settings.vocabulary).items() if v},
    }


def test_every_key_is_documented_and_no_other() -> None:
    assert sorted(SECTIONS) == sorted(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_default_is_true(key: str) -> None:
    match = re.search(r"^Default: (?:`(.*)`|none)$", SECTIONS[key], re.MULTILINE)
    assert match
    said = tomllib.loads(f"value = {match[1]}")["value"] if match[1] else None
    value = true_defaults()[key]
    if isinstance(value, tuple):
        value = list(value)
    assert said == (
        value if value is None or isinstance(value, (str, int, float, list)) else dict(value)
    )  # type: ignore[call-overload]


@pytest.mark.parametrize("key", KEYS)
def test_an_example_shows_the_key(key: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", SECTIONS[key], re.DOTALL)
    assert key in tomllib.loads(example)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_loads(example: str, tmp_path: Path) -> None:
    """Examples that name another file find it, one folder up."""
    (tmp_path / "okrlint-base.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "team"
    folder.mkdir()
    name = "pyproject.toml" if "[tool.okrlint]" in example else "okrlint.toml"
    (folder / name).write_text(example, encoding="utf-8")
    loaded = load_settings(folder, load_rules())
    assert loaded.file == folder / name


def test_labels_are_all_shown() -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(RawLabels)}
    (example,) = re.findall(r"```toml\n(.*?)```", SECTIONS["labels"], re.DOTALL)
    assert set(tomllib.loads(example)["labels"]) == fields


def test_the_vocabulary_is_all_told() -> None:
    keys = [field.encode_name for field in msgspec.structs.fields(RawVocabulary)]
    section = SECTIONS["vocabulary"]
    assert re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE) == keys
    (example,) = re.findall(r"```toml\n(.*?)```", section, re.DOTALL)
    assert list(tomllib.loads(example)["vocabulary"]) == keys
    row = next(line for line in section.splitlines() if line.startswith("| `columns`"))
    assert set(re.findall(r"`(\w+)`", row.partition("|")[2])) - {"columns"} | {"q2", "q3"} == (
        FIELD_NAMES
    )


def test_the_options_of_rules() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \| `([\w-]+)` \| `(.*)` \|$", SECTIONS["rules"], re.MULTILINE
    )
    options = [
        (rule.name, field.name.replace("_", "-"), json.dumps(getattr(rule.options, field.name)))
        for rule in load_rules()
        for field in dataclasses.fields(rule.options)
    ]
    assert rows == options


def test_the_profiles() -> None:
    section = PAGE.partition("## Profiles")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == list(profile_names())
