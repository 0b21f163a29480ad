"""Patterns of a .gitignore: as git reads them, whatever they are, in little time."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.patterns import Patterns, is_usable
from tests.support import steps


@pytest.mark.parametrize(
    ("lines", "path", "matched"),
    [
        (["*.md"], "a.md", True),
        (["*.md"], "deep/down/a.md", True),
        (["/*.md"], "deep/a.md", False),
        (["docs/a.md"], "old/docs/a.md", False),
        (["old"], "team/old/a.md", True),
        (["old/"], "old", False),
        (["old/"], "old/a.md", True),
        (["a/**"], "a", False),
        (["a/**"], "a/b/c.md", True),
        (["a/**/c.md"], "a/c.md", True),
        (["a/**/c.md"], "a/b/b/c.md", True),
        (["**/c.md"], "c.md", True),
        (["a?c"], "abc", True),
        (["a?c"], "a/c", False),
        (["[!a]b"], "ab", False),
        (["[a-c]x"], "bx", True),
        (["[[:digit:]]"], "7", True),
        (["[c-a]"], "b", False),
        (["[!c-a]"], "b", True),
        (["["], "[", False),
        ([r"\[x]"], "[x]", True),
        ([r"\!a"], "!a", True),
        (["#a"], "#a", False),
        ([r"\#a"], "#a", True),
        (["a "], "a", True),
        ([r"a\ "], "a ", True),
        (["*.md", "!a.md"], "a.md", False),
        (["*.md", "!a.md", "a.md"], "a.md", True),
        (["old/", "!old/a.md"], "old/a.md", True),
        (["old/*", "!old/a.md"], "old/a.md", False),
        (["", "!", "/", "//", "a\\"], "a", False),
        (["a" * 5000], "a" * 5000, False),
    ],
)
def test_what_is_matched(lines: list[str], path: str, matched: bool) -> None:
    assert Patterns(lines).matches(path) is matched


def test_no_patterns_match_nothing() -> None:
    assert not Patterns([]).matches("a/b")


def test_a_backslash_at_the_end_is_of_no_use() -> None:
    assert not is_usable("a\\")
    assert is_usable("a\\\\")


_PIECES = ["a", "b", "*", "**/", "/**", "?", "/", "[ab]", "[!a]", "[a-z]", "!", "#", " ", "md", "."]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@given(st.lists(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4), max_size=3))
def test_git_says_the_same(checkout: Path, pieces: list[list[str]]) -> None:
    lines = ["".join(line) for line in pieces]
    # In "a**/b" git takes the stars for those of "a/**/b", and its documentation for one star.
    odd = any(re.search(r"[^/!]\*\*|\*\*[^/]", line) for line in lines)
    if odd and any("!" in line for line in lines):
        return
    paths = ["a", "b", "ab", "a.md", "a/b", "b/a.md", "ab/a/b", "a b", "#a", "!a", "md/a/b/md"]
    (checkout / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=checkout,
        input="\0".join(paths),
        capture_output=True,
        text=True,
        check=False,
    )
    patterns = Patterns(lines)
    matched = {path for path in paths if patterns.matches(path)}
    ignored = set(filter(None, done.stdout.split("\0")))
    assert (
        matched <= ignored if odd else matched == ignored
    )  # no file is passed over that git knows


@given(st.lists(st.text(max_size=12), max_size=4), st.text(max_size=20))
def test_any_text_is_a_pattern(lines: list[str], path: str) -> None:
    assert Patterns(lines).matches(path) in (True, False)


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "**/a/" * 60 + "b", "?*" * 80 + "b"])
def test_nothing_backtracks(pattern: str) -> None:
    for path in ("a" * 250, "a/" * 250 + "c"):
        assert steps(lambda: Patterns([pattern]).matches(path)) < 2_000_000  # noqa: B023
