"""One function escapes for each format; whatever a document, a name or a rule says."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrlint import Settings, lint_text
from okrlint.finding import Suggestion
from okrlint.registry import load_rules
from okrlint.report import FORMATS, render_findings, safe
from okrlint.report.safe import (
    for_json,
    for_log,
    for_markdown,
    for_sarif,
    for_uri,
    for_workflow,
    for_workflow_property,
    for_xml,
    make_visible,
    start_line,
)
from okrlint.result import Result
from tests.support import BAD

RULES = load_rules()
PIECES = [
    "::error::", "##[error]", "##vso[task.x]", "::", "\x1b[31m", "\x9b", "\u202e", "\n", "\r",
    "[a](http://b.example)", "![a](b)", "<b>", "<script>", "</td>", "]]>", "&amp;", "&",
    "www.b.example", "http://b.example", "a@b.example", "@all", "#12", "GH-12", "|", "`", "*", "_",
    "\\", "%0A", "%", ",", ":", "{0}", '"', "'", "\0", "\udcff", "\ud800", "\ufffe", " ", "word",
    "\u2028",
]  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=8).map("".join)


def hidden(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")} - {"\t"}


def is_command(line: str) -> bool:
    """Whether a build server may take a line of its log for a command."""
    return line.lstrip().startswith("::") or bool(re.search(r"##\w*\[", line))


@given(HOSTILE)
def test_a_terminal_shows_it(text: str) -> None:
    shown = make_visible(text)
    assert not hidden(shown)
    assert not re.search(r"##\w*\[", shown)
    assert "\u202e" not in shown


@given(HOSTILE)
def test_no_line_of_a_log_is_a_command(text: str) -> None:
    assert not is_command(start_line(text))
    assert not is_command(for_log(text))
    for line in for_workflow(text).splitlines():
        assert "##[" not in line


@given(HOSTILE)
def test_a_workflow_command_stays_one(text: str) -> None:
    assert len(f"::error file=a::{for_workflow(text)}x".splitlines()) == 1
    assert not set("\n\r:,") & set(for_workflow_property(text))


def plain(tokens: list[object]) -> list[str]:
    """The kinds of what Markdown made of a text, beside text."""
    kinds: list[str] = []
    for token in tokens:
        kinds += [child.type for child in token.children or ()]  # type: ignore[attr-defined]
    return [kind for kind in kinds if kind not in ("text", "text_special")]


@given(HOSTILE)
def test_markdown_makes_nothing_of_it(text: str) -> None:
    md = MarkdownIt("gfm-like") if _has_linkify() else MarkdownIt("commonmark")
    escaped = for_markdown(text)
    tokens = md.parseInline(f"x{escaped}x")
    assert plain(tokens) == []  # type: ignore[arg-type]
    assert not re.search(r"@\w|#\d|www\.|https?:", escaped)


def _has_linkify() -> bool:
    try:
        import linkify_it  # type: ignore[import-untyped]  # noqa: F401
    except ImportError:
        return False
    return True


@given(HOSTILE)
def test_sarif_holds_no_link(text: str) -> None:
    without = for_sarif(text).replace("\\\\", "")
    assert not re.search(r"(?<!\\)[\[\]]", without)


@given(HOSTILE)
def test_json_and_xml_hold_it(text: str) -> None:
    assert json.loads(for_json(json.dumps(text, ensure_ascii=False)).encode()) is not None
    root = ET.Element("a", b=for_xml(text))
    assert ET.fromstring(ET.tostring(root, encoding="unicode")).get("b") is not None


@given(HOSTILE)
def test_a_path_is_a_uri(text: str) -> None:
    for path in (f"a/{named(text)}", f"/a/{named(text)}"):
        assert re.fullmatch(r"[\w.~%/:-]*", for_uri(path), re.ASCII)


@cache
def a_result() -> Result:
    settings = Settings(select=("unknown-rule-in-suppression",))
    return lint_text(f"{BAD}\n<!-- okrlint-disable nothing -->\n", "a.md", settings, RULES)


def results(text: str, path: str) -> list[Result]:
    """A run whose document, name, message and suggestion all say `text`."""
    found = a_result()
    (finding,) = found.findings
    said = replace(finding, path=path, message=text, suggestions=(Suggestion(text),))
    document = replace(found.document, path=path)
    return [replace(found, document=document, findings=(said,))]


@pytest.mark.parametrize("output_format", FORMATS)
@given(text=HOSTILE, path=HOSTILE)
def test_every_format(output_format: str, text: str, path: str) -> None:
    report = render_findings(output_format, results(text, named(path)), RULES)
    report.encode("utf-8")
    lines = report.split("\n")
    if output_format != "github":
        assert not any(is_command(line) for line in lines)
    assert not hidden(report) - {"\n"}
    if output_format in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(report)
    if output_format in ("junit", "checkstyle"):
        ET.fromstring(report)
    if output_format == "github":
        assert len([line for line in lines if line.startswith("::")]) == 1
        assert len(lines) == 2


def named(text: str) -> str:
    """The name of a file as the system gives it: any bytes but NUL."""
    return os.fsdecode(text.replace("\0", "").encode("utf-8", "surrogatepass") + b"x.md")


def test_json_says_the_same_as_what_was_said() -> None:
    text = "##[group]\u202e\x9b"
    report = render_findings("json", results(text, "a.md"), RULES)
    assert json.loads(report)[0]["message"] == text
    assert text not in report


def test_names_of_commands_and_no_names(okrlint: Callable[..., object], folder: object) -> None:
    assert start_line("::error::a.md") == "./::error::a.md"
    assert start_line(" ::a.md") == "./ ::a.md"
    assert start_line("a::b.md") == "a::b.md"
    assert start_line("##[x].md") == "./#\\x23[x].md"
    assert for_log(" ::a") == " \\x3a:a"
    assert for_workflow_property("a,b:c%") == "a%2Cb%3Ac%25"
    assert for_workflow("a\nb%") == "a%0Ab%25"
    assert for_markdown("@me #1 [a](www.b) <i>") == (
        "@\u200bme \\#\u200b1 \\[a\\](www\u200b.b) \\<i\\>"
    )
    assert for_sarif("[a](b) \\ ") == "\\[a\\](b) \\\\ "


@pytest.mark.parametrize(
    ("escape", "text", "shown"),
    [
        (safe.make_visible, "a\tb\u200c\u200d\ufeff", "a\tb\u200c\u200d\ufeff"),
        (safe.make_visible, "\x1b\u202e\u2028\u2029\u00ad\n", "\\x1b\\u202e\\u2028\\u2029\\xad\\n"),
        (safe.make_visible, "##[error] ##vso[x] ## a", "#\\x23[error] #\\x23vso[x] ## a"),
        (safe.start_line, "::error::x", "./::error::x"),
        (safe.start_line, "a::b", "a::b"),
        (safe.for_log, "  ::error::x", "  \\x3a:error::x"),
        (safe.for_html, '<a id="x">&\x1b', "&lt;a id=&quot;x&quot;&gt;&amp;\\x1b"),
        (safe.for_html, "'", "&#x27;"),
        (safe.for_link, "https://a.b/c", "https://a.b/c"),
        (safe.for_link, "HTTP://a.b", "HTTP://a.b"),
        (safe.for_link, "javascript:alert(1)", ""),
        (safe.for_link, "xhttps://a.b", ""),
        (safe.for_link, "https:// a", ""),
        (safe.for_xml, "a\0b\ufffe\t", "a\ufffdb\ufffd\t"),
        (safe.for_json, "a\udcff", "a\\udcff"),
        (safe.for_workflow, "a%\nb\r", "a%25%0Ab\\r"),
        (safe.for_workflow_property, "a:b,c%", "a%3Ab%2Cc%25"),
        (safe.for_markdown, "www.a.b @me #1 GH-2", "www\u200b.a.b @\u200bme \\#\u200b1 GH\u200b-2"),
        (safe.for_sarif, "[a](b)\\", "\\[a\\](b)\\\\"),
        (safe.for_uri, "a b/ü.md", "a%20b/%C3%BC.md"),
        (safe.for_uri, "/a b.md", "file:///a%20b.md"),
    ],
)  # fmt: skip
def test_what_it_looks_like(escape: Callable[[str], str], text: str, shown: str) -> None:
    assert escape(text) == shown
