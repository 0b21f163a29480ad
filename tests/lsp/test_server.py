"""Whole round trips with `okrlint lsp`: a real process, real pipes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from okrlint.registry import load_rules
from tests.lsp.client import CAPABILITIES, Client
from tests.support import BAD, GOOD

TASK_LINE = 6
TASK = {"line": TASK_LINE, "character": 12}
ON_TASK = {"start": TASK, "end": TASK}
NO_CONTEXT: dict[str, Any] = {"diagnostics": []}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """One server for the tests that need no settings of their own."""
    client = Client(tmp_path_factory.mktemp("team"))
    yield client
    assert client.stop() == 0


def actions(client: Client, name: str, where: Any = ON_TASK, **context: Any) -> dict[str, Any]:
    answer = client.about("codeAction", name, range=where, context=NO_CONTEXT | context)
    return {action["title"]: action for action in answer or ()}


def apply(text: str, edits: list[dict[str, Any]]) -> str:
    """The text after edits of one line each; characters here take one unit of UTF-16."""
    lines = text.splitlines(keepends=True)
    for edit in edits:
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"]]
        lines[start["line"]] = (
            line[: start["character"]] + edit["newText"] + line[end["character"] :]
        )
    return "".join(lines)


def test_a_good_document_has_no_diagnostics(client: Client) -> None:
    client.open("good.md", GOOD)
    assert client.diagnostics("good.md") == []


def test_a_diagnostic_says_what_where_and_why(client: Client) -> None:
    client.open("why.md", BAD)
    found = {(d["range"]["start"]["line"], d["code"]): d for d in client.diagnostics("why.md")}
    assert (TASK_LINE, "no-metric") not in found  # one defect, one mark
    task = found[TASK_LINE, "task-like"]
    assert task["range"] == {
        "start": {"line": TASK_LINE, "character": 8},
        "end": {"line": TASK_LINE, "character": 30},
    }
    assert task["severity"] == 1
    assert task["source"] == "okrlint"
    assert task["codeDescription"]["href"] == load_rules().find("task-like").url
    message, suggestion = task["message"].split("\n")
    assert message == "this reads as a task (own work), and no number says how much"
    assert suggestion.startswith("try: [number] % of those who visit the new website")


def test_the_last_version_wins(client: Client) -> None:
    client.open("typed.md", GOOD)
    client.diagnostics("typed.md")
    for version in range(2, 12):
        client.change("typed.md", BAD.replace("website", "website" + "!" * version), version)
    client.change("typed.md", GOOD, 12)
    assert client.diagnostics("typed.md", 12) == []
    published = [
        message["params"]["version"]
        for message in client.said
        if message["method"] == "textDocument/publishDiagnostics"
        and message["params"]["uri"] == client.uri("typed.md")
    ]
    assert published == [1, 12]


def test_closing_takes_the_diagnostics_away(client: Client) -> None:
    client.open("closed.md", BAD)
    assert client.diagnostics("closed.md")
    client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("closed.md")}})
    assert client.diagnostics("closed.md", None) == []
    assert client.about("hover", "closed.md", position=TASK) is None


def test_a_document_opened_again_is_read_again(client: Client) -> None:
    client.open("again.md", BAD)
    assert client.diagnostics("again.md")
    client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("again.md")}})
    client.diagnostics("again.md", None)
    client.said.clear()
    client.open("again.md", GOOD)
    assert client.diagnostics("again.md") == []


def test_suppressions_are_offered_and_work(client: Client) -> None:
    client.open("hide.md", BAD)
    before = client.diagnostics("hide.md")
    offered = actions(client, "hide.md")
    assert all(action["kind"] == "quickfix" for action in offered.values())
    (edits,) = offered["Suppress task-like here"]["edit"]["changes"].values()
    text = apply(BAD, edits)
    client.change("hide.md", text, 2)
    after = client.diagnostics("hide.md", 2)
    assert "task-like" in {one["code"] for one in before}
    assert "task-like" not in {one["code"] for one in after}
    places = [one["range"]["start"]["line"] for one in after if one["code"] == "no-metric"]
    assert places == [17]


def test_an_edit_that_is_safe_is_a_quick_fix(client: Client) -> None:
    comment = "<!-- okrlint-disable-line no-metric -->"
    text = GOOD.replace("200\n", f"200 {comment}\n")
    client.open("unused.md", text)
    (one,) = client.diagnostics("unused.md")
    assert one["code"] == "unused-suppression"
    offered = actions(client, "unused.md", one["range"])
    assert list(offered) == ["Remove the comment"]  # and no comment about the comment
    (edits,) = offered["Remove the comment"]["edit"]["changes"].values()
    assert comment not in apply(text, edits)


def test_a_task_can_be_said_anew_where_it_is_written_without_markup(client: Client) -> None:
    client.open("anew.md", BAD)
    title = "Rewrite: [number] % of those who visit the new website [do what] by 30 September"
    (edit,) = actions(client, "anew.md")[title]["edit"]["changes"][client.uri("anew.md")]
    changed = apply(BAD, [edit])
    assert changed == BAD.replace("Launch the new website", title.removeprefix("Rewrite: "))
    label = {"line": TASK_LINE, "character": 2}
    assert title not in actions(client, "anew.md", {"start": label, "end": label})
    part = BAD.replace("Launch the new website", "A reader survey is designed")
    client.open("part.md", part)
    found = {d["code"]: d["range"] for d in client.diagnostics("part.md")}
    first = {"line": TASK_LINE, "character": 8}
    assert found["task-like"]["start"] != first  # not underlined, but of the statement
    offered = actions(client, "part.md", {"start": first, "end": first})
    assert [t for t in offered if t.startswith("Rewrite")]
    client.open("bold.md", BAD.replace("Launch the", "**Launch** the"))
    assert client.diagnostics("bold.md")
    assert not [t for t in actions(client, "bold.md") if t.startswith("Rewrite")]


def test_no_actions_where_nothing_is_wrong_or_another_kind_is_wanted(client: Client) -> None:
    client.open("other.md", BAD)
    first = {"line": 0, "character": 0}
    assert actions(client, "other.md", {"start": first, "end": first}) == {}
    assert actions(client, "other.md", only=["refactor"]) == {}
    assert actions(client, "other.md", only=["quickfix"]) != {}


def test_hover_tells_the_reading(client: Client) -> None:
    client.open("hover.md", GOOD)
    answer = client.about("hover", "hover.md", position=TASK)
    assert answer["contents"]["kind"] == "markdown"
    lines = answer["contents"]["value"].splitlines()
    assert lines[0] == "**KR 1 (key result)**"
    said = dict(line[2:].split(": ", 1) for line in lines[2:])
    assert said["promise"].startswith("outcome")
    assert "200" in said["metric"]
    assert "120" in said["baseline"]
    assert said["deadline"] == "not said here"
    assert said["due"] == "2025-09-30 (said by: title)"
    assert answer["range"]["start"] == {"line": TASK_LINE, "character": 8}
    assert client.about("hover", "hover.md", position={"line": 2, "character": 3}) is None
    on_label = {"line": TASK_LINE, "character": 3}
    assert client.about("hover", "hover.md", position=on_label) == answer


def test_hover_on_an_objective_tells_what_its_key_results_come_to(client: Client) -> None:
    client.open("objective.md", GOOD)
    answer = client.about("hover", "objective.md", position={"line": 4, "character": 20})
    on_label = {"line": 4, "character": 6}
    assert client.about("hover", "objective.md", position=on_label) == answer
    lines = answer["contents"]["value"].splitlines()
    assert lines[0] == "**Objective 1 (objective)**"
    said = dict(line[2:].split(": ", 1) for line in lines[2:])
    assert said["cycle"] == "“Q3 2025” (title)"
    assert said["key results"] == "2"
    assert said["with a metric"] == "2 of 2"
    assert said["with a baseline"] == "1 of 2"
    assert "promise" not in said  # an objective makes none that could be judged so


def complete(client: Client, name: str, text: str) -> dict[str, str]:
    """What may stand at the end of a text: label -> the text put there."""
    client.open(name, text)
    *lines, last = text.split("\n")
    where = {"line": len(lines), "character": len(last)}
    found = client.about("completion", name, position=where) or []
    return {item["label"]: item["textEdit"]["newText"] for item in found}


def test_the_next_label_is_completed(client: Client) -> None:
    assert complete(client, "next.md", f"{GOOD}- ") == {"KR 3:": "KR 3: "}
    assert complete(client, "typed-label.md", f"{GOOD}- k") == {"KR 3:": "KR 3: "}
    assert complete(client, "heading.md", f"{GOOD}\n## ") == {"Objective 4:": "Objective 4: "}
    new = f"{GOOD}\n## Objective 4: Be heard of\n\n- "
    assert complete(client, "first.md", new) == {"KR 1:": "KR 1: "}
    assert complete(client, "written.md", f"{GOOD}- KR 3: ") == {}
    assert complete(client, "prose.md", f"{GOOD}\nSome words ") == {}


def test_rules_are_completed_in_a_suppression(client: Client) -> None:
    rules = complete(client, "rules.md", f"{GOOD}\n<!-- okrlint-disable-next-line no-metric, no-")
    assert rules["no-baseline"] == "no-baseline"
    assert "unused-suppression" not in rules  # nothing suppresses it
    reason = f"{GOOD}\n<!-- okrlint-disable-next-line no-metric -- agreed with "
    assert complete(client, "reason.md", reason) == {}


def test_a_comment_in_mdx_is_one_of_mdx(client: Client) -> None:
    client.open("page.mdx", BAD)
    client.diagnostics("page.mdx")
    action = actions(client, "page.mdx")["Suppress task-like here"]
    (edit,) = action["edit"]["changes"][client.uri("page.mdx")]
    assert edit["newText"] == " {/* okrlint-disable-line task-like */}"
    client.change("page.mdx", apply(BAD, [edit]), 2)
    assert (TASK_LINE, "task-like") not in {
        (d["range"]["start"]["line"], d["code"]) for d in client.diagnostics("page.mdx", 2)
    }


def test_hover_shows_text_of_the_document_as_text(client: Client) -> None:
    line = "- KR 1: Raise [sales](https://example.org) of <b>“*by June*”</b> `x` from 1 to 2"
    client.open("evil.md", f"# OKRs Q3 2025\n\nObjective 1: Sell more\n\n{line}\n")
    value = client.about("hover", "evil.md", position={"line": 4, "character": 10})
    text = value["contents"]["value"].split("\n", 1)[1].replace("\n- ", "")
    for mark in "[]<>*`":
        assert text.count(mark) == text.count(f"\\{mark}")


def test_the_outline(client: Client) -> None:
    client.open("outline.md", GOOD)
    symbols = client.about("documentSymbol", "outline.md")
    assert [symbol["name"] for symbol in symbols] == [
        "Objective 1 Be the bakery that the quarter talks about",
        "Objective 2 Waste less",
        "Objective 3 Be a place where people stay",
    ]
    assert [child["name"] for child in symbols[1]["children"]] == [
        "KR 1 Unsold loaves fall from 40 to 10 a day",
        "KR 2 No bin is collected more than twice a week",
    ]
    assert symbols[1]["range"]["start"]["line"] == 9
    assert symbols[1]["range"]["end"]["line"] == 12
    assert symbols[1]["selectionRange"]["end"]["line"] == 9


def test_positions_count_utf_16(client: Client) -> None:
    text = (
        "# OKRs Q3 2025\n\nObjective 1: 🎯 Waste less\n\n- 🎯👩‍🍳 KR 1: É Launch the new website\n"
    )
    client.open("wide.md", text)
    found = [d for d in client.diagnostics("wide.md") if d["code"] == "task-like"]
    line = text.splitlines()[4]
    units = line.encode("utf-16-le")
    at = found[0]["range"]
    words = units[at["start"]["character"] * 2 : at["end"]["character"] * 2].decode("utf-16-le")
    assert words.endswith("website")
    assert at["end"]["character"] == len(units) // 2


def test_a_client_that_prefers_utf_8(tmp_path: Path) -> None:
    wanted = CAPABILITIES | {"general": {"positionEncodings": ["utf-8", "utf-16"]}}
    client = Client(tmp_path, capabilities=wanted)
    assert client.server["capabilities"]["positionEncoding"] == "utf-8"
    client.open("wide.md", BAD.replace("- KR 1: Launch", "- 🎯 KR 1: Launch"))
    found = [d for d in client.diagnostics("wide.md") if d["code"] == "task-like"]
    assert found[0]["range"]["start"] == {"line": TASK_LINE, "character": 8 + 5}
    assert client.stop() == 0


def test_a_document_without_okrs(client: Client) -> None:
    client.open("notes.md", "# Lunch\n\nSoup on Monday.\n")
    assert client.diagnostics("notes.md") == []
    assert client.about("documentSymbol", "notes.md") == []
    assert client.about("hover", "notes.md", position={"line": 2, "character": 2}) is None


def test_a_document_that_is_in_no_file(client: Client) -> None:
    uri = "untitled:Untitled-1"
    document = {"uri": uri, "languageId": "markdown", "text": BAD, "version": 1}
    client.notify("textDocument/didOpen", {"textDocument": document})
    symbols = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert len(symbols) == 3


def test_settings_are_those_of_the_nearest_file_and_may_change(tmp_path: Path) -> None:
    config = tmp_path / "okrlint.toml"
    config.write_text('select = ["no-metric"]\nexclude = ["old/"]\n', encoding="utf-8")
    client = Client(tmp_path)
    client.open("bad.md", BAD)
    assert {one["code"] for one in client.diagnostics("bad.md")} == {"no-metric"}
    client.open("old/bad.md", BAD)
    assert client.diagnostics("old/bad.md") == []

    config.write_text('select = ["no-metrc"]\n', encoding="utf-8")
    changed = {"changes": [{"uri": config.as_uri(), "type": 2}]}
    client.said.clear()
    client.notify("workspace/didChangeWatchedFiles", changed)
    message = client.shown("no-metrc")
    assert message.endswith("okrlint.toml:1:12: select: no rule is called 'no-metrc'; "
                            "did you mean 'no-metric'?")  # fmt: skip
    assert client.diagnostics("bad.md") == []
    client.change("bad.md", BAD + "\n", 2)
    assert client.diagnostics("bad.md", 2) == []
    shown = [one for one in client.said if one["method"] == "window/showMessage"]
    assert len(shown) == 1  # not at every key, and not for every document

    config.write_text('[severity]\nno-metric = "note"\n', encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", changed)
    client.change("bad.md", BAD, 3)
    levels = {
        one["severity"] for one in client.diagnostics("bad.md", 3) if one["code"] == "no-metric"
    }
    assert levels == {3}
    assert client.stop() == 0


def test_rules_of_the_folder_run_only_when_allowed(tmp_path: Path) -> None:
    (tmp_path / "okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    (tmp_path / "own.py").write_text(
        "import pathlib\npathlib.Path(__file__).with_suffix('.ran').touch()\nprint('hello')\n",
        encoding="utf-8",
    )
    client = Client(tmp_path)
    client.open("bad.md", BAD)
    assert "--allow-rule-files" in client.shown("own.py")
    assert client.stop() == 0
    assert not (tmp_path / "own.ran").exists()

    client = Client(tmp_path, "--allow-rule-files", "--stdio")
    client.open("bad.md", BAD)
    assert "holds no rule class" in client.shown("own.py")  # and what it prints harms nothing
    assert client.stop() == 0
    assert (tmp_path / "own.ran").exists()


def test_without_pygls_one_sentence_says_what_to_install() -> None:
    code = "import sys; sys.modules['pygls'] = None; from okrlint.cli import main; main(['lsp'])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "okrlint: error: `okrlint lsp` needs pygls 2; install it with: pip install 'okrlint[lsp]'\n"
    )


def test_half_a_character_harms_nothing(tmp_path: Path) -> None:
    client = Client(tmp_path)
    client.open("bad.md", BAD)
    client.diagnostics("bad.md")
    client.change("bad.md", f"{BAD}- KR 3: Happy \ud800 colleagues\n", 2)
    assert client.diagnostics("bad.md", 2)
    where = {"line": 18, "character": 12}
    assert client.about("hover", "bad.md", position=where)
    around = {"start": where, "end": where}
    assert client.about("codeAction", "bad.md", range=around, context={"diagnostics": []})
    assert client.stop() == 0


def test_a_rule_that_ends_the_process_does_not(tmp_path: Path) -> None:
    endings = ["SystemExit", "KeyboardInterrupt", "GeneratorExit"]
    raised = ", ".join(f"'{name}.md': {name}" for name in endings)
    write_rules(tmp_path, f"raise {{{raised}}}[context.document.path]")
    client = Client(tmp_path, "--allow-rule-files")
    for name in endings:
        client.open(f"{name}.md", BAD)
        assert client.shown(name)
    assert client.stop() == 0


def test_a_document_that_takes_long_holds_up_no_other(tmp_path: Path) -> None:
    """A regular expression that goes back and tries again for minutes, in a rule that may run."""
    slow = "re.match('(a+)+b', 'a' * 60)"
    write_rules(tmp_path, f"{slow} if context.document.path == 'slow.md' else None")
    client = Client(tmp_path, "--allow-rule-files")
    client.open("slow.md", GOOD)
    client.open("quick.md", BAD)
    assert client.diagnostics("quick.md")
    told = [m["params"] for m in client.said if m["method"] == "textDocument/publishDiagnostics"]
    assert [one["uri"] for one in told] == [client.uri("quick.md")]
    assert client.about("hover", "quick.md", position=TASK)
    assert client.stop() == 0


def write_rules(folder: Path, body: str) -> None:
    """A configuration with a rule of its own, whose check runs what is given."""
    (folder / "okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    (folder / "own.py").write_text(
        "import re\n"
        "from okrlint import Bad, Good, KeyResultRule, Severity\n"
        "class Own(KeyResultRule):\n"
        '    "For a test."\n'
        '    name, code, summary, criterion = "own", "OWN001", "own", "own"\n'
        "    severity = Severity.WARNING\n"
        '    examples = (Bad("- KR: a"), Good("- KR: b"))\n'
        f"    def check(self, key_result, context):\n        {body}\n        yield from ()\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    "position", [{"line": -1, "character": 0}, {"line": "a", "character": 0}, {"line": 2**70}, {}]
)
def test_a_request_that_cannot_be_understood_is_answered(
    client: Client, position: dict[str, Any]
) -> None:
    client.open("odd.md", BAD)
    assert client.diagnostics("odd.md")
    assert client.refused("hover", "odd.md", position=position)["code"] == -32602
    assert client.about("hover", "odd.md", position=TASK)
    assert not [m for m in client.said if m["method"] == "window/showMessage"]


def test_a_document_that_is_too_large_is_told_and_holds_up_nothing(tmp_path: Path) -> None:
    client = Client(tmp_path)
    client.open("large.md", BAD)
    assert client.diagnostics("large.md")
    client.change("large.md", BAD + "filler words here\n\n" * 200_000, 2)
    assert client.diagnostics("large.md", 2) == []
    assert client.shown("large.md is not read here: it has more than 1,000,000 characters")
    assert client.about("hover", "large.md", position=TASK) is None
    for version in range(3, 60):
        client.change("large.md", BAD + "x" * version, version)
    assert client.diagnostics("large.md", 59)
    assert client.stop() == 0


def test_what_took_long_is_read_again_once_it_is_gone(tmp_path: Path) -> None:
    """The last version wins, also over one that would keep the second process for minutes."""
    slow = "re.match('(a+)+b', 'a' * 60)"
    write_rules(tmp_path, f"{slow} if len(context.document.source) > 1500 else None")
    client = Client(tmp_path, "--allow-rule-files")
    client.open("slow.md", BAD + "\nWords that say little.\n" * 60)
    client.open("quick.md", BAD)
    assert client.diagnostics("quick.md")
    client.change("slow.md", BAD, 2)
    assert client.diagnostics("slow.md", 2)
    assert not [m for m in client.said if m["method"] == "window/showMessage"]
    assert client.stop() == 0
