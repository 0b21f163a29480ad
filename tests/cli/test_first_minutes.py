"""What somebody meets who just installed okrlint: no argument, new, init, watch, help."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import okrlint as library
from okrlint.config import Settings, load_settings
from okrlint.registry import load_rules
from tests.support import BAD, GOOD, Outcome

pty = pytest.importorskip("pty", reason="needs a terminal of Unix")

Run = Callable[..., Outcome]
COMMAND = [sys.executable, "-m", "okrlint"]


def on_a_terminal(answer: str) -> tuple[int, str]:
    """Run `okrlint` alone on a real terminal and type an answer: its exit code and screen."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(sys.executable, COMMAND, os.environ | {"NO_COLOR": "1"})
    screen = b""
    typed = False
    try:
        while select.select([terminal], [], [], 300)[0]:
            screen += os.read(terminal, 4096)
            if not typed and screen.rstrip().endswith(b":"):
                os.write(terminal, f"{answer}\n".encode())
                typed = True
    except OSError:  # how a terminal says that the process is gone
        pass
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), screen.decode()


class TestAlone:
    def test_without_a_terminal_it_says_what_to_do(self, okrlint: Run, folder: Path) -> None:
        Path("notes.md").write_text("# Lunch\n", encoding="utf-8")
        outcome = okrlint()
        assert outcome.code == 2  # nothing was checked
        assert outcome.out == ""
        first, *_ = outcome.err.splitlines()
        assert first == f"okrlint {library.__version__}: OKRs in 2 of 3 Markdown files"
        assert "  bad.md  3 objectives, 6 key results, Q3 2025\n" in outcome.err
        assert outcome.err.endswith("Nothing was checked. Lint them: okrlint .\n")

    def test_word_files_and_sheets_are_told_of(
        self, okrlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("budget.csv").write_text("a,b\n", encoding="utf-8")
        Path("our okrs.csv").write_text("Objective,Key result\nBe found,500 visits a day\n")
        outcome = okrlint()
        assert outcome.code == 2
        assert "  our okrs.csv  no Markdown: read when it is named\n" in outcome.err
        assert outcome.err.endswith("Nothing was checked. Lint them: okrlint 'our okrs.csv'\n")
        assert "budget.csv is read when it is named" in okrlint(".").err
        assert "`include` names their kind: our okrs.csv" in okrlint("init").err

    def test_a_folder_without_okrs(
        self, okrlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        outcome = okrlint()
        assert outcome.code == 2
        assert "okrlint new --quarter" in outcome.err

    def test_on_a_terminal_it_offers_to_lint(self, folder: Path) -> None:
        code, screen = on_a_terminal("y")
        assert code == 1
        assert "Lint them now? [Y/n]" in screen
        assert "bad.md:7:9: error: this reads as a task" in screen

    def test_and_takes_no_for_an_answer(self, folder: Path) -> None:
        code, screen = on_a_terminal("n")
        assert code == 0
        assert "error" not in screen

    def test_on_a_terminal_without_okrs_it_offers_to_write_some(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        code, screen = on_a_terminal("Q3-2027")
        assert code == 0, screen
        assert Path("okrs-q3-2027.md").is_file()


def test_the_help_begins_with_what_people_need_first(okrlint: Run) -> None:
    lines = okrlint("--help").out.splitlines()
    at = lines.index("Begin here:")
    assert lines[at + 1].split()[:2] == ["okrlint", "okrs/"]
    assert at < lines.index("Commands:")


class TestNew:
    def test_writes_the_outline_of_the_course(self, okrlint: Run, folder: Path) -> None:
        assert okrlint("new", "--quarter", "Q3-2027", "--team", "Bakery").code == 0
        text = Path("okrs-q3-2027.md").read_text(encoding="utf-8")
        assert text.startswith("# OKRs Q3 2027: Bakery\n")
        filled = text.replace("**Mission:**", "**Mission:** Fresh bread for every street.")
        for number in range(1, 4):
            filled = filled.replace(f"Objective {number}:\n", f"Objective {number}: Aim {number}\n")
            filled = filled.replace(f"KR {number}:\n", f"KR {number}: From {number} to 10 loaves\n")
        document = library.parse(filled, "okrs-q3-2027.md")
        assert document.mission
        assert [len(o.key_results) for o in document.objectives] == [3, 3, 3]
        assert document.cycle
        assert str(document.cycle.end) == "2027-09-30"

    def test_what_is_left_empty_is_told(self, okrlint: Run, folder: Path) -> None:
        okrlint("new", "--quarter", "H1 2027", "-o", "plan.md", "--objectives", "1")
        outcome = okrlint("-f", "concise", "plan.md")
        assert outcome.code == 1
        assert outcome.out.count("no statement stands behind the label") == 1
        assert "3 others are as empty: a form that is not filled in" in outcome.out

    def test_overwrites_nothing(self, okrlint: Run, folder: Path) -> None:
        assert okrlint("new", "--quarter", "Q3-2027", "-o", "good.md").code == 2
        assert Path("good.md").read_text(encoding="utf-8") == GOOD

    @pytest.mark.parametrize("words", ["Q3", "soon", ""])
    def test_a_cycle_without_days(self, okrlint: Run, folder: Path, words: str) -> None:
        outcome = okrlint("new", "--quarter", words)
        assert outcome.code == 2
        assert "names no cycle; write it as Q3-2027" in outcome.err


def settings() -> Settings:
    return load_settings(Path(), load_rules()).settings


class TestInit:
    def test_good_okrs_need_no_profile(self, okrlint: Run, folder: Path) -> None:
        Path("bad.md").unlink()
        outcome = okrlint("init")
        assert outcome.code == 0
        assert "OKRs in 1 of 1 Markdown file: good.md" in outcome.err
        text = Path("okrlint.toml").read_text(encoding="utf-8")
        assert '# extends = "course"' in text
        assert '# cycle = "Q3 2025"' in text
        assert okrlint("good.md").code == 0

    def test_mostly_failing_okrs_get_the_starter(self, okrlint: Run, folder: Path) -> None:
        tasks = "".join(f"- KR {n}: Launch the website\n" for n in range(1, 5))
        Path("good.md").unlink()
        Path("bad.md").write_text(f"# OKRs Q3 2025\n\n## Objective: Be found\n\n{tasks}")
        outcome = okrlint("init")
        assert "the profile is starter: 4 of 4 key results have findings" in outcome.err
        assert 'extends = "starter"' in Path("okrlint.toml").read_text(encoding="utf-8")

    def test_the_profile_can_be_named(self, okrlint: Run, folder: Path) -> None:
        okrlint("init", "--profile", "doerr")
        assert 'extends = "doerr"' in Path("okrlint.toml").read_text(encoding="utf-8")

    def test_habits_of_the_folder_become_settings(self, okrlint: Run, folder: Path) -> None:
        for number in range(3):
            more = "- KR 3: 40 cakes by 25/08/2025\n" if number else ""
            Path(f"team-{number}.md").write_text(GOOD + more, encoding="utf-8")
        Path("good.md").unlink()
        Path("bad.md").unlink()
        okrlint("init")
        assert settings().calendar.day_first is True

    def test_examples_are_left_out(self, okrlint: Run, folder: Path) -> None:
        examples = GOOD.replace("# OKRs Q3 2025", "# OKR examples for teams")
        Path('🎯 [exam"ples].md').write_text(examples, encoding="utf-8")
        okrlint("init")
        assert settings().exclude == ('/🎯\\ \\[exam"ples].md',)
        assert "OKRs in 2 of 2 Markdown files" in okrlint().err

    def test_the_hook_reads_the_files_that_were_found(self, okrlint: Run, folder: Path) -> None:
        Path("it's goals").mkdir()
        Path("good.md").rename("it's goals/one.md")
        Path("notes.md").write_text("# Lunch\n", encoding="utf-8")
        assert okrlint("init", "--pre-commit").code == 0
        written = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))
        (repository,) = written["repos"]
        assert repository["rev"] == f"v{library.__version__}"
        (hook,) = repository["hooks"]
        assert hook["id"] == "okrlint"
        assert hook["files"] == r"(?i)okr|^bad\.md$|^it's\ goals/"

    def test_a_hook_is_added_by_hand_where_there_are_some(self, okrlint: Run, folder: Path) -> None:
        mine = "repos:\n  - repo: local\n    hooks: []\n"
        Path(".pre-commit-config.yaml").write_text(mine, encoding="utf-8")
        outcome = okrlint("init", "--pre-commit")
        assert outcome.code == 2
        assert Path("okrlint.toml").is_file()
        assert Path(".pre-commit-config.yaml").read_text(encoding="utf-8") == mine
        both = yaml.safe_load(mine + outcome.out)  # real lines, not "\\n"
        assert [len(repository["hooks"]) for repository in both["repos"]] == [0, 1]

    def test_overwrites_nothing(self, okrlint: Run, folder: Path) -> None:
        Path("okrlint.toml").write_text("# mine\n", encoding="utf-8")
        outcome = okrlint("init")
        assert outcome.code == 2
        assert "okrlint.toml: is there already, nothing was written" in outcome.err
        assert okrlint("init", "--pre-commit").code == 0  # the hook alone
        assert Path("okrlint.toml").read_text(encoding="utf-8") == "# mine\n"

    def test_names_of_files_stay_inside_a_comment(self, okrlint: Run, folder: Path) -> None:
        Path("okr\nselect = []\n.md").write_text(GOOD, encoding="utf-8")
        assert okrlint("init").code == 0
        assert settings().select == ()
        assert "okr\\nselect" in Path("okrlint.toml").read_text(encoding="utf-8")


class TestWatch:
    def test_lints_again_what_is_saved_and_nothing_else(self, folder: Path) -> None:
        Path("bad.md").unlink()
        # Where the tests run in the background, Ctrl-C is ignored and would be here too.
        code = (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from okrlint.cli import main; main()"
        )
        command = [sys.executable, "-c", code, "watch", "-f", "concise", "."]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert process.stdout
        assert process.stderr
        for line in process.stderr:
            if "watching" in line:
                break
        Path("new.md").write_text(BAD, encoding="utf-8")
        first = process.stdout.readline()
        assert first.startswith("new.md:7:9: error: KR001 task-like")
        Path("okrlint.toml").write_text('select = ["no-metrix"]\n', encoding="utf-8")
        for line in process.stderr:
            if "no-metrix" in line:  # told, and it goes on
                break
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert "good.md" not in rest

    def test_a_path_that_is_not_there(self, okrlint: Run, folder: Path) -> None:
        assert okrlint("watch", "nowhere.md").code == 2
