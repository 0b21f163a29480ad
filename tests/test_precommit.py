"""The hook, with real git and real pre-commit, from a local clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify.identify import tags_from_filename

import okrlint
from tests.support import BAD, GOOD

ROOT = Path(__file__).parents[1]
HOOKS = ".pre-commit-hooks.yaml"

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


def test_the_hook_that_init_writes_runs(tmp_path: Path) -> None:
    """From `okrlint init --pre-commit` to a commit; only the address leads to a local clone."""
    clone = make_clone(tmp_path)
    git(clone, "tag", f"v{okrlint.__version__}")
    team = tmp_path / "team"
    (team / "goals").mkdir(parents=True)
    git(team, "init", "-q")
    (team / "goals" / "good.md").write_text(GOOD, encoding="utf-8")
    (team / "notes.md").write_text("# Lunch\n\nSoup on Monday.\n", encoding="utf-8")
    env = os.environ | {
        "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{clone.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/okrlint/okrlint",
    }  # fmt: skip

    def call(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=team, env=env, capture_output=True, text=True, check=False
        )

    wrote = call(sys.executable, "-m", "okrlint", "init", "--pre-commit", "--profile", "course")
    assert wrote.returncode == 0, wrote.stderr
    # The one test that may: pre-commit fetches what okrlint is built with and depends on.
    env.pop("PYTHONPATH", None)
    assert call(sys.executable, "-m", "pre_commit", "install").returncode == 0
    call("git", "add", "-A")
    good = call("git", "commit", "-m", "good OKRs")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout + good.stderr
    (team / "goals" / "bad.md").write_text(BAD, encoding="utf-8")
    call("git", "add", "-A")
    bad = call("git", "commit", "-m", "bad OKRs")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "goals/bad.md:7:9: error: this reads as a task" in bad.stdout + bad.stderr


def test_which_files_the_hooks_read() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / HOOKS).read_text("utf-8"))}
    assert set(hooks) == {"okrlint", "okrlint-all", "okrlint-diff"}
    names = ["okrs/q3.md", "Team-OKRs.md", "2027/OKR.markdown", "okrs/page.mdx", "notes.md",
             "okrs/q3.txt", "okrs/code.py"]  # fmt: skip
    read = {name: [n for n in names if _reads(hook, n)] for name, hook in hooks.items()}
    assert read["okrlint"] == read["okrlint-diff"] == names[:4]
    assert read["okrlint-all"] == names[:5]


def _reads(hook: dict[str, Any], name: str) -> bool:
    kinds = tags_from_filename(name)
    return bool(re.search(hook.get("files", ""), name) and kinds & {*hook["types_or"]})
