"""The GitHub Action: its shell steps run here, with stand-ins for Python and okrlint.

GitHub itself is not here; what it does with inputs, outputs and paths is done by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}

NAUGHTY = """$(touch pwned) `touch pwned` '; touch pwned; ' "; touch pwned; " && touch pwned *"""

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@dataclass(frozen=True)
class Ran:
    """What a step left."""

    code: int
    calls: list[list[str]]
    """The arguments of each call of the stand-in."""
    outputs: str
    path: str


def run_step(name: str, folder: Path, inputs: dict[str, str], code: int = 0) -> Ran:
    """Run a step as GitHub does: inputs in the environment, the script in a file."""
    defaults = {key: str(one.get("default", "")) for key, one in ACTION["inputs"].items()}
    known = {f"${{{{ inputs.{key} }}}}": inputs.get(key, value) for key, value in defaults.items()}
    known["${{ github.action_path }}"] = "/action"
    env = {variable: known[value] for variable, value in STEPS[name]["env"].items()}
    stand_in = folder / "bin" / ("okrlint" if name == "Lint" else "python")
    stand_in.parent.mkdir()
    stand_in.write_text(
        '#!/usr/bin/env bash\nprintf "%s\\0" "$@" >> "$CALLS"\nprintf "\\n" >> "$CALLS"\n'
        'if [ "${3:-}" = venv ]; then mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; fi\n'
        f"exit {code}\n",
        encoding="utf-8",
    )
    stand_in.chmod(0o755)
    script = folder / "step.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    work = folder / "work"
    work.mkdir()
    files = {key: str(folder / key) for key in ("CALLS", "GITHUB_OUTPUT", "GITHUB_PATH")}
    for file in files.values():
        Path(file).touch()
    paths = f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=work,
        env={"PATH": paths, "RUNNER_TEMP": str(folder / "temp"), **files, **env},
        check=False,
    )
    assert list(work.iterdir()) == []  # nothing that an input said was run
    calls = (folder / "CALLS").read_text(encoding="utf-8").split("\0\n")[:-1]
    return Ran(
        done.returncode,
        [call.split("\0") for call in calls],
        (folder / "GITHUB_OUTPUT").read_text(encoding="utf-8"),
        (folder / "GITHUB_PATH").read_text(encoding="utf-8"),
    )


def test_no_input_is_written_into_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    used = " ".join(value for step in STEPS.values() for value in step.get("env", {}).values())
    used += STEPS["Set up Python"]["with"]["python-version"]
    for name, one in ACTION["inputs"].items():
        assert f"inputs.{name} " in used
        assert one["description"]


def test_without_inputs_the_whole_repository_is_linted(tmp_path: Path) -> None:
    ran = run_step("Lint", tmp_path, {})
    assert ran.calls == [["check", "--output-format=auto", "--", "."]]
    assert (ran.code, ran.outputs) == (0, "exit-code=0\n")


def test_every_input_becomes_its_option(tmp_path: Path) -> None:
    inputs = {
        "paths": "okrs/2025 Q3.md\n\n  handbook/  \n",
        "output-format": "sarif",
        "output-file": "okrlint.sarif",
        "config": "strict.toml",
        "fail-level": "error",
        "args": "--select KR\n--statistics",
    }
    assert run_step("Lint", tmp_path, inputs).calls == [
        ["check", "--output-format=sarif", "--output-file=okrlint.sarif", "--config=strict.toml",
         "--fail-level=error", "--select", "KR", "--statistics", "--", "okrs/2025 Q3.md",
         "handbook/"]
    ]  # fmt: skip


@pytest.mark.parametrize("code", [1, 2])
def test_the_exit_code_fails_the_step_and_is_an_output(tmp_path: Path, code: int) -> None:
    ran = run_step("Lint", tmp_path, {}, code)
    assert (ran.code, ran.outputs) == (code, f"exit-code={code}\n")


def test_what_inputs_say_is_never_run(tmp_path: Path) -> None:
    names = ("paths", "output-format", "output-file", "config", "fail-level", "args")
    (call,) = run_step("Lint", tmp_path, dict.fromkeys(names, NAUGHTY)).calls
    assert f"--config={NAUGHTY}" in call
    assert call[-1] == NAUGHTY
    options = call[: call.index("--")]
    assert options[-len(NAUGHTY.split()) :] == NAUGHTY.split()  # `args`: words as they stand


def test_a_path_that_looks_like_an_option_is_a_path(tmp_path: Path) -> None:
    (call,) = run_step("Lint", tmp_path, {"paths": "--fix"}).calls
    assert call[-2:] == ["--", "--fix"]


def test_the_revision_of_the_action_is_installed(tmp_path: Path) -> None:
    ran = run_step("Install okrlint", tmp_path, {})
    assert ran.calls[-1] == ["-I", "-m", "pip", "install", "--quiet", "/action"]
    assert ran.path == f"{tmp_path / 'temp' / 'okrlint' / 'bin'}\n"


def test_a_version_is_installed_from_the_index(tmp_path: Path) -> None:
    ran = run_step("Install okrlint", tmp_path, {"version": "0.1.0"})
    assert ran.calls[-1] == ["-I", "-m", "pip", "install", "--quiet", "okrlint==0.1.0"]


@pytest.mark.parametrize(
    ("version", "wanted"), [("", "/action[docx,xlsx]"), ("0.1.0", "okrlint[docx,xlsx]==0.1.0")]
)
def test_what_reads_other_files_is_installed_with_it(
    tmp_path: Path, version: str, wanted: str
) -> None:
    ran = run_step("Install okrlint", tmp_path, {"version": version, "extras": "docx,xlsx"})
    assert ran.calls[-1][-1] == wanted


@pytest.mark.parametrize(
    "inputs", [{"version": "0.1 --index-url=https://example.org"}, {"extras": "docx] evil["}]
)
def test_a_version_or_an_extra_that_is_none_is_refused(
    tmp_path: Path, inputs: dict[str, str]
) -> None:
    ran = run_step("Install okrlint", tmp_path, inputs)
    assert (ran.code, ran.calls) == (2, [])
