"""Reading and writing files: what is no plain file, what is too large, what must stay as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from okrlint.errors import InputError
from okrlint.files import decode_source, read_regular, read_source, write_whole

NOTHING_LEFT = {"a.md"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class TestReading:
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.md")
        with pytest.raises(InputError, match="is no regular file"):
            read_source(tmp_path / "pipe.md")

    def test_a_device_is_not_read(self) -> None:
        with pytest.raises(InputError, match="is no regular file"):
            read_regular(Path("/dev/zero"))

    def test_a_folder_and_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="Is a directory"):
            read_source(tmp_path)
        with pytest.raises(InputError, match="No such file"):
            read_source(tmp_path / "none.md")

    def test_a_loop_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").symlink_to("b.md")
        (tmp_path / "b.md").symlink_to("a.md")
        with pytest.raises(InputError, match="cannot be read"):
            read_source(tmp_path / "a.md")

    def test_a_name_with_a_nul(self) -> None:
        with pytest.raises(InputError, match="is no name of a file"):
            read_regular(Path("a\0b"))

    def test_the_limit_is_said(self, file: Path) -> None:
        assert read_regular(file, 3) == b"old"
        with pytest.raises(InputError, match="larger than 0 KiB, the most that is read"):
            read_regular(file, 2)

    @pytest.mark.parametrize("at", [0, 7, 8, 9, 4_000, 8_191])
    def test_binary_data_is_told_by_its_beginning(self, at: int) -> None:
        with pytest.raises(InputError, match="binary"):
            decode_source(b"x" * at + b"\0" + b"x" * 9, "a.md")

    def test_a_nul_far_down_is_text(self) -> None:
        assert decode_source(b"x" * 8_192 + b"\0", "a.md").endswith("\0")

    def test_other_encodings_are_named(self) -> None:
        with pytest.raises(InputError, match="UTF-16"):
            decode_source("a".encode("utf-16"), "a.md")
        with pytest.raises(InputError, match="byte 0xff on line 3"):
            decode_source(b"a\nb\nc\xff", "a.md")


class TestWriting:
    def test_mode_and_owner_stay(self, file: Path) -> None:
        file.chmod(0o640)
        if os.geteuid() == 0:
            os.chown(file, 1234, 4321)
        before = file.stat()
        write_whole(file, b"new")
        after = file.stat()
        assert file.read_bytes() == b"new"
        assert stat.S_IMODE(after.st_mode) == 0o640
        assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
        assert names(file.parent) == NOTHING_LEFT

    def test_a_new_file_has_the_mode_of_any_new_file(self, file: Path) -> None:
        (file.parent / "plain").touch()
        write_whole(file.parent / "new", b"new")
        assert (file.parent / "new").stat().st_mode == (file.parent / "plain").stat().st_mode

    def test_a_link_inside_the_project_is_followed(self, file: Path) -> None:
        (file.parent / "link.md").symlink_to("a.md")
        write_whole(file.parent / "link.md", b"new")
        assert (file.parent / "link.md").is_symlink()
        assert file.read_bytes() == b"new"

    @pytest.mark.parametrize("checkout", [True, False])
    def test_a_link_that_leaves_the_project_is_not(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checkout: bool
    ) -> None:
        inside = tmp_path / "project"
        inside.mkdir()
        (inside / "folder").mkdir()
        if checkout:
            (inside / ".git").mkdir()
            monkeypatch.chdir(tmp_path)
        else:
            monkeypatch.chdir(inside)
        victim = tmp_path / "victim"
        victim.write_bytes(b"old")
        (inside / "link").symlink_to(victim)
        (inside / "new").symlink_to(tmp_path / "not-there")
        (inside / "folder" / "up").symlink_to(tmp_path)
        for name in ("link", "new", "folder/up/victim", "folder/up/other"):
            with pytest.raises(InputError, match="a link that leaves"):
                write_whole(inside / name, b"new")
        assert victim.read_bytes() == b"old"
        assert names(tmp_path) == {"project", "victim"}

    def test_a_link_to_itself(self, file: Path) -> None:
        (file.parent / "loop").symlink_to("loop")
        with pytest.raises(InputError, match="leads nowhere"):
            write_whole(file.parent / "loop", b"new")

    def test_a_read_only_file_stays(self, file: Path) -> None:
        file.chmod(0o444)
        with pytest.raises(InputError, match="read-only"):
            write_whole(file, b"new")
        assert file.read_bytes() == b"old"

    def test_hard_links_are_not_parted(self, file: Path) -> None:
        os.link(file, file.parent / "other")
        with pytest.raises(InputError, match="hard links"):
            write_whole(file, b"new")
        assert file.read_bytes() == b"old"

    def test_a_device_is_written_to(self) -> None:
        write_whole(Path(os.devnull), b"new")
        assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
        with pytest.raises(InputError, match="No space left"):
            write_whole(Path("/dev/full"), b"new")

    def test_a_folder_that_is_not_there(self, file: Path) -> None:
        with pytest.raises(InputError, match="cannot be written"):
            write_whole(file.parent / "none" / "a.md", b"new")
