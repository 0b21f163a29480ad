"""The comments of code actions: each hides what it should, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from okrlint.config import Settings
from okrlint.engine import Result, lint_text
from okrlint.finding import Edit
from okrlint.lsp.suppressing import suppress_here, suppress_in_file
from okrlint.memory import MemoryCache
from okrlint.registry import load_rules

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.md"))
RULES = load_rules()
LATE = {rule.name for rule in RULES if rule.after_others}
ALL = Settings(select=("ALL",))

HEAD = "# OKRs Q3 2025\n\nObjective 1: Waste less bread\n\n"

SHAPES = {
    "list item": "- KR 1: Launch the new website",
    "list item over two lines": "- KR 1: Launch the new\n  website and tell everyone",
    "numbered item": "1. KR 1: Launch the new website",
    "nested item": "- KR 1: Launch the new website\n    - Owner: Ada",
    "paragraph": "KR 1: Launch the new website",
    "paragraph with a hard break": "KR 1: Launch the new website  \nKR 2: Sell 9 of 10 loaves",
    "heading": "## KR 1: Launch the new website",
    "closed heading": "## KR 1: Launch the new website ##",
    "underlined heading": "KR 1: Launch the new website\n---",
    "quoted": "> - KR 1: Launch the new website",
    "emphasis to the end": "- **KR 1:** *Launch the new website*",
    "table": "| Key result | Owner |\n|---|---|\n| Launch the new website | Ada |",
    "open table": "Key result | Owner\n---|---\nLaunch the new website | Ada",
    "table with blanks after it": "| Key result |\n|---|\n| Launch the new website |  ",
    "table in which a pipe is text": "| Key result |\n|---|\n| Launch the new a\\|b website |",
}


def apply(source: str, edit: Edit) -> str:
    return source[: edit.span.start] + edit.text + source[edit.span.end :]


def found(result: Result) -> Counter[tuple[str, str, str]]:
    return Counter(
        (one.rule, " ".join(one.statement.split()), " ".join(one.message.split()))
        for one in result.findings
        if one.rule not in LATE
    )


def complaints(result: Result) -> list[str]:
    """What is said about the comments themselves."""
    return [one.message for one in result.findings if one.rule in LATE]


def check_all(source: str, path: str, settings: Settings) -> int:
    """Suppress each finding in turn, both ways; how many edits were tried."""
    memory = MemoryCache()
    before = lint_text(source, path, settings, RULES, memory)
    tried = 0
    for finding in before.findings:
        if finding.rule in LATE:
            continue
        line = before.lines.line_at(finding.span.start)
        here = suppress_here(source, finding)
        for edit, hidden in ((here, {line}), (suppress_in_file(source, finding.rule), None)):
            if edit is None:
                assert "front-matter" in path
                continue
            expected = found(before)
            for one in before.findings:
                at = before.lines.line_at(one.span.start)
                if one.rule == finding.rule and (hidden is None or at in hidden):
                    expected[
                        one.rule, " ".join(one.statement.split()), " ".join(one.message.split())
                    ] -= 1
            after = lint_text(apply(source, edit), path, settings, RULES, memory)
            assert found(after) == +expected, (finding.rule, edit)
            assert complaints(after) == complaints(before)
            tried += 1
    return tried


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_shape(shape: str, end: str) -> None:
    source = (HEAD + SHAPES[shape] + "\n").replace("\n", end)
    assert check_all(source, "okrs.md", Settings(select=("no-metric", "task-like"))) > 0


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_finding_in_documents_of_all_shapes(path: Path) -> None:
    check_all(path.read_text(encoding="utf-8"), path.name, ALL)


def test_the_comment_stands_in_the_last_cell() -> None:
    source = HEAD + SHAPES["table"]
    (finding,) = lint_text(source, "", Settings(select=("no-metric",))).findings
    edit = suppress_here(source, finding)
    assert edit
    assert apply(source, edit).endswith(
        "| Launch the new website | Ada <!-- okrlint-disable-line no-metric --> |"
    )


def test_a_file_with_front_matter_is_suppressed_below_it() -> None:
    source = "---\ntitle: OKRs Q3 2025\n---\n" + HEAD
    edit = suppress_in_file(source, "no-metric")
    assert apply(source, edit).startswith(
        "---\ntitle: OKRs Q3 2025\n---\n\n<!-- okrlint-disable-file no-metric -->\n# OKRs"
    )


def test_a_byte_order_mark_stays_first() -> None:
    edit = suppress_in_file("\ufeff# OKRs\r\n", "no-metric")
    assert apply("\ufeff# OKRs\r\n", edit) == (
        "\ufeff<!-- okrlint-disable-file no-metric -->\r\n\r\n# OKRs\r\n"
    )
