"""Fixtures that several tests share, and what holds for all: no network, no files at home."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from okrlint.cli import run
from tests.blocked import sitecustomize
from tests.support import BAD, GOOD, Outcome

settings.register_profile("okrlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("okrlint")

_BLOCKED = str(Path(sitecustomize.__file__).parent)
_HOME = tempfile.TemporaryDirectory(prefix="okrlint-tests-")
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (_BLOCKED, os.environ.get("PYTHONPATH", "")))
)
os.environ["XDG_CACHE_HOME"] = _HOME.name
os.environ["XDG_CONFIG_HOME"] = _HOME.name
for name in ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "OKRLINT_ALLOW_RULE_FILES", "PRE_COMMIT"):
    os.environ.pop(name, None)


@pytest.fixture
def okrlint(capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the command in this process: `okrlint("check", "file.md")`."""

    def call(*args: str | Path) -> Outcome:
        code = run([str(arg) for arg in args])
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with `good.md` and `bad.md` in it."""
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
