"""A client as newer editors are: it asks for diagnostics, and has settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Client
from tests.support import BAD, GOOD

PULLING: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"diagnostic": {}, "inlayHint": {}},
    "workspace": {
        "configuration": True,
        "diagnostics": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
        "workspaceEdit": {"documentChanges": True},
    },
}
TASK_LINE = 6
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("team")
    (folder / "okrlint.toml").write_text('select = ["no-metric"]\n', encoding="utf-8")
    client = Client(folder, capabilities=PULLING, options={"isolated": True})
    yield client
    assert client.stop() == 0


def pull(client: Client, name: str, known: str | None = None) -> Any:
    return client.about("diagnostic", name, previousResultId=known)


def codes(report: Any) -> set[str]:
    return {one["code"] for one in report["items"]}


def test_diagnostics_are_told_when_asked_for_and_not_before(client: Client) -> None:
    client.open("pulled.md", BAD)
    first = pull(client, "pulled.md")
    assert first["kind"] == "full"
    assert "task-like" in codes(first)
    again = pull(client, "pulled.md", first["resultId"])
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    client.change("pulled.md", GOOD, 2)
    assert pull(client, "pulled.md", first["resultId"])["items"] == []
    said = [message["method"] for message in client.said]
    assert "textDocument/publishDiagnostics" not in said


def test_a_client_that_may_have_given_up_is_asked_to_ask_again(tmp_path: Path) -> None:
    """Once for each version, or a slow document would be asked for without end."""
    every_answer_is_late = "import okrlint.lsp.server as server; server.PATIENCE = -1.0"
    client = Client(tmp_path, capabilities=PULLING, before=every_answer_is_late)
    client.open("late.md", BAD)
    assert "task-like" in codes(pull(client, "late.md"))
    client.wait_for("workspace/diagnostic/refresh")
    pull(client, "late.md")
    assert client.stop() == 0
    said = [message["method"] for message in client.said]
    assert said.count("workspace/diagnostic/refresh") == 1


def test_a_document_that_is_not_open_has_none(client: Client) -> None:
    assert pull(client, "nowhere.md")["items"] == []


def test_key_results_show_by_when_they_are_due_where_their_words_do_not(client: Client) -> None:
    client.open("hints.md", GOOD.replace("120 to 200", "120 to 200 by 1 August 2025"))
    hints = client.about("inlayHint", "hints.md", range=WHOLE)
    lines = GOOD.splitlines()
    assert (7, "due 2025-09-30") in [(one["position"]["line"], one["label"]) for one in hints]
    assert 6 not in [one["position"]["line"] for one in hints]
    assert all(one["position"]["character"] <= len(lines[one["position"]["line"]]) for one in hints)
    nothing = {"start": WHOLE["start"], "end": WHOLE["start"]}
    assert client.about("inlayHint", "hints.md", range=nothing) == []


def test_all_safe_edits_at_once_for_the_version_that_was_asked_about(client: Client) -> None:
    comment = "<!-- okrlint-disable-line no-metric -->"
    text = GOOD.replace("200\n", f"200 {comment}\n").replace(
        "twice a week", f"twice a week {comment}"
    )
    client.open("fixed.md", text, version=7)
    context = {"diagnostics": [], "only": ["source.fixAll"]}
    (action,) = client.about("codeAction", "fixed.md", range=WHOLE, context=context)
    assert action["kind"] == "source.fixAll.okrlint"
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": client.uri("fixed.md"), "version": 7}
    (edit,) = change["edits"]
    assert (edit["range"]["start"]["line"], edit["range"]["end"]["line"]) == (TASK_LINE, 12)
    assert "okrlint-disable" not in edit["newText"]


def test_the_settings_of_the_editor_are_asked_for_and_may_change(client: Client) -> None:
    client.open("settings.md", BAD)
    assert "task-like" in codes(pull(client, "settings.md"))  # isolated: select says nothing
    client.settings = {"isolated": False, "inlayHints": False}
    client.said.clear()
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    client.wait_for("workspace/inlayHint/refresh")  # diagnostics are also asked for when late
    assert codes(pull(client, "settings.md")) == {"no-metric"}
    assert client.about("inlayHint", "settings.md", range=WHOLE) is None
    client.settings = {"inlayhints": True}
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    message = client.shown("inlayhints")
    assert message.endswith("unknown key 'inlayhints'; did you mean 'inlayHints'?")
