"""Reading and writing files: what is no plain file, what is too large, what must stay as it was."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.errors import InputError
from okrlint.files import (
    MOST_BYTES,
    decode_source,
    read_regular,
    read_source,
    replace_file,
    write_whole,
)
from okrlint.sources import load_source

NOTHING_LEFT = {"a.md"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "config").write_text("secret", encoding="utf-8")
    return folder


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

    def test_links_of_a_checkout_out_of_it(self, checkout: Path) -> None:
        other = checkout.parent / "other"
        (other / "inner" / ".git").mkdir(parents=True)
        (other / "inner" / "a.md").write_text("secret", encoding="utf-8")
        (checkout / "file.md").symlink_to(other / "inner" / "a.md")
        (checkout / "folder").symlink_to(other)
        (checkout / "store.md").symlink_to(".git/config")
        (checkout / "store").symlink_to(".git")
        leaves, stores = "a link that leaves", r"a link that leads into \.git of"
        for name, said in (
            ("file.md", leaves),
            ("folder/inner/a.md", leaves),
            ("store.md", stores),
            ("store/config", stores),
        ):
            with pytest.raises(InputError, match=f"{said} .*project; name"):
                load_source(checkout / name)
        assert load_source(other / "inner" / "a.md").text == "secret"

    def test_links_that_are_read(self, checkout: Path) -> None:
        (checkout / "docs" / ".git").mkdir(parents=True)  # a submodule
        (checkout / "docs" / "a.md").write_text("text", encoding="utf-8")
        (checkout / "link.md").symlink_to("docs/a.md")
        (checkout / "folder").symlink_to("docs")
        whole = checkout.with_name("whole")
        whole.symlink_to(checkout)
        free = checkout.with_name("free.md")  # in no checkout: the user's own links
        free.symlink_to(checkout / "docs" / "a.md")
        for file in ("link.md", "folder/a.md", "docs/a.md"):
            assert load_source(checkout / file).text == "text"
            assert load_source(whole / file).text == "text"
        assert load_source(free).text == "text"
        assert load_source(checkout / ".git" / "config").text == "secret"  # named outright

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
        for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
            with pytest.raises(InputError, match="UTF-16"):
                decode_source(mark + "a".encode(encoding), "a.md")
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
        for name in ("new", "newer"):  # the second, since the mask has to be put back
            write_whole(file.parent / name, b"new")
            assert (file.parent / name).stat().st_mode == (file.parent / "plain").stat().st_mode

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

    def test_nor_one_into_another_checkout(self, checkout: Path) -> None:
        other = checkout.parent / "other"
        (other / "inner" / ".git").mkdir(parents=True)
        (checkout / "folder").symlink_to(other)
        with pytest.raises(InputError, match="a link that leaves"):
            write_whole(checkout / "folder" / "inner" / "new", b"new")
        assert names(other / "inner") == {".git"}

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

    def test_standard_output_has_a_name_too(self, tmp_path: Path) -> None:
        """A link that leaves /dev, as every shell user knows it."""
        code = "from okrlint.files import *; write_whole(Path('/dev/stdout'), b'new')"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert done.stdout == b"new"
        with (tmp_path / "out").open("wb") as out:
            subprocess.run([sys.executable, "-c", code], stdout=out, check=True)
        assert (tmp_path / "out").read_bytes() == b"new"

    def test_a_folder_that_is_not_there(self, file: Path) -> None:
        with pytest.raises(InputError, match="cannot be written"):
            write_whole(file.parent / "none" / "a.md", b"new")

    def test_a_write_that_fails_leaves_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        with pytest.raises(OSError, match="directory"):
            replace_file(tmp_path / "folder", b"new")
        assert names(tmp_path) == {"folder"}

    @pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="no second file system")
    def test_the_new_file_is_made_beside_the_old(self) -> None:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            write_whole(Path(folder, "a.md"), b"new")
            assert Path(folder, "a.md").read_bytes() == b"new"

    def test_a_private_file_is_read_by_its_owner_alone(self, tmp_path: Path) -> None:
        replace_file(tmp_path / "key", b"new", private=True)
        assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def _reader(name: str) -> Callable[[], object]:
    return lambda: read_source(Path(name))


def _writer(name: str) -> Callable[[], object]:
    return lambda: write_whole(Path(name), b"new")


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (_reader("none.md"), "none.md: cannot be read (No such file or directory)"),
        (_reader("folder"), "folder: cannot be read (Is a directory)"),
        (_reader("a\0b"), "a\0b: is no name of a file (it holds a NUL)"),
        (_reader("/dev/null"),
         "/dev/null: is no regular file (a pipe or a device); leave it out"),
        (_reader("large"),
         "large: larger than 8,192 KiB, the most that is read; cut it into smaller files"),
        (_reader("utf16"), "utf16: saved as UTF-16, as some editors do; save it as UTF-8"),
        (_reader("binary"), "binary: this is a binary file, not Markdown; leave it out"),
        (_reader("latin"), "latin: not UTF-8 text (byte 0xff on line 2); save it as UTF-8"),
        (_writer("loop"), "loop: is a link that leads nowhere but to itself; remove it"),
        (_writer("away"),
         "away: is or lies behind a link that leaves {here}; name the file itself"),
        (_writer("shut"), "shut: is read-only, nothing was written; make it writable"),
        (_writer("twin"), "twin: has other names (hard links), which would part; "
                          "nothing was written"),
        (_writer("none/a.md"), "none/a.md: cannot be written (No such file or directory)"),
    ],
)  # fmt: skip
def test_what_is_said(file: Path, work: Callable[[], object], said: str) -> None:
    here = file.parent
    (here / "folder").mkdir()
    (here / "large").write_bytes(b"a" * (8 * 1024 * 1024 + 1))
    (here / "utf16").write_bytes("a".encode("utf-16"))
    (here / "binary").write_bytes(b"\0")
    (here / "latin").write_bytes(b"a\n\xff")
    (here / "loop").symlink_to("loop")
    (here / "away").symlink_to(here.parent / "elsewhere")
    (here / "shut").write_bytes(b"old")
    (here / "shut").chmod(0o444)
    (here / "twin").hardlink_to(file)
    with pytest.raises(InputError) as caught:
        work()
    assert str(caught.value) == said.format(here=here)


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a" * MOST_BYTES)
    assert len(read_source(tmp_path / "a.md")) == 8 * 1024 * 1024
