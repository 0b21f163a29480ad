"""Configuration files: what they say, what wins, and what errors tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import ConfigError, Severity
from okrlint.config import Loaded, active_rules, load_settings
from okrlint.config.load import profile_names
from okrlint.registry import load_rules
from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]


def load(folder: Path, text: str, name: str = "okrlint.toml") -> Loaded:
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(folder, load_rules())


def names(loaded: Loaded, path: str = "") -> set[str]:
    return {active.rule.name for active in active_rules(loaded.settings, load_rules(), path)}


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path, load_rules(), isolated=True)
    assert names(loaded) == {rule.name for rule in load_rules() if rule.default}


def test_the_nearest_file_wins_and_is_not_merged(tmp_path: Path) -> None:
    load(tmp_path, 'ignore = ["no-metric"]\n')
    inner = tmp_path / "team"
    inner.mkdir()
    found = names(load(inner, 'ignore = ["task-like"]\n'))
    assert "no-metric" in found
    assert "task-like" not in found


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    load(tmp_path, 'ignore = ["no-metric"]\n')
    inner = tmp_path / "team"
    inner.mkdir()
    loaded = load(inner, "[tool.other]\nx = 1\n", "pyproject.toml")
    assert "no-metric" not in names(loaded)


def test_pyproject(tmp_path: Path) -> None:
    loaded = load(tmp_path, '[tool.okrlint]\nselect = ["KR"]\nfail-level = "error"\n',
                  "pyproject.toml")  # fmt: skip
    assert loaded.settings.fail_level is Severity.ERROR
    assert all(name in names(loaded) for name in ("task-like", "no-metric"))
    assert "objective-count" not in names(loaded)


def test_extends_a_profile_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(
        'extends = "gitlab"\n[rules.key-result-count]\nleast = 2\n', encoding="utf-8"
    )
    loaded = load(tmp_path, 'extends = "base.toml"\nextend-ignore = ["compound"]\n')
    limits = loaded.settings.options["key-result-count"]
    assert (limits.least, limits.most) == (2, 3)
    assert "no-baseline" in names(loaded)
    assert "compound" not in names(loaded)
    assert "missing-mission" not in names(loaded)


@pytest.mark.parametrize("profile", profile_names())
def test_every_profile_loads(tmp_path: Path, profile: str) -> None:
    assert names(load(tmp_path, f'extends = "{profile}"\n'))


def test_per_file_ignores(tmp_path: Path) -> None:
    loaded = load(tmp_path, '[per-file-ignores]\n"archive/**" = ["KR"]\n')
    assert "no-metric" in names(loaded, str(tmp_path / "2025.md"))
    assert "no-metric" not in names(loaded, str(tmp_path / "archive" / "2019" / "q1.md"))


def test_severity_and_off(tmp_path: Path) -> None:
    loaded = load(tmp_path, '[severity]\nno-metric = "note"\ntask-like = "off"\n')
    active = {a.rule.name: a.severity for a in active_rules(loaded.settings, load_rules())}
    assert active["no-metric"] is Severity.NOTE
    assert "task-like" not in active


def test_cycle_labels_and_calendar(tmp_path: Path, okrlint: Run) -> None:
    load(
        tmp_path,
        'cycle = "Q2 2026"\nfiscal-year-start = 2\ntoday = "2026-04-01"\n'
        '[labels]\nobjective = ["Ziel"]\nkey-result = ["Ergebnis"]\n',
    )
    file = tmp_path / "ziele.md"
    file.write_text("# Pläne\n\n## Ziel 1: Gut backen\n\n- Ergebnis 1: 200 Kunden\n", "utf-8")
    out = okrlint("outline", file).out
    assert "└─ Ziel 1  Gut backen" in out
    assert "Ergebnis 1  200 Kunden" in out
    assert "(configuration)" in out


def test_excludes_and_gitignore(tmp_path: Path, okrlint: Run) -> None:
    load(tmp_path, 'exclude = ["drafts/"]\n')
    (tmp_path / ".gitignore").write_text("secret.md\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    for name in ("a.md", "secret.md", "drafts/b.md", "notes.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    shown = okrlint("--show-files", tmp_path).out.splitlines()
    assert [Path(line).name for line in shown] == ["a.md"]
    assert "b.md" in okrlint("--show-files", tmp_path / "drafts" / "b.md").out


def test_force_exclude_holds_for_named_files(tmp_path: Path, okrlint: Run) -> None:
    load(tmp_path, 'exclude = ["drafts/"]\nforce-exclude = true\n')
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "b.md").write_text(BAD, encoding="utf-8")
    assert okrlint(tmp_path / "drafts" / "b.md").code == 0


ERRORS = [
    ("selct = []", "1:1: unknown key 'selct'; did you mean 'select'?"),
    ('select = "KR"', "1:1: select: expected a list, got text"),
    ('select = ["no-metrc"]',
     "1:12: select: no rule is called 'no-metrc'; did you mean 'no-metric'?"),
    ('ignore = [\n  "KR003",\n  "XYZ99",\n]',
     "3:4: ignore: no rule is called 'XYZ99'; see `okrlint rule --all`"),
    ('extend-select = ["x"]',
     "1:19: extend-select: no rule is called 'x'; see `okrlint rule --all`"),
    ('[per-file-ignores]\n"a.md" = ["nometric"]',
     "2:12: per-file-ignores: no rule is called 'nometric'; did you mean 'no-metric'?"),
    ('[severity]\nno-metrics = "off"',
     "2:1: severity: no rule is called 'no-metrics'; did you mean 'no-metric'?"),
    ('[severity]\nno-metric = "loud"',
     "1:2: severity: 'loud' is none of error, warning, note, off"),
    ("[rules.objective-count]\nmin = 2",
     "2:1: objective-count has no option 'min'; known are least, most"),
    ('[rules.objective-count]\nleast = "two"',
     "2:1: objective-count: least: expected a whole number, got text"),
    ("[rules.objective-count]\nleast = -1",
     "2:1: objective-count: least: expected a whole number >= 0"),
    ("[rules.objectivecount]\nleast = 2",
     "1:2: rules: no rule is called 'objectivecount'; did you mean 'objective-count'?"),
    ('fail-level = "high"', "1:1: fail-level: 'high' is none of error, warning, note"),
    ("fiscal-year-start = 13", "1:1: fiscal-year-start: expected a whole number <= 12"),
    ('force-exclude = "yes"', "1:1: force-exclude: expected true or false, got text"),
    ('cycle = "soon"',
     '1:1: cycle: \'soon\' names no period; write it as "Q3 2026" or "2026-07-01 to 2026-09-30"'),
    ('today = "1 July"', "1:1: today: '1 July' is no date; write it as 2026-07-01"),
    ('extends = "corse"',
     "1:12: extends: 'corse' is neither a profile nor a file here; did you mean 'course'?"),
    ('extends = "okrlint.toml"', "1:1: 'okrlint.toml' builds on this file again"),
    ('[labels]\ngoal = ["Ziel"]',
     "2:1: labels: unknown key 'goal'; known are key-result, mission, objective"),
    ('[vocabulary]\nacept = ["x"]',
     "2:1: vocabulary: unknown key 'acept'; did you mean 'accept'?"),
    ('[vocabulary]\nunits = "pax"', "2:1: vocabulary: units: expected a list, got text"),
    ('[vocabulary]\nunits = [" "]',
     "2:11: vocabulary: units: ' ' is no word; nothing can be found by it"),
    ('[vocabulary]\nleave-alone = ["OPS", "(?=x)"]',
     "2:24: vocabulary: leave-alone: '(?=' at character 1 looks around, "
     "which can take forever; do without"),
    ('[vocabulary.columns]\nownr = ["Boss"]',
     "2:1: vocabulary: columns: no field is called 'ownr'; did you mean 'owner'?"),
    ("\nselect = [", ":2:1: not valid TOML: Invalid value"),
    ('select = ["KR"\nignore = []\n', ":2:1: not valid TOML: Unclosed array"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), ERRORS, ids=[text for text, _ in ERRORS])
def test_errors_point_at_line_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    expected = message if message.startswith(":") else f":{message}"
    assert str(caught.value) == f"{tmp_path / 'okrlint.toml'}{expected}"


def test_an_error_ends_the_command_with_2(tmp_path: Path, okrlint: Run) -> None:
    (tmp_path / "okrlint.toml").write_text("selct = []\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    outcome = okrlint(tmp_path / "a.md")
    assert outcome.code == 2
    assert outcome.out == ""
    assert "unknown key 'selct'; did you mean 'select'?" in outcome.err
    assert okrlint("--isolated", tmp_path / "a.md").code == 0


def test_a_config_file_can_be_named(tmp_path: Path, okrlint: Run) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text('ignore = ["KR", "OB", "DOC"]\n', encoding="utf-8")
    assert okrlint("--config", other, tmp_path / "a.md").code == 0
    assert okrlint("--config", tmp_path / "none.toml", tmp_path / "a.md").code == 2


def test_a_table_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="tool.okrlint must be a table"):
        load(tmp_path, "[tool]\nokrlint = 1\n", "pyproject.toml")


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "okrlint.toml").write_bytes('cycle = "Frühling"'.encode("latin-1"))
    with pytest.raises(ConfigError, match=r"okrlint.toml: not UTF-8 text"):
        load_settings(tmp_path, load_rules())


def test_a_named_file_without_our_table(tmp_path: Path) -> None:
    other = tmp_path / "pyproject.toml"
    other.write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"has no \[tool.okrlint\] table"):
        load_settings(tmp_path, load_rules(), config=other)


def test_a_base_without_our_table(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"1:12: base/pyproject.toml has no \[tool.okrlint\]"):
        load(tmp_path, 'extends = "base/pyproject.toml"\n')


def test_a_pipeline_that_is_not_installed(tmp_path: Path, okrlint: Run) -> None:
    (tmp_path / "okrlint.toml").write_text('pipeline = "en_nothing"\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    outcome = okrlint("--no-cache", tmp_path / "a.md")
    assert outcome.code == 2
    assert "language pipeline 'en_nothing': is not installed" in outcome.err
