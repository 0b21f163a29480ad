"""`okrlint completion`: the scripts, and what a shell gets when it asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.registry import load_rules
from tests.support import Outcome

Run = Callable[..., Outcome]

OKRLINT = [sys.executable, "-c", "from okrlint.cli import main; main()"]


def complete(words: str, folder: Path) -> list[str]:
    """What bash is told when the last of `words` is completed."""
    env = os.environ | {
        "_OKRLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(
        OKRLINT, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_asks_okrlint(okrlint: Run, shell: str) -> None:
    outcome = okrlint("completion", shell)
    assert outcome.code == 0
    assert f"_OKRLINT_COMPLETE={shell}_complete" in outcome.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_one_of_its_shell(okrlint: Run, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-n"], input=okrlint("completion", shell).out, text=True, check=False
    )
    assert done.returncode == 0


def test_another_shell_is_refused(okrlint: Run) -> None:
    outcome = okrlint("completion", "tcsh")
    assert outcome.code == 2
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in outcome.err


def test_commands(tmp_path: Path) -> None:
    assert complete("okrlint ou", tmp_path) == ["plain,outline"]
    assert "plain,check" in complete("okrlint ", tmp_path)


def test_files_where_no_command_begins_like_that(tmp_path: Path) -> None:
    assert complete("okrlint plans/", tmp_path) == ["file,plans/"]
    assert complete("okrlint check pl", tmp_path) == ["file,pl"]
    assert complete("okrlint pl --output-file re", tmp_path) == ["file,re"]


def test_the_options_of_the_default_command(tmp_path: Path) -> None:
    assert complete("okrlint --stat", tmp_path) == ["plain,--statistics"]
    assert complete("okrlint --ver", tmp_path) == ["plain,--version", "plain,--verbose"]


def test_rules(tmp_path: Path) -> None:
    names = [f"plain,{rule.name}" for rule in load_rules()]
    assert complete("okrlint rule ", tmp_path) == names
    assert complete("okrlint rule KR003", tmp_path) == ["plain,KR003"]
    assert complete("okrlint --select no-m", tmp_path) == ["plain,no-metric"]
    assert complete("okrlint check --ignore KR003,no-m", tmp_path) == ["plain,KR003,no-metric"]
