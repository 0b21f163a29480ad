"""Old files: baseline, changed lines, fixes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]


def git(*args: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *args], check=True, capture_output=True)


class TestBaseline:
    def test_what_it_accepts_does_not_fail(self, okrlint: Run, folder: Path) -> None:
        made = okrlint("baseline", "create", "--file", "known.json", ".")
        assert made == Outcome(0, "", "okrlint: known.json: 2 findings accepted\n")
        outcome = okrlint("--baseline", "known.json", ".")
        assert (outcome.code, outcome.out) == (0, "")
        assert "2 findings accepted by known.json" in outcome.err

    def test_edits_above_do_not_matter_and_new_findings_fail(
        self, okrlint: Run, folder: Path
    ) -> None:
        okrlint("baseline", "create", "--file", "known.json", "bad.md")
        more = BAD.replace("**Mission:**", "A new line.\n\n**Mission:**")
        Path("bad.md").write_text(f"{more}- KR 3: Write a cookbook\n", encoding="utf-8")
        outcome = okrlint("-f", "concise", "--baseline", "known.json", "bad.md")
        assert outcome.code == 1
        assert {line.split(":")[1] for line in outcome.out.splitlines()} == {"21"}

    def test_stale_entries_are_told_and_pruned(self, okrlint: Run, folder: Path) -> None:
        okrlint("baseline", "create", "--file", "known.json", "bad.md")
        Path("bad.md").write_text(GOOD, encoding="utf-8")
        assert (
            "2 findings of known.json no longer occur"
            in okrlint("--baseline", "known.json", "bad.md").err
        )
        assert (
            "2 stale findings taken out"
            in okrlint("baseline", "prune", "--file", "known.json", "bad.md").err
        )
        assert json.loads(Path("known.json").read_text())["findings"] == []

    def test_it_is_never_overwritten_by_create(self, okrlint: Run, folder: Path) -> None:
        okrlint("baseline", "create", "--file", "known.json", "bad.md")
        again = okrlint("baseline", "create", "--file", "known.json", "good.md")
        assert again.code == 2
        assert "is there already; use `okrlint baseline update`" in again.err
        assert okrlint("baseline", "update", "--file", "known.json", "good.md").code == 0

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (None, "cannot be read (No such file or directory); make it with"),
            ("[]", "is no baseline of okrlint"),
            ('{"version": 9, "findings": []}', "is of version 9; this okrlint reads 1"),
        ],
    )
    def test_a_bad_baseline(
        self, okrlint: Run, folder: Path, text: str | None, message: str
    ) -> None:
        if text is not None:
            Path("known.json").write_text(text, encoding="utf-8")
        outcome = okrlint("--baseline", "known.json", "bad.md")
        assert outcome.code == 2
        assert message in outcome.err


class TestDiff:
    @pytest.fixture
    def repository(self, folder: Path) -> Path:
        git("init", "-q")
        git("add", "-A")
        git("commit", "-qm", "first")
        return folder

    def test_only_changed_lines(self, okrlint: Run, repository: Path) -> None:
        Path("bad.md").write_text(f"{BAD}- KR 3: Write a cookbook\n", encoding="utf-8")
        outcome = okrlint("-f", "concise", "--diff", "HEAD", "bad.md")
        assert {line.split(":")[1] for line in outcome.out.splitlines()} == {"19"}

    def test_a_new_file_is_all_new(self, okrlint: Run, repository: Path) -> None:
        Path("new.md").write_text(BAD, encoding="utf-8")
        both = okrlint("-f", "concise", "--diff", "HEAD", "new.md", "bad.md").out
        assert {line.split(":")[0] for line in both.splitlines()} == {"new.md"}

    def test_no_such_revision(self, okrlint: Run, repository: Path) -> None:
        outcome = okrlint("--diff", "nowhere", "bad.md")
        assert outcome.code == 2
        assert "nowhere: no such revision in this git checkout" in outcome.err

    def test_an_option_is_no_revision(self, okrlint: Run, repository: Path) -> None:
        assert okrlint("--diff", "--output=stolen", "bad.md").code == 2
        assert not Path("stolen").exists()

    def test_outside_a_checkout(self, okrlint: Run, folder: Path) -> None:
        outcome = okrlint("--diff", "HEAD", "bad.md")
        assert outcome.code == 2
        assert "git" in outcome.err


class TestFix:
    UNUSED = GOOD.replace("**Mission:**", "<!-- okrlint-disable-file no-metric -->\n\n**Mission:**")

    def test_shows_what_it_would_do(self, okrlint: Run, folder: Path) -> None:
        Path("unused.md").write_text(self.UNUSED, encoding="utf-8")
        outcome = okrlint("--fix-diff", "unused.md")
        assert outcome.code == 0
        assert "-<!-- okrlint-disable-file no-metric -->" in outcome.out
        assert Path("unused.md").read_text(encoding="utf-8") == self.UNUSED

    def test_applies_it_and_nothing_else(self, okrlint: Run, folder: Path) -> None:
        Path("unused.md").write_bytes(self.UNUSED.replace("\n", "\r\n").encode())
        assert "1 edit applied" in okrlint("--fix", "unused.md").err
        fixed = Path("unused.md").read_bytes().decode()
        assert fixed == self.UNUSED.replace("\n", "\r\n").replace(
            "<!-- okrlint-disable-file no-metric -->", ""
        )
        assert "0 edits applied" in okrlint("--fix", "unused.md").err
