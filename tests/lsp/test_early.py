"""What is told of a document that is opened while the language model is still being loaded.

The process that reads documents is held until it is asked, so that every run takes the same way.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from okrlint.lsp.analysis import Analyst
from okrlint.lsp.question import Choices, Question, What
from okrlint.lsp.question import Client as Taken
from tests.lsp.client import CAPABILITIES, Client
from tests.lsp.test_pulling import PULLING, codes, pull
from tests.support import BAD

TWICE = f"{BAD}- KR 3: Happier colleagues\n"
EARLY, WHOLE = {"duplicate-key-result"}, {"duplicate-key-result", "task-like", "no-metric"}


def worker(code: str) -> str:
    """What a server runs before it starts, so that its process for documents runs `code` first."""
    begins = f"exec({code!r}); work()"
    return f"from okrlint.lsp import process as p; p._CODE = p._CODE.replace('work()', {begins!r})"


HELD = worker(
    "import select, sys, okrlint.lsp.worker as worker; asked, held = worker._is_asked, [True]; "
    "worker._is_asked = lambda: "
    "bool(held and held.pop() and select.select([sys.stdin.buffer], [], [])) or asked()"
)
"""Before it begins to load it waits for a question."""
UNTOLD = worker("import okrlint.lsp.worker as worker; worker._is_asked = lambda: False")
"""Nobody can tell whether a question waits, as on Windows."""

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="nobody can look into a pipe there")


def told(client: Client, name: str) -> list[tuple[int, set[str]]]:
    return [
        (one.get("version", 0), {d["code"] for d in one["diagnostics"]})
        for one in client.published(name)
    ]


@on_posix
def test_what_needs_no_model_is_told_first_and_once_it_is_loaded_nothing_twice(
    tmp_path: Path,
) -> None:
    client = Client(tmp_path, before=HELD)
    client.open("first.md", TWICE)
    client.diagnostics("first.md", rule="task-like")
    client.open("later.md", TWICE)
    client.diagnostics("later.md", rule="task-like")
    client.change("first.md", TWICE + "\n", 2)
    client.diagnostics("first.md", 2)
    assert client.stop() == 0
    assert told(client, "first.md") == [(1, EARLY), (1, WHOLE), (2, WHOLE)]
    assert told(client, "later.md") == [(1, WHOLE)]


@on_posix
def test_where_nothing_can_be_said_early_nothing_is(tmp_path: Path) -> None:
    client = Client(tmp_path, before=HELD)
    client.open("bad.md", BAD)
    client.diagnostics("bad.md", rule="task-like")
    assert client.stop() == 0
    assert [len(rules) > 0 for _, rules in told(client, "bad.md")] == [True]


def test_where_nobody_can_tell_of_a_pipe_the_whole_is_told_at_once(tmp_path: Path) -> None:
    client = Client(tmp_path, before=UNTOLD)
    client.open("first.md", TWICE)
    client.diagnostics("first.md", rule="task-like")
    assert client.stop() == 0
    assert told(client, "first.md") == [(1, WHOLE)]


@on_posix
def test_a_version_or_a_document_that_is_gone_is_told_no_more(tmp_path: Path) -> None:
    client = Client(tmp_path, before=HELD)
    client.open("changed.md", TWICE)
    client.open("closed.md", TWICE)
    client.diagnostics("changed.md")
    client.change("changed.md", BAD, 2)
    client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("closed.md")}})
    client.diagnostics("changed.md", 2, rule="task-like")
    client.open("after.md", BAD)
    client.diagnostics("after.md", rule="task-like")
    assert client.stop() == 0
    assert told(client, "changed.md")[0] == (1, EARLY)
    versions = [version for version, _ in told(client, "changed.md")]
    assert versions == sorted(versions)
    assert told(client, "changed.md")[-1] == (2, WHOLE - EARLY)
    assert told(client, "closed.md")[-1] == (0, set())


@on_posix
def test_a_client_that_asks_is_told_early_and_asked_to_ask_again_once(tmp_path: Path) -> None:
    client = Client(tmp_path, before=HELD, capabilities=PULLING)
    client.open("first.md", TWICE)
    first = pull(client, "first.md")
    assert codes(first) == EARLY
    client.wait_for("workspace/diagnostic/refresh")
    again = pull(client, "first.md", first["resultId"])
    assert codes(again) == WHOLE
    assert pull(client, "first.md", again["resultId"])["kind"] == "unchanged"
    assert client.stop() == 0
    assert [m["method"] for m in client.said].count("workspace/diagnostic/refresh") == 1


@on_posix
def test_a_client_that_cannot_be_asked_to_is_told_the_whole(tmp_path: Path) -> None:
    capabilities: dict[str, Any] = CAPABILITIES | {"textDocument": {"diagnostic": {}}}
    client = Client(tmp_path, capabilities=capabilities)
    client.open("first.md", TWICE)
    assert codes(pull(client, "first.md")) == WHOLE
    assert client.stop() == 0


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ("", EARLY),
        ('extend-select = ["unused-suppression"]', EARLY),
        ('ignore = ["duplicate-key-result"]', set()),
        ('select = ["no-metric"]', set()),
    ],
)
def test_early_is_what_the_settings_ask_for_and_judges_nothing_else(
    tmp_path: Path, settings: str, wanted: set[str]
) -> None:
    (tmp_path / "okrlint.toml").write_text(settings, encoding="utf-8")
    comment = "<!-- okrlint-disable-line -->"  # it hides what only the model tells
    text = TWICE.replace("the new website", f"the new website {comment}")
    path = str(tmp_path / "okrs.md")
    question = Question(What.LINT, path, path, text, 1, Choices(), Taken(), early=True)
    findings = Analyst().early(question).result.findings
    assert {finding.rule for finding in findings} == wanted
