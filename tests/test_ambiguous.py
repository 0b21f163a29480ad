"""No regular expression of okrlint can take exponential time (see `ambiguous.py`)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from okrlint.budget import limited
from okrlint.engine import parse
from tests.ambiguous import find_ambiguous

_HERE = Path(__file__).parent
_COLLECT = """
import importlib, json, pkgutil, re, sys
from pathlib import Path

compile_, seen = re._compile, {}

def note(pattern, flags):
    frame = sys._getframe(1)
    while frame and frame.f_code.co_filename.endswith(("re/__init__.py", "/re.py")):
        frame = frame.f_back
    if isinstance(pattern, str) and frame and "okrlint" in frame.f_globals.get("__name__", ""):
        seen[pattern, int(flags)] = frame.f_globals["__name__"]
    return compile_(pattern, flags)

re._compile = note
import okrlint
from okrlint import Settings, lint_text
from okrlint.registry import load_rules

for one in pkgutil.walk_packages(okrlint.__path__, "okrlint."):
    if not one.name.endswith("__main__"):
        importlib.import_module(one.name)
rules = load_rules()
for file in sorted(Path(sys.argv[1]).glob("*.md")):
    lint_text(file.read_text(encoding="utf-8"), file.name, Settings(select=("ALL",)), rules)
print(json.dumps([[name, *key] for key, name in seen.items()]))
"""


def test_no_expression_is_ambiguous() -> None:
    command = [sys.executable, "-c", _COLLECT, str(_HERE / "corpus")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = json.loads(done.stdout.splitlines()[-1])
    assert len(rows) > 800
    found = {f"{name}: {pattern}": find_ambiguous(pattern, flags) for name, pattern, flags in rows}
    assert {pattern: chars for pattern, chars in found.items() if chars} == {}


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+)+b",
        r"(?:a*)*b",
        r"(?:a|ab|b)+c",
        r"(?:_{2,}[.:]*)+$",
        r"(?:\w+\s*)+x",
        r"(?:the\s)?(?:\s(?:the\sday|the|day))*x",
        r"@\w+(?:\s*(?:,|and)?\s*@\w+)*$",
    ],
)
def test_ambiguous_loops_are_found(pattern: str) -> None:
    assert find_ambiguous(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a|b)*c", r"(?:\w+\s+)+x", r"[a-z]+,\s*", r"(?:_{2,}:)+$", r"(?:[a-z]+,\s*)*", r"(a)?b"],
)
def test_others_are_not(pattern: str) -> None:
    assert not find_ambiguous(pattern)


@pytest.mark.parametrize(
    "piece", ["_" * 400 + "a", "{{a}}" * 80 + "b", ".. " * 200 + "c", "@kim  " * 80]
)
def test_what_is_left_blank_is_read_in_no_time(piece: str) -> None:
    with limited(30):
        document = parse(f"# OKRs\n\n## Objective: Bake bread\n\n- KR 1: {piece}\n", "okrs.md")
    assert len(document.objectives) == 1
