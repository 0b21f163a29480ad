"""Which files of folders are read: links, .gitignore above, settings asked once a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.config import Settings
from okrlint.discover import find_files
from okrlint.errors import InputError

ALL = Settings()


def names(folder: Path, settings: Settings = ALL) -> list[str]:
    found = find_files([folder], lambda _: settings)
    return [file.relative_to(folder).as_posix() for file, _ in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("open/a.md", "open/deep/b.md", "shut/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# OKRs\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("shut/\n/open/deep/*.md\n", encoding="utf-8")
    return tmp_path


def test_what_a_folder_above_ignores_is_left_out(folder: Path) -> None:
    assert names(folder / "open") == ["a.md"]
    assert names(folder / "open", Settings(respect_gitignore=False)) == ["a.md", "deep/b.md"]


def test_a_gitignore_above_the_checkout_counts_for_nothing(folder: Path) -> None:
    (folder / "open" / ".git").mkdir()
    assert names(folder / "open") == ["a.md", "deep/b.md"]


def test_a_link_is_judged_by_where_it_leads(folder: Path) -> None:
    (folder / "open" / "link.md").symlink_to(folder / "shut" / "c.md")
    (folder / "open" / "kept.md").symlink_to("a.md")
    assert names(folder / "open") == ["a.md", "kept.md"]


def test_patterns_count_from_their_root(folder: Path) -> None:
    assert names(folder, Settings(exclude=("/open/",), root=folder / "open")) == ["open/a.md"]
    with pytest.raises(InputError, match="no Markdown files"):
        names(folder, Settings(exclude=("/open/",), root=folder))


def test_each_folder_is_asked_once_what_holds_in_it(folder: Path) -> None:
    (folder / "open" / "z.md").write_text("", encoding="utf-8")
    asked: list[str] = []

    def settings_of(path: Path) -> Settings:
        asked.append(path.parent.name)
        return ALL

    assert len(list(find_files([folder / "open", folder / "shut" / "c.md"], settings_of))) == 3
    assert asked == ["open", "deep", "shut"]
