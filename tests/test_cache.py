"""What is kept between runs: believed only when okrlint wrote it for this user; never at a cost."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import Settings, lint_text
from okrlint.cache import FOLDER, ReadingCache, reading_key
from okrlint.dates import Calendar
from okrlint.reading import Reading
from okrlint.registry import load_rules
from okrlint.sealed import own_edition, write_sealed
from tests.support import BAD, Outcome

Run = Callable[..., Outcome]
RULES = load_rules()


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The readings of a document, as a run keeps them."""
    cache = ReadingCache(tmp_path_factory.mktemp("kept") / FOLDER)
    lint_text(BAD, "bad.md", Settings(), RULES, cache)
    return cache.load("bad.md")


@pytest.fixture
def cache(folder: Path, readings: dict[str, Reading]) -> ReadingCache:
    made = ReadingCache(Path(FOLDER))
    made.save("bad.md", readings)
    return made


def file_of(folder: Path = Path(FOLDER)) -> Path:
    """The readings of the one document; what was found in it is kept beside them."""
    beside = (".gitignore", "answers")
    (file,) = (f for f in folder.rglob("*") if f.is_file() and f.name not in beside)
    return file


def test_what_is_kept_comes_back(cache: ReadingCache, readings: dict[str, Reading]) -> None:
    assert readings
    assert cache.load("bad.md") == readings
    assert cache.load("other.md") == {}
    assert (Path(FOLDER) / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_no_flipped_bit_is_believed(cache: ReadingCache) -> None:
    file = file_of()
    good = file.read_bytes()
    for bit in random.Random(7).sample(range(len(good) * 8), 400):
        bad = bytearray(good)
        bad[bit // 8] ^= 1 << bit % 8
        file.write_bytes(bad)
        assert cache.load("bad.md") == {}


def test_the_newest_readings_are_kept(cache: ReadingCache, readings: dict[str, Reading]) -> None:
    one = next(iter(readings.values()))
    many = {str(number): one for number in range(2003)}
    cache.save("bad.md", many)
    assert list(cache.load("bad.md")) == list(many)[3:]


def test_an_edition_is_one_of_okrlint_and_a_document_one_of_its_path(cache: ReadingCache) -> None:
    (edition,) = (one for one in Path(FOLDER).iterdir() if one.name != ".gitignore")
    assert edition.name == own_edition()
    (file,) = edition.iterdir()
    assert re.fullmatch("[0-9a-f]{32}", file.name)
    other = ReadingCache(Path(FOLDER))
    assert other.load("./bad.md") == other.load(str(Path("bad.md").resolve())) != {}


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33, -1])
def test_no_part_is_believed(cache: ReadingCache, size: int) -> None:
    file = file_of()
    file.write_bytes(file.read_bytes()[:size])
    assert cache.load("bad.md") == {}


def test_what_was_kept_of_another_document_is_not_believed(cache: ReadingCache) -> None:
    file = file_of()
    cache.save("other.md", {})
    (other,) = (f for f in file.parent.iterdir() if f != file)
    other.write_bytes(file.read_bytes())
    assert cache.load("other.md") == {}


@pytest.mark.parametrize("data", [b"\xc1", b"\x81\xa1a\x01", b"\x81\xa1\xff\x80"])
def test_what_is_sealed_and_no_readings_is_not_believed(cache: ReadingCache, data: bytes) -> None:
    write_sealed(Path(FOLDER), file_of().name, data)
    assert cache.load("bad.md") == {}


def test_what_another_user_wrote_is_not_believed(cache: ReadingCache, tmp_path: Path) -> None:
    from okrlint.sealed import _key

    home = os.environ["XDG_CACHE_HOME"]
    try:
        os.environ["XDG_CACHE_HOME"] = str(tmp_path / "another")
        _key.cache_clear()
        assert cache.load("bad.md") == {}
    finally:
        os.environ["XDG_CACHE_HOME"] = home
        _key.cache_clear()
    assert cache.load("bad.md")


@pytest.mark.parametrize("key", [b"", b"short", b"x" * 33])
def test_a_damaged_key_costs_the_cache_and_nothing_else(
    okrlint: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: bytes
) -> None:
    from okrlint.sealed import _key

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "okrlint").mkdir(parents=True)
    (tmp_path / "home" / "okrlint" / "key").write_bytes(key)
    _key.cache_clear()
    try:
        assert okrlint("bad.md").code == 1
        assert not list(Path().glob(f"{FOLDER}/*/*"))
    finally:
        _key.cache_clear()


def test_a_linked_folder_is_not_used(okrlint: Run, folder: Path) -> None:
    Path("victim").mkdir()
    Path("victim/.gitignore").write_text("kept\n", encoding="utf-8")
    Path(FOLDER).symlink_to("victim")
    assert okrlint("bad.md").code == 1
    assert [p.name for p in Path("victim").iterdir()] == [".gitignore"]
    assert Path("victim/.gitignore").read_text(encoding="utf-8") == "kept\n"


def test_nothing_is_written_through_a_link_in_it(okrlint: Run, folder: Path) -> None:
    Path("victim").write_text("kept\n", encoding="utf-8")
    Path(FOLDER).mkdir()
    (Path(FOLDER) / ".gitignore").symlink_to("../victim")
    okrlint("bad.md")
    file = file_of()
    file.unlink()
    file.symlink_to(Path("victim").resolve())
    okrlint("bad.md")
    assert Path("victim").read_text(encoding="utf-8") == "kept\n"
    edition = file.parent
    shutil.rmtree(edition)
    Path("elsewhere").mkdir()
    edition.symlink_to(Path("elsewhere").resolve())
    okrlint("bad.md")
    assert list(Path("elsewhere").iterdir()) == []


def test_a_pipe_in_it_is_not_waited_for(okrlint: Run, folder: Path) -> None:
    okrlint("bad.md")
    file = file_of()
    file.unlink()
    os.mkfifo(file)
    assert okrlint("bad.md").code == 1


def test_a_key_tells_all_that_a_reading_depends_on() -> None:
    base = ("text", None, Calendar(), None)
    others = [
        ("other", None, Calendar(), None),
        ("text", "en_core_web_sm", Calendar(), None),
        ("text", None, Calendar(fiscal_year_start=2), None),
        ("text", None, Calendar(day_first=True), None),
        ("text", None, Calendar(today=Calendar().today), (1, 2)),
    ]
    keys = {reading_key(*parts) for parts in (base, *others)}
    assert len(keys) == len(others) + 1
