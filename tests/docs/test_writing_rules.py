"""docs/writing-rules.md, followed in an empty folder: every command and file as printed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.config import forget_settings, load_settings
from okrlint.declared.raw import KEYS
from okrlint.declared.tokens import ATTRIBUTES
from okrlint.registry import load_rules
from tests.support import Outcome

Run = Callable[..., Outcome]
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
RULES = [text for kind, text in BLOCKS if kind == "toml" and text.startswith("[[rule]]")]
_FILE = re.compile(r"(?:# |<!-- )([\w.-]+)(?: -->)?\n")


def test_the_page_can_be_followed(
    tmp_path: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ""
    for kind, text in BLOCKS:
        file = _FILE.match(text)
        if file:
            Path(file[1]).write_text(text, encoding="utf-8")
        elif kind == "sh":
            said = ""
            for line in text.splitlines():
                forget_settings()
                outcome = okrlint(*shlex.split(line)[1:])
                assert outcome.code < 2, outcome.err
                said += outcome.out + outcome.err
        elif kind == "text" and not text.startswith("okrlint.toml:"):
            assert text in said
    assert "Holding meetings is not a result" in said
    (written,) = [text for kind, text in BLOCKS if kind == "python" and text.startswith("class")]
    assert written in Path("no_meetings.py").read_text(encoding="utf-8")


def test_the_rule_on_the_page_is_the_one_that_is_written(
    tmp_path: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    okrlint("new-rule", "no-slang")
    lines = Path("no-slang.toml").read_text(encoding="utf-8").splitlines()
    bare = [line for line in lines if line and not line.startswith("#")]
    shown = next(text for _, text in BLOCKS if text.startswith("# no-slang.toml"))
    assert shown.splitlines()[1:] == bare


@pytest.mark.parametrize("text", RULES, ids=lambda text: text.split('"')[1])
def test_an_example_of_a_kind_works(
    text: str, tmp_path: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    forget_settings()
    Path("okrlint.toml").write_text(text, encoding="utf-8")
    (one,) = load_settings(tmp_path, load_rules()).settings.declared
    tested = okrlint("test", one.name)
    assert tested.code == 0, tested.out


@pytest.mark.parametrize("kind", KEYS)
def test_every_key_of_a_kind_is_told(kind: str) -> None:
    section = PAGE.partition(f"### `{kind}`")[2].partition("\n### ")[0]
    common = PAGE.partition("### The keys of every rule")[2].partition("\n### ")[0]
    told = {
        name
        for part in (section, common)
        for row in re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE)
        for name in re.findall(r"`([a-z-]+)`", row)
    }
    assert told == KEYS[kind]


def test_every_attribute_of_a_token_is_told() -> None:
    assert all(f"`{name}`" in PAGE for name in ATTRIBUTES)


def test_a_fault_is_told_as_printed(
    tmp_path: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    forget_settings()
    table = '[[rule]]\nname = "no-slang"\nkind = "phrase"\nword = ["synergy"]\n'
    Path("okrlint.toml").write_text(table, encoding="utf-8")
    (text,) = [text for _, text in BLOCKS if text.startswith("okrlint.toml:")]
    outcome = okrlint("rule", "--all")
    assert outcome.code == 2
    assert text in outcome.err.replace(f"{tmp_path}/", "")
