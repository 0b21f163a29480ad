"""The hook, with real git and real pre-commit, from a local clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import BAD, GOOD

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *args: str) -> str:
    env = os.environ | {
        "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    done = subprocess.run(
        ["git", *args], cwd=folder, env=env, capture_output=True, text=True, check=True
    )
    return done.stdout


def make_clone(folder: Path) -> Path:
    """A repository with the files of this checkout as its only commit."""
    clone = folder / "okrlint"
    names = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines()
    for name in names:
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    git(clone, "init", "-q")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "all")
    return clone


def test_the_hook_passes_a_good_file_and_fails_a_bad_one(tmp_path: Path) -> None:
    clone = make_clone(tmp_path)
    repository = tmp_path / "team"
    repository.mkdir()
    git(repository, "init", "-q")
    (repository / "good.md").write_text(GOOD, encoding="utf-8")
    (repository / "bad.md").write_text(BAD, encoding="utf-8")
    git(repository, "add", "-A")

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(clone), "okrlint",
                   "--files", name, "--verbose"]  # fmt: skip
        env = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
        # The one test that may: pre-commit fetches what okrlint is built with and depends on.
        del env["PYTHONPATH"]
        return subprocess.run(
            command, cwd=repository, env=env, capture_output=True, text=True, check=False
        )

    good = hook("good.md")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout
    bad = hook("bad.md")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "bad.md:7:9: error: this reads as a task" in bad.stdout
