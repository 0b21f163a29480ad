"""The hook `okrlint-diff`, with real git and real pre-commit, on commits as people make them."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import GOOD

ROOT = Path(__file__).parents[1]
TASK = "- KR 3: Launch the new website\n"
OTHER_TASK = "- KR 3: Redesign the logo\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def hooks() -> dict[str, dict[str, Any]]:
    """The hooks that okrlint offers, by id."""
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in listed}


class Team:
    """A repository whose commits run the hook; okrlint comes from this environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "okrs.md"
        self.env = os.environ | {
            "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
            "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
            "GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_HOME": str(folder / "cache"),
        }  # fmt: skip
        hook = hooks()["okrlint-diff"]
        command = shlex.split(hook["entry"])
        assert command[0] == "okrlint"
        code = "from okrlint.cli import main; main()"
        entry = shlex.join([sys.executable, "-c", code, *command[1:]])
        local = hook | {"language": "system", "entry": entry}
        config = {"repos": [{"repo": "local", "hooks": [local]}]}
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        self.git("init", "-q")
        self.write(GOOD + TASK)
        self.git("add", "okrs.md", ".pre-commit-config.yaml")
        self.git("commit", "-qm", "what stood before the hook came")
        self.run(sys.executable, "-m", "pre_commit", "install")

    def run(self, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            args, cwd=self.folder, env=self.env, capture_output=True, text=True, check=False
        )

    def git(self, *args: str) -> None:
        done = self.run("git", *args)
        assert done.returncode == 0, done.stderr

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        return self.run("git", "commit", "-m", "a change")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


def test_what_stood_before_does_not_fail_a_commit(team: Team) -> None:
    team.write(GOOD.replace("200", "220") + TASK)
    team.git("add", "okrs.md")
    done = team.commit()
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_staged_line_fails_the_commit(team: Team) -> None:
    team.write(GOOD + TASK + OTHER_TASK)
    team.git("add", "okrs.md")
    done = team.commit()
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "okrs.md:20:9: error" in said
    assert "okrs.md:19:" not in said


def test_a_line_that_is_not_staged_is_not_judged(team: Team) -> None:
    team.write(GOOD.replace("200", "220") + TASK)
    team.git("add", "okrs.md")
    unstaged = GOOD.replace("200", "220") + TASK + OTHER_TASK
    team.write(unstaged)
    done = team.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    assert team.file.read_text(encoding="utf-8") == unstaged


def test_a_file_in_a_folder_and_a_commit_of_all(team: Team) -> None:
    (team.folder / "2025").mkdir()
    path = team.folder / "2025" / "okrs.md"
    path.write_text(GOOD, encoding="utf-8")
    team.git("add", "2025/okrs.md")
    done = team.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    path.write_text(GOOD + OTHER_TASK, encoding="utf-8")
    done = team.run("git", "commit", "-am", "all")
    assert done.returncode == 1
    assert "2025/okrs.md:19:9: error" in done.stdout + done.stderr


def test_all_hooks_take_markdown_and_one_process() -> None:
    for hook in hooks().values():
        assert hook["types_or"] == ["markdown", "mdx"]
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
