"""The command as people run it: whole output, exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import BAD, Outcome

Run = Callable[..., Outcome]


def test_a_good_file_is_clean(okrlint: Run, folder: Path) -> None:
    assert okrlint("good.md") == Outcome(
        0, "", "okrlint: no findings in 3 objectives and 6 key results of 1 file\n"
    )


def test_a_bad_file_shows_the_words_and_why(okrlint: Run, folder: Path) -> None:
    outcome = okrlint("bad.md", "--select", "no-metric")
    assert outcome.code == 1
    assert outcome.out == (
        "bad.md:7:9: error: no number says when this is reached [no-metric, KR003]\n"
        "  7 | - KR 1: Launch the new website\n"
        "    |         ^^^^^^^^^^^^^^^^^^^^^^\n"
        "    = try: [number] % of those who visit the new website [do what] by 30 September\n"
        "\n"
        "bad.md:18:9: error: no number says when this is reached [no-metric, KR003]\n"
        "  18 | - KR 2: Happier colleagues\n"
        "     |         ^^^^^^^^^^^^^^^^^^\n"
        "     = try: say how much: where the measure stands now and where it will be\n"
        "\n"
    )
    assert outcome.err == "okrlint: 2 errors in 3 objectives and 6 key results of 1 file\n"


def test_check_is_the_default_command(okrlint: Run, folder: Path) -> None:
    assert okrlint("check", "bad.md") == okrlint("bad.md")


def test_concise(okrlint: Run, folder: Path) -> None:
    outcome = okrlint("-f", "concise", "--select=KR003", "bad.md")
    assert outcome.out == (
        "bad.md:7:9: error: KR003 no-metric: no number says when this is reached\n"
        "bad.md:18:9: error: KR003 no-metric: no number says when this is reached\n"
    )


def test_json(okrlint: Run, folder: Path) -> None:
    found = json.loads(okrlint("-f", "json", "--select=no-metric", "bad.md").out)
    assert [one["line"] for one in found] == [7, 18]
    assert 0.8 <= found[0].pop("certainty") <= 1
    assert found[0] == {
        "path": "bad.md",
        "rule": "no-metric",
        "code": "KR003",
        "severity": "error",
        "message": "no number says when this is reached",
        "line": 7,
        "column": 9,
        "end_line": 7,
        "end_column": 31,
        "place": None,
        "url": "https://github.com/okrlint/okrlint/blob/main/rules/no-metric.md",
        "suggestions": [
            {
                "text": "[number] % of those who visit the new website [do what] by 30 September",
                "edits": [],
                "rewrite": True,
            }
        ],
    }
    assert json.loads(okrlint("-f", "json", "good.md").out) == []


def test_github(okrlint: Run, folder: Path) -> None:
    outcome = okrlint("-f", "github", "--select=no-metric", "bad.md")
    assert outcome.out.splitlines()[0] == (
        "::error file=bad.md,line=7,endLine=7,col=9,endColumn=31,title=no-metric (KR003)"
        "::no number says when this is reached%0ATry: [number] %25 of those who visit the new "
        "website [do what] by 30 September%0A"
        "https://github.com/okrlint/okrlint/blob/main/rules/no-metric.md"
    )


def test_a_document_cannot_start_a_workflow_command(okrlint: Run, folder: Path) -> None:
    Path("a%,b.md").write_text(BAD.replace("new website", "x\n::error::owned"), encoding="utf-8")
    out = okrlint("-f", "github", "a%,b.md").out
    assert all(line.startswith(("::error file=a%25%2Cb.md,", "::warning file=a%25%2Cb.md,"))
               for line in out.splitlines())  # fmt: skip


def test_ignore_and_families(okrlint: Run, folder: Path) -> None:
    assert okrlint("--ignore", "KR", "bad.md").code == 0
    outcome = okrlint("--select", "KR001,no-metric", "--ignore", "task-like", "bad.md")
    assert "task-like" not in outcome.out
    assert outcome.code == 1


def test_a_folder_is_walked_in_order(okrlint: Run, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.md").write_text(BAD, encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "b.md").write_text(BAD, encoding="utf-8")
    out = okrlint("-f", "concise", "--select=no-metric", ".").out
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "bad.md", "bad.md", "sub/a.md", "sub/a.md"
    ]  # fmt: skip


def test_a_folder_outside_the_current_one(
    okrlint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert "../bad.md:7:9" in okrlint("-f", "concise", "..").out


def test_standard_input(okrlint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(BAD.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    outcome = okrlint("-f", "concise", "--select=no-metric", "--stdin-filename", "team.md", "-")
    assert outcome.out.splitlines()[0].startswith("team.md:7:9: error")


class TestBadInput:
    def test_missing_file(self, okrlint: Run, folder: Path) -> None:
        assert okrlint("nowhere.md") == Outcome(
            2, "", "okrlint: error: nowhere.md: no such file or folder; check the path\n"
        )

    def test_the_other_files_are_linted_all_the_same(self, okrlint: Run, folder: Path) -> None:
        outcome = okrlint("-f", "concise", "nowhere.md", "bad.md")
        assert outcome.code == 2
        assert "bad.md:7:9" in outcome.out

    def test_folder_without_markdown(self, okrlint: Run, folder: Path) -> None:
        (folder / "empty").mkdir()
        assert okrlint("empty") == Outcome(
            2,
            "",
            "okrlint: error: empty: no Markdown files in this folder; name another path\n",
        )

    def test_not_utf8(self, okrlint: Run, folder: Path) -> None:
        Path("latin.md").write_bytes("# Büro\n".encode("latin-1"))
        assert okrlint("latin.md") == Outcome(
            2,
            "",
            "okrlint: error: latin.md: not UTF-8 text (byte 0xfc on line 1); save it as UTF-8\n",
        )

    def test_binary(self, okrlint: Run, folder: Path) -> None:
        Path("image.md").write_bytes(b"\x89PNG\0\0\1")
        assert okrlint("image.md") == Outcome(
            2,
            "",
            "okrlint: error: image.md: this is a binary file, not Markdown; leave it out\n",
        )

    def test_utf_16(self, okrlint: Run, folder: Path) -> None:
        Path("notepad.md").write_text("# OKRs\n", encoding="utf-16")
        assert okrlint("notepad.md") == Outcome(
            2,
            "",
            "okrlint: error: notepad.md: saved as UTF-16, as some editors do; save it as UTF-8\n",
        )

    def test_empty(self, okrlint: Run, folder: Path) -> None:
        Path("empty.md").touch()
        assert okrlint("empty.md") == Outcome(
            0, "", "okrlint: empty.md: the file is empty; nothing to check\n"
        )

    def test_no_okrs(self, okrlint: Run, folder: Path) -> None:
        Path("notes.md").write_text("# Lunch\n\nSoup on Monday.\n", encoding="utf-8")
        assert okrlint("notes.md") == Outcome(
            0, "", "okrlint: notes.md: no OKRs found; nothing to check\n"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "# How we write OKRs\n\n## Objectives\n\nAn objective says where you want to go.\n\n"
            "## Key results\n\nA key result says how you know that you arrived.\n",
            "# Meeting, 4 August 2025\n\n## OKRs\n\nAna shows the numbers. We decide next week.\n",
            "# Team pages\n\n- [OKRs Q1 2025](https://example.org/q1)\n"
            "- [OKRs Q2 2025](https://example.org/q2)\n",
        ],
    )
    def test_a_page_that_speaks_of_okrs(self, okrlint: Run, folder: Path, text: str) -> None:
        Path("page.md").write_text(text, encoding="utf-8")
        why = "no OKRs found for sure; --min-certainty 0 shows what may be some"
        assert okrlint("page.md") == Outcome(0, "", f"okrlint: page.md: {why}\n")
        asked = okrlint("--min-certainty", "0", "-f", "concise", "page.md").out
        assert [line.split()[2] for line in asked.splitlines()] == ["DOC004"]

    def test_okrs_in_another_language_without_a_word_of_english(
        self, okrlint: Run, folder: Path
    ) -> None:
        text = (
            "# Ziele\n\n## Ziel 1: Die Gäste und wir sind mit der Fähre zufrieden\n\n"
            "| Schlüsselergebnis | Zielwert |\n|---|---|\n"
            "| Die Fähren sind für die Gäste nicht zu spät | 92 % |\n"
            "| Beschwerden im Monat | 20 |\n"
        )
        Path("ziele.md").write_text(text, encoding="utf-8")
        outcome = okrlint("ziele.md")
        assert "not-english" in outcome.out
        assert "2 key results of 1 file" in outcome.err

    def test_okrs_that_wait_to_be_written(self, okrlint: Run, folder: Path) -> None:
        okrlint("new", "--quarter", "Q3-2027", "-o", "new.md")
        outcome = okrlint("new.md")
        assert outcome.code == 1
        assert "new.md: no OKRs could be read\n" in outcome.err

    def test_unknown_rule(self, okrlint: Run, folder: Path) -> None:
        assert okrlint("--select", "no-metrics", "good.md") == Outcome(
            2,
            "",
            "okrlint: error: no rule is called 'no-metrics'; did you mean 'no-metric'?\n",
        )

    def test_unknown_option(self, okrlint: Run, folder: Path) -> None:
        outcome = okrlint("--selekt", "no-metric", "good.md")
        assert outcome.code == 2
        assert "No such option" in outcome.err
        assert "--select" in outcome.err

    def test_no_path(self, okrlint: Run, folder: Path) -> None:
        outcome = okrlint("check")
        assert outcome.code == 2
        assert "Missing argument 'PATH...'" in outcome.err


def test_hostile_text_reaches_no_terminal_raw(okrlint: Run, folder: Path) -> None:
    hostile = BAD.replace("the new website", "the new \x1b[31mwebsite \u202egnp")
    Path("hostile.md").write_text(hostile, encoding="utf-8")
    outcome = okrlint("--color", "never", "--min-certainty", "0", "hostile.md")
    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out
    assert r"\x1b[31mwebsite \u202egnp" in outcome.out


def test_color_only_where_asked(okrlint: Run, folder: Path) -> None:
    assert "\x1b[" not in okrlint("bad.md").out
    assert "\x1b[" in okrlint("--color", "always", "bad.md").out


def test_wide_characters_are_underlined_at_their_place(okrlint: Run, folder: Path) -> None:
    Path("wide.md").write_text(BAD.replace("- KR 2: Happier", "- 🎯 KR 2: 幸せ"), encoding="utf-8")
    lines = okrlint("--select=no-metric", "wide.md").out.splitlines()
    shown = next(line for line in lines if "幸せ" in line)
    marked = lines[lines.index(shown) + 1]
    assert shown.endswith("幸せ colleagues")
    assert marked == "     |            " + "^" * len("xxxx colleagues")


def run_python(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *args], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize(
    "args", [["--help"], ["check", "-h"], ["--version"], ["rule", "no-metric"], ["rule", "--all"],
             ["notes.md"], ["outline", "good.md"]],
    ids=" ".join,
)  # fmt: skip
def test_spacy_is_not_imported_for(args: list[str], folder: Path) -> None:
    Path("notes.md").write_text("# Lunch\n\nSoup on Monday.\n", encoding="utf-8")
    code = (
        "import sys; from okrlint.cli import run; code = run(sys.argv[1:]); "
        "assert 'spacy' not in sys.modules, 'spaCy was imported'; sys.exit(code)"
    )
    done = run_python("-c", code, *args)
    assert done.returncode == 0, done.stderr


def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    code = "import sys; from okrlint.cli import main; main(['-f', 'concise', *['bad.md'], '.'])"
    done = subprocess.run(
        f'"{sys.executable}" -c "{code}" | true',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
