"""The pages about editors, pipelines and suppressions: what they show works, or at least reads."""

from __future__ import annotations

import contextlib
import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from okrlint.cli.app import app
from okrlint.config import Settings
from okrlint.engine import lint_text
from okrlint.registry import load_rules
from okrlint.report import render_findings
from tests.support import BAD

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[2]
PAGES = ("better-okrs", "ci", "configuration", "editors", "faq", "get-started", "pre-commit",
         "report", "suppressions")  # fmt: skip
TEXTS = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in PAGES}


def blocks(kind: str, *pages: str) -> list[str]:
    """The fenced blocks of a language."""
    found: list[str] = []
    for page in pages or PAGES:
        found += re.findall(rf"^```{kind}\n(.*?)^```$", TEXTS[page], re.MULTILINE | re.DOTALL)
    return found


def commands() -> Iterator[str]:
    """Every okrlint command of the pages' shell blocks, pipelines and texts."""
    lines = [line for block in (*blocks("sh"), *blocks("yaml")) for line in block.splitlines()]
    lines += [code for text in TEXTS.values() for code in re.findall(r"`(okrlint [^`\n]+)`", text)]
    for line in lines:
        words = line.strip().removeprefix("- ").removeprefix("entry: ")
        if words.startswith("okrlint ") and "NAME" not in words:
            yield words.partition(" | ")[0]


@pytest.mark.parametrize("words", sorted(set(commands())))
def test_a_command_is_one_that_okrlint_knows(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    args = shlex.split(words)[1:]
    command: click.Command = app
    context = app.make_context("okrlint", args)
    while isinstance(command, click.Group):
        rest = [*context._protected_args, *context.args]
        name, found, rest = command.resolve_command(context, rest)
        assert found is not None
        command = found
        with contextlib.suppress(click.MissingParameter):  # "run `okrlint check`", of any path
            context = command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("block", blocks("yaml"))
def test_a_pipeline_reads_and_names_what_there_is(block: str) -> None:
    data: dict[str, Any] = yaml.safe_load(block)
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for job in data.get("jobs", {}).values():
        for step in job["steps"]:
            if step["uses"].startswith("okrlint/"):
                assert set(step["with"]) <= set(inputs)
    for repo in data.get("repos", ()):
        assert {hook["id"] for hook in repo["hooks"]} <= {hook["id"] for hook in hooks}


def test_the_inputs_of_the_action_are_all_told() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    section = TEXTS["ci"].partition("| input |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE) == list(inputs)


@pytest.mark.parametrize("block", blocks("json", "editors"))
def test_json_reads(block: str) -> None:
    assert json.loads(block)


@pytest.mark.parametrize("block", blocks("toml", "editors"))
def test_toml_reads(block: str) -> None:
    assert tomllib.loads(block)


def test_the_problem_matcher_reads_the_concise_format() -> None:
    (tasks,) = [block for block in blocks("json", "editors") if "problemMatcher" in block]
    pattern = json.loads(tasks)["tasks"][0]["problemMatcher"]["pattern"]
    rules = load_rules()
    result = lint_text(BAD, "okrs/2025 Q3.md", Settings(select=("no-metric",)), rules)
    lines = render_findings("concise", [result], rules).splitlines()
    match = re.match(pattern["regexp"], lines[0])
    assert match
    said = {name: match[pattern[name]] for name in ("file", "line", "column", "severity", "code")}
    assert said == {
        "file": "okrs/2025 Q3.md",
        "line": "7",
        "column": "9",
        "severity": "error",
        "code": "KR003",
    }


@pytest.mark.parametrize("document", blocks("markdown", "suppressions"))
def test_a_suppression_hides_what_it_says(document: str) -> None:
    select = ("no-metric", "task-like", "unused-suppression", "unknown-rule-in-suppression")
    settings = Settings(select=select)
    assert lint_text(document, "", settings).findings == ()
    without = re.sub(r"okrlint", "other", document)
    assert {one.rule for one in lint_text(without, "", settings).findings} == {"task-like"}


def test_links_between_pages_lead_somewhere() -> None:
    for name, text in TEXTS.items():
        for target in re.findall(r"\]\((?!http|#)([^)#]+)", text):
            assert (ROOT / "docs" / target).exists(), f"{name}.md: {target}"
