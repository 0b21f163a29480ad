"""Killed at any moment, run twice at once, or out of space: every file is the old or the new one.

Each process really dies, by SIGKILL, at the n-th of its calls that touch a file, for every n.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import GOOD

UNUSED = GOOD.replace(
    "**Mission:**", "<!-- okrlint-disable-file missing-mission -->\n\n**Mission:**"
)
FIXED = UNUSED.replace("<!-- okrlint-disable-file missing-mission -->", "")
FILES = ("a.md", "b.md")
RULES = ("--select", "unused-suppression,missing-mission")
"""Rules that read no statement, so that no process waits for spaCy."""

DYING = """
import json, os, pathlib, shutil, signal, sys
from okrlint.cache import ReadingCache
from okrlint.sealed import _key
from okrlint.cli import run
source, folder, *args = sys.argv[1:]
WATCHED = ("open", "os.rename", "os.remove", "os.chmod", "os.chown", "os.mkdir", "os.utime",
           "tempfile.mkstemp", "os.setxattr", "os.listxattr")

def act():
    if args[0] == "keep":
        for document in ("a.md", "b.md"):
            ReadingCache(pathlib.Path(folder, ".okrlint_cache")).save(document, {})
        return 0
    return run(args)

def live(limit):
    count = 0
    def watch(event, arguments):
        nonlocal count
        if event in WATCHED and any(folder in str(one) for one in arguments):
            count += 1
            if count == limit:
                os.kill(os.getpid(), signal.SIGKILL)
    os.chdir(folder)
    sys.addaudithook(watch)
    act()
    os._exit(77)

_key()
rules = "missing-mission,unused-suppression"
run(["--no-cache", "--isolated", "--select", rules, f"{source}/a.md"])
limit, ended, found = 0, None, []
while ended != 77:
    limit += 1
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        live(limit)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    files = {
        str(path.relative_to(folder)): path.read_bytes().decode("latin-1")
        for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()
    }
    found.append(files)
    assert ended in (-signal.SIGKILL, 77), ended
print(json.dumps(found))
"""


def die_everywhere(source: Path, *args: str) -> list[dict[str, str]]:
    """The files of a folder after a command died at its first call, its second, ...; and lived."""
    folder = source.parent / "okrlint-kill"
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(source), str(folder), *args],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    assert len(found) > 5
    return found


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "before"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_text(UNUSED, encoding="utf-8")
    return folder


def test_fixes(work: Path) -> None:
    found = die_everywhere(work, "--no-cache", "--fix", *RULES, *FILES)
    for files in found:
        texts = [files[name] for name in FILES]
        assert texts == sorted(texts, key=(FIXED, UNUSED).index)
        assert sum(name.endswith(".tmp") for name in files) <= 1
    assert [found[-1][name] for name in FILES] == [FIXED] * 2
    assert set(found[-1]) == set(FILES)


def test_a_baseline(work: Path) -> None:
    (work / "known.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
    settings = 'select = ["unused-suppression", "missing-mission"]\n'
    (work / "okrlint.toml").write_text(settings, encoding="utf-8")
    found = die_everywhere(work, "baseline", "update", "--file", "known.json", *FILES)
    new = found[-1]["known.json"]
    assert len(json.loads(new)["findings"]) == 2
    assert {files["known.json"] for files in found} == {'{"version": 1, "findings": []}', new}


def test_the_cache(work: Path) -> None:
    found = die_everywhere(work, "keep")
    kept = {name: data for name, data in found[-1].items() if name.startswith(".okrlint_cache")}
    assert len(kept) == 3
    for files in found:
        for name, data in files.items():
            assert name.endswith((".tmp", ".md")) or data == kept[name]


def test_two_runs_at_once(work: Path) -> None:
    command = [sys.executable, "-m", "okrlint", "--fix", "-f", "json", *RULES, *FILES]
    both = [
        subprocess.Popen(command, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in "ab"
    ]
    for process in both:
        process.communicate()
        assert process.returncode == 0
    assert {(work / name).read_text(encoding="utf-8") for name in FILES} == {FIXED}
    assert not list(work.rglob("*.tmp"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")
def test_a_full_disk(work: Path) -> None:
    disk = work / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        (disk / "a.md").write_text(UNUSED, encoding="utf-8")
        with contextlib.suppress(OSError), (disk / "fill").open("wb", buffering=0) as fill:
            while True:
                fill.write(b"x" * 512)
        done = subprocess.run(
            [sys.executable, "-m", "okrlint", "--fix", *RULES, "a.md"],
            cwd=disk, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert "a.md: cannot be written (No space left on device)" in done.stderr
        assert (disk / "a.md").read_text(encoding="utf-8") == UNUSED
        assert {p.name for p in disk.rglob("*") if p.is_file()} == {"a.md", "fill"}
    finally:
        subprocess.run(["umount", disk], check=False, capture_output=True)
