"""The user's own settings: where a project has none, and never where others must see the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import lint_file
from okrlint.config import find_user_file
from tests.support import BAD, Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in a project without a configuration, of a user who has one."""
    home, project = tmp_path / "home", tmp_path / "project"
    (home / "okrlint").mkdir(parents=True)
    (home / "okrlint" / "okrlint.toml").write_text('select = ["placeholder"]\n', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    project.mkdir()
    monkeypatch.chdir(project)
    (project / "bad.md").write_text(BAD, encoding="utf-8")
    return project / "bad.md"


def test_it_holds_where_there_is_no_other_and_says_so(page: Path, okrlint: Run) -> None:
    outcome = okrlint(page)
    assert outcome.code == 0
    assert "no configuration here, so yours holds: " in outcome.err
    assert "okrlint/okrlint.toml" in okrlint("config", page).out.splitlines()[0]


def test_a_project_has_the_last_word(page: Path, okrlint: Run) -> None:
    (page.parent / "okrlint.toml").write_text('select = ["no-metric"]\n', encoding="utf-8")
    outcome = okrlint(page)
    assert outcome.code == 1
    assert "yours" not in outcome.err
    assert okrlint("--isolated", page).code == 1


@pytest.mark.parametrize("name", ["CI", "GITHUB_ACTIONS", "PRE_COMMIT"])
def test_it_is_never_used_where_all_must_see_the_same(
    page: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "true")
    assert okrlint(page).code == 1
    monkeypatch.setenv(name, "false")
    assert okrlint(page).code == 0


def test_the_library_does_not_look_at_it(page: Path) -> None:
    assert lint_file(page).findings


def test_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "okrlint" / "okrlint.toml"
    file.parent.mkdir()
    assert find_user_file({"APPDATA": str(tmp_path)}) is None
    file.write_text("", encoding="utf-8")
    assert find_user_file({"APPDATA": str(tmp_path)}) == file
    assert find_user_file({"XDG_CONFIG_HOME": str(tmp_path)}) == file
    assert find_user_file({"XDG_CONFIG_HOME": str(tmp_path), "TF_BUILD": "1"}) is None


def test_a_fault_in_it_is_told(page: Path, okrlint: Run) -> None:
    file = page.parents[1] / "home" / "okrlint" / "okrlint.toml"
    file.write_text("selct = []\n", encoding="utf-8")
    outcome = okrlint(page)
    assert outcome.code == 2
    assert "okrlint.toml:1:1: unknown key 'selct'" in outcome.err
