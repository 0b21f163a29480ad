"""Files, names and outputs as a hostile repository or a broken machine has them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from okrlint.report import FORMATS
from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]
COMMAND = [sys.executable, "-c", "from okrlint.cli import main; main()", "--no-cache"]


def run(*args: str, **streams: int) -> subprocess.CompletedProcess[bytes]:
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
               **streams}  # fmt: skip
    return subprocess.run([*COMMAND, *args], check=False, **streams)  # type: ignore[call-overload]


class TestFiles:
    def test_what_cannot_be_read_is_told_and_the_rest_is_linted(
        self, okrlint: Run, folder: Path
    ) -> None:
        Path("loop.md").symlink_to("loop.md")
        Path("one.md").symlink_to("two.md")
        Path("two.md").symlink_to("one.md")
        Path("gone.md").symlink_to("nowhere.md")
        os.mkfifo("pipe.md")
        outcome = okrlint("-f", "concise", "--no-cache", ".")
        assert outcome.code == 2
        for name in ("loop.md", "one.md", "two.md", "gone.md"):
            assert f"error: {name}: cannot be read" in outcome.err
        assert "pipe.md: is no regular file" in outcome.err
        assert "bad.md:7" in outcome.out

    def test_they_are_told_when_named_too(self, okrlint: Run, folder: Path) -> None:
        Path("loop.md").symlink_to("loop.md")
        os.mkfifo("pipe.md")
        outcome = okrlint("-f", "concise", "loop.md", "pipe.md", "bad.md", "x" * 5000)
        assert outcome.code == 2
        assert outcome.err.count("okrlint: error:") == 3
        assert "bad.md:7" in outcome.out

    def test_a_gitignore_that_is_a_pipe(self, okrlint: Run, folder: Path) -> None:
        os.mkfifo(".gitignore")
        assert okrlint("--show-files", ".").out == "bad.md\ngood.md\n"

    def test_a_gitignore_that_is_a_link(self, okrlint: Run, folder: Path) -> None:
        Path(".gitignore").symlink_to("/dev/zero")
        assert okrlint("--show-files", ".").out == "bad.md\ngood.md\n"

    def test_a_gitignore_that_is_malformed(self, okrlint: Run, folder: Path) -> None:
        lines = [b"\\", b"[", b"!", b"\xff", b"**\\", b"*a" * 99 + b"b", b"good.md"]
        Path(".gitignore").write_bytes(b"\n".join(lines))
        assert okrlint("--show-files", ".").out == "bad.md\n"

    @pytest.mark.parametrize("output_format", FORMATS)
    def test_a_name_that_is_not_utf8(self, okrlint: Run, folder: Path, output_format: str) -> None:
        for name in ("good.md", "bad.md"):
            Path(name).unlink()
        Path(os.fsdecode(b"b\xffd.md")).write_text(BAD, encoding="utf-8")
        outcome = okrlint("-f", output_format, ".")
        assert outcome.code == 1
        assert "Traceback" not in outcome.err
        if output_format in ("json", "gitlab", "sarif", "rdjson"):
            json.loads(outcome.out)
        if output_format in ("junit", "checkstyle"):
            ET.fromstring(outcome.out)
        if output_format == "sarif":
            assert '"b%FFd.md"' in outcome.out

    def test_a_baseline_of_such_a_name(self, okrlint: Run, folder: Path) -> None:
        Path(os.fsdecode(b"b\xffd.md")).write_text(BAD, encoding="utf-8")
        assert okrlint("baseline", "create", ".").code == 0
        assert okrlint("--baseline", ".okrlint-baseline.json", ".").code == 0

    def test_a_file_over_the_limit(self, okrlint: Run, folder: Path) -> None:
        Path("large.md").write_bytes(b"a\n" * (4 * 1024 * 1024 + 1))
        outcome = okrlint("large.md")
        assert outcome.code == 2
        assert "large.md: larger than 8,192 KiB, the most that is read" in outcome.err


class TestNames:
    @pytest.mark.parametrize("name", ["--config=evil.md", "--output-file=good.md", "-ogood.md",
                                      "-q", "--fix", "-x.md"])  # fmt: skip
    def test_one_that_is_an_option_is_refused(self, okrlint: Run, folder: Path, name: str) -> None:
        Path(name).write_text(BAD, encoding="utf-8")
        Path("evil.md").write_text('rule-files = ["evil.py"]\n', encoding="utf-8")
        outcome = okrlint("check", "bad.md", name)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == (
            f"okrlint: error: {name}: names a file and an option; write ./ before it, or -- before "
            "all files\n"
        )
        assert Path("good.md").read_text(encoding="utf-8") == GOOD
        for args in (["--", name], [f"./{name}"]):
            assert okrlint("--no-cache", *args).code == 1

    def test_one_that_is_a_command_of_a_build_server(self, okrlint: Run, folder: Path) -> None:
        for name in ("::error::x.md", "##[error]x.md", " ::warning::x.md"):
            Path(name).write_text(BAD, encoding="utf-8")
        for args in (["-f", "text"], ["-f", "concise"], ["-f", "grouped"], ["--show-files"]):
            lines = okrlint(*args, ".").out.splitlines()
            assert lines
            assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]

    def test_one_with_line_breaks(self, okrlint: Run, folder: Path) -> None:
        Path("a\n::error::b\x1b.md").write_text(BAD, encoding="utf-8")
        shown = okrlint("--show-files", ".")
        assert shown.out == "a\\n::error::b\\x1b.md\nbad.md\ngood.md\n"
        assert "\x1b" not in okrlint("-f", "github", ".").out

    def test_an_unknown_option_is_quoted_safely(self, okrlint: Run, folder: Path) -> None:
        outcome = okrlint("check", "--a\x1b[31m\n::error::b", "bad.md")
        assert outcome.code == 2
        assert "\x1b" not in outcome.err
        assert "\n::error::" not in outcome.err

    def test_a_diff_of_fixes_is_harmless_in_a_log(
        self, okrlint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = f"::error::a ##[x]\n<!-- okrlint-disable-file no-metric -->\n\n{GOOD}"
        Path("a.md").write_text(text, encoding="utf-8")
        assert " ::error::a ##[x]\n" in okrlint("--fix-diff", "a.md").out
        monkeypatch.setenv("CI", "true")
        shown = okrlint("--fix-diff", "a.md").out
        assert " \\x3a:error::a #\\x23[x]\n" in shown


OLD = '{"version": 1, "findings": []}'
EARLIER = "q1.md:3:1: error: an earlier report\n"


class TestOutput:
    def test_a_full_stdout(self, folder: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = run("bad.md", stdout=full.fileno())
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1] == (
            b"okrlint: error: standard output: cannot be read or written (No space left on device)"
        )
        assert b"Traceback" not in done.stderr

    def test_a_full_stderr(self, folder: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = run("bad.md", stderr=full.fileno())
            clean = run("good.md", stderr=full.fileno())
        assert done.returncode == 1
        assert b"bad.md:7" in done.stdout
        assert clean.returncode == 0

    @pytest.mark.parametrize(("closed", "said"), [
        (">&-", b"okrlint: error: standard output: is closed; nothing could be reported\n"),
        ("<&-", b"okrlint: error: -: standard input is closed; nothing could be read\n"),
    ])  # fmt: skip
    def test_what_is_closed(self, folder: Path, closed: str, said: bytes) -> None:
        shell = ["sh", "-c", f'"$@" {closed}', "sh", *COMMAND, "-" if closed == "<&-" else "bad.md"]
        done = subprocess.run(shell, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (2, said)

    def test_a_reader_that_leaves(self, folder: Path) -> None:
        read, write = os.pipe()
        os.close(read)
        done = run("bad.md", stdout=write)
        os.close(write)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"Exception" not in done.stderr

    def test_a_report_is_whole_or_as_it_was(self, folder: Path) -> None:
        Path("report").write_text(EARLIER, encoding="utf-8")
        limit = (
            "import resource, signal, os, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
            "resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)); "
            "os.execv(sys.argv[1], sys.argv[1:])"
        )
        args = [*COMMAND, "-o", "report", "bad.md"]
        done = subprocess.run(
            [sys.executable, "-c", limit, *args], check=False, capture_output=True
        )
        assert done.returncode == 2
        assert b"report: cannot be written (File too large)" in done.stderr
        made = [sys.executable, "-c", limit, *COMMAND[:-1], "baseline", "create", "bad.md"]
        assert subprocess.run(made, check=False, capture_output=True).returncode == 2
        assert Path("report").read_text(encoding="utf-8") == EARLIER
        assert {path.name for path in folder.iterdir()} == {"report", "good.md", "bad.md"}

    def test_a_report_is_not_written_through_a_link_that_leaves(
        self, okrlint: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        other = tmp_path_factory.mktemp("other")
        for name, text in (("report", EARLIER), ("known.json", OLD)):
            (other / name).write_text(text, encoding="utf-8")
            Path(name).symlink_to(other / name)
        for args in (
            ["-o", "report", "bad.md"],
            ["baseline", "update", "--file", "known.json", "."],
        ):
            outcome = okrlint(*args)
            assert outcome.code == 2
            assert "a link that leaves" in outcome.err
        assert (other / "report").read_text(encoding="utf-8") == EARLIER
        assert (other / "known.json").read_text(encoding="utf-8") == OLD


HUGE = "9" * 5000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("exclude = " + "[" * 5000 + "]" * 5000, "nested too deep"),
        ("rules = " + "{a = " * 3000 + "1" + "}" * 3000, "nested too deep"),
        (f"today = {HUGE}", "not valid TOML"),
        ('extends = "a\\u0000b"', "holds a NUL"),
        ('baseline = "a\\u0000b"', "holds a NUL"),
        ('rule-files = ["a\\u0000b"]', "holds a NUL"),
        ('[severity]\n"a\\u0000b" = "off"', "holds a NUL"),
        ('exclude = ["a\\\\"]', "1:1: exclude: 'a\\\\' ends in a backslash"),
        ('[per-file-ignores]\n"a\\\\" = ["KR"]', "ends in a backslash"),
        ('extends = "okrlint.toml"', "builds on this file again"),
        ('baseline = "/dev/zero"', "is no regular file"),
        ('baseline = "pipe"', "is no regular file"),
        ('baseline = "loop"', "cannot be read"),
        ('extends = "pipe"', "is neither a profile nor a file"),
        ('extends = "/dev/zero"', "is neither a profile nor a file"),
        (f'extends = "{"x" * 300}"', "is neither a profile nor a file"),
        (f'extends = ["{"x/" * 3000}"]', "is neither a profile nor a file"),
        ("\0", "binary"),
    ],
)
def test_settings_that_cannot_be_used(okrlint: Run, folder: Path, text: str, words: str) -> None:
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    Path("okrlint.toml").write_text(f"{text}\n", encoding="utf-8")
    outcome = okrlint("--no-cache", "bad.md")
    assert outcome.code == 2
    assert words in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("target", ["okrlint.toml", "/dev/zero", "pipe", ".", "nowhere"])
def test_settings_in_no_file(okrlint: Run, folder: Path, target: str) -> None:
    os.mkfifo("pipe")
    Path("okrlint.toml").symlink_to(target)
    outcome = okrlint("bad.md")
    assert outcome.code == 2
    assert "cannot be read" in outcome.err or "is no regular file" in outcome.err
    assert "Traceback" not in outcome.err


def test_settings_that_build_on_each_other_without_end(okrlint: Run, folder: Path) -> None:
    for number in range(40):
        text = f'extends = ["{number + 1}.toml", "{number + 1}.toml"]\n'
        Path(f"{number}.toml").write_text(text, encoding="utf-8")
    Path("40.toml").write_text("select = ['KR']\n", encoding="utf-8")
    outcome = okrlint("--config", "0.toml", "bad.md")
    assert outcome.code == 2
    assert "builds on more than 32 files" in outcome.err


@pytest.mark.parametrize(
    "text",
    ["", "[" * 100_000, '{"version": 1, "findings": [{"path": "a"}]}', "\xff", "null",
     '{"version": 1, "findings": [{"path":"a","rule":"b","statement":"c","count":-1}]}'],
)  # fmt: skip
def test_a_baseline_that_is_none(okrlint: Run, folder: Path, text: str) -> None:
    Path("known.json").write_text(text, encoding="latin-1")
    outcome = okrlint("--baseline", "known.json", "bad.md")
    assert outcome.code == 2
    assert "is no baseline of okrlint" in outcome.err
