"""`okrlint config`, `okrlint init`, `okrlint test`, and rules of one's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema

from okrlint.config.schema import config_schema
from okrlint.registry import load_rules
from okrlint.report.as_json import to_json
from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]
SCHEMA = Path(__file__).parents[2] / "docs" / "okrlint.schema.json"

HOUSE_RULE = '''
from okrlint import Bad, Good, KeyResultRule, Problem, Severity


class NoBread(KeyResultRule):
    """Bread goes without saying."""

    name = "no-bread"
    code = "HSE001"
    summary = "key result speaks of bread"
    severity = Severity.ERROR
    criterion = "the house style"
    needs_language = False
    examples = (Bad("- Sell 40 loaves of bread", where="bread"), Good("- Sell 40 cakes"))

    def check(self, key_result, context):
        at = key_result.prose.text.find("bread")
        if at >= 0:
            yield Problem("bread again", key_result.prose.source_span(at, at + 5))
'''


class TestConfig:
    def test_tells_where_a_setting_came_from_and_why_a_rule_is_off(
        self, okrlint: Run, folder: Path
    ) -> None:
        Path("okrlint.toml").write_text(
            'extends = "gitlab"\nignore = ["KR001"]\n', encoding="utf-8"
        )
        lines = okrlint("config", "good.md").out.splitlines()
        assert lines[0].endswith("okrlint.toml")
        assert "off      KR001    task-like                      ignored (KR001)" in lines
        assert "off      DOC001   missing-mission                off by default" in lines
        assert "warning  KR005    no-baseline                    selected (no-baseline)" in lines
        assert "off      KR017    too-long                       off by default" in lines

    def test_json(self, okrlint: Run, folder: Path) -> None:
        data = json.loads(okrlint("config", "-f", "json").out)
        assert data["file"] is None
        assert data["settings"]["fail-level"] == "warning"
        assert {rule["name"] for rule in data["rules"]} == {rule.name for rule in load_rules()}

    def test_the_schema_in_the_docs_is_the_generated_one(self) -> None:
        written = SCHEMA.read_text(encoding="utf-8")
        made = to_json(config_schema(load_rules()))
        # msgspec 0.20 and earlier order the alternatives of a value in another way
        assert sorted(written.split("\n")) == sorted(made.split("\n")), (
            "run scripts/write_schema.py"
        )
        jsonschema.Draft202012Validator.check_schema(json.loads(written))

    def test_the_schema_takes_what_okrlint_takes(self, okrlint: Run) -> None:
        schema = json.loads(okrlint("config", "--schema").out)
        good = {"select": ["KR"], "rules": {"objective-count": {"least": 2}}, "day-first": True}
        jsonschema.validate(good, schema)
        for bad in ({"selct": []}, {"rules": {"objective-count": {"min": 2}}}):
            assert list(jsonschema.Draft202012Validator(schema).iter_errors(bad))


ALLOW = "--allow-rule-files"


class TestOwnRules:
    def test_a_file_of_rules(self, okrlint: Run, folder: Path) -> None:
        Path("house.py").write_text(HOUSE_RULE, encoding="utf-8")
        Path("okrlint.toml").write_text('rule-files = ["house.py"]\n', encoding="utf-8")
        Path("mine.md").write_text(GOOD.replace("Unsold loaves", "Unsold bread"), encoding="utf-8")
        assert "HSE001 no-bread: bread again" in okrlint("-f", "concise", ALLOW, "mine.md").out
        assert okrlint("rule", ALLOW, "no-bread").out.startswith("no-bread (HSE001)")
        tested = okrlint("test", ALLOW, "no-bread")
        assert (tested.code, tested.err) == (0, "okrlint: 2 examples of 1 rule, 0 failed\n")

    def test_a_file_that_does_not_run(self, okrlint: Run, folder: Path) -> None:
        Path("broken.py").write_text("import nothing_of_this_name\n", encoding="utf-8")
        Path("okrlint.toml").write_text('rule-files = ["broken.py"]\n', encoding="utf-8")
        outcome = okrlint(ALLOW, "good.md")
        assert outcome.code == 2
        assert "does not run (ModuleNotFoundError" in outcome.err

    def test_a_file_without_rules(self, okrlint: Run, folder: Path) -> None:
        Path("empty.py").write_text("x = 1\n", encoding="utf-8")
        Path("okrlint.toml").write_text('rule-files = ["empty.py"]\n', encoding="utf-8")
        assert "empty.py: holds no rule class" in okrlint(ALLOW, "good.md").err


class TestCache:
    def test_an_unchanged_file_needs_no_spacy(self, folder: Path) -> None:
        code = (
            "import sys; from okrlint.cli import run; code = run(sys.argv[1:]); "
            "print('spacy' in sys.modules, file=sys.stderr); sys.exit(code)"
        )

        def lint() -> subprocess.CompletedProcess[str]:
            command = [sys.executable, "-c", code, "-q", "-f", "concise", "bad.md"]
            return subprocess.run(command, capture_output=True, text=True, check=False)

        first, second = lint(), lint()
        assert first.stderr.splitlines()[-1] == "True"
        assert second.stderr.splitlines()[-1] == "False"
        assert second.stdout == first.stdout != ""

    def test_a_damaged_cache_is_no_cache(self, okrlint: Run, folder: Path) -> None:
        before = okrlint("bad.md")
        for file in Path(".okrlint_cache").rglob("*"):
            if file.is_file():
                file.write_bytes(b"\xff\x00")
        assert okrlint("bad.md") == before

    def test_no_cache(self, okrlint: Run, folder: Path) -> None:
        okrlint("--no-cache", "bad.md")
        assert not Path(".okrlint_cache").exists()


def test_hash_seeds_and_order_of_paths_do_not_matter(folder: Path) -> None:
    Path("worse.md").write_text(BAD, encoding="utf-8")

    def lint(seed: str, *paths: str) -> list[str]:
        command = [sys.executable, "-m", "okrlint", "-f", "json-lines", "--no-cache", *paths]
        env = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        return done.stdout.splitlines()

    assert lint("1", "bad.md", "worse.md") == lint("2", "bad.md", "worse.md")
    assert lint("3", "worse.md", "bad.md") == lint("1", "bad.md", "worse.md")
