"""Whatever the text: reading never fails, and every character maps to its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrlint.budget import limited
from okrlint.markdown.block import Block, BlockKind, MarkKind
from okrlint.markdown.blocks import parse_blocks
from tests.markdown.block_sketch import walk
from tests.support import steps

_CHILDREN = {
    BlockKind.LIST: BlockKind.ITEM,
    BlockKind.TABLE: BlockKind.ROW,
    BlockKind.ROW: BlockKind.CELL,
}
_PIECES = [
    *"*_`~[]()<>!&\\|#-+=:>\t \n\0\ufeffaé",
    *("**", "~~", "``", "![", "](u)", "](", "[x]: y\n", "[x]", "&amp;", "&#0;", "&#x1F35E;"),
    *("\\*", "- ", "  - ", "    - ", "1. ", "12) ", "> ", "# ", "## ", "===\n", "---\n"),
    *("***\n", "    ", "```\n", "~~~ x\n", "[ ] ", "[x] ", "\\|", "| a | b |\n", "|-|-|\n"),
    *("||", "  \n", "\\\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x0c", "\x85", "\u00a0"),
    *("\ud800", "e\u0301", "👩\u200d🍳", "word", "KR 1: ", "http://a.example"),
    *("<http://a.example>", "<a@b.example>", "<b>", "</b>", "<br>", "<!--", "-->"),
    *("<!-- c -->", "<?", "<![x[", "<!a>", "<a href='", "<i\n", "<div>\n", "</div>\n", "<p>"),
    *("</p>", "<h2>", "</h2>", "<ul>", "<ol start=2>", "</ul>", "<li>", "</li>", "<table>\n"),
    *("</table>", "<thead>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<hr>", "<pre>"),
    *("</pre>", "<script>", "</script>", "<blockquote>", "<details>\n", "<summary>"),
    *("<input type=checkbox>", "<img alt='x'>", "title: x\n", "...\n"),
]  # fmt: skip
_NASTY = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


def _check(source: str) -> None:
    found = parse_blocks(source)
    for block in walk(found.blocks):
        _check_block(block, source)
    assert all(0 <= b.span.start <= b.span.end <= len(source) for b in found.blocks)
    for comment in found.comments:
        assert source[comment.span.start] in "<#"
        assert comment.text == comment.text.strip()


def _check_block(block: Block, source: str) -> None:
    prose = block.prose
    assert prose.text == prose.text.strip() or block.kind is BlockKind.CODE
    assert list(prose.starts) == sorted(prose.starts)
    for character, start, end in zip(prose.text, prose.starts, prose.ends, strict=True):
        assert block.span.start <= start < end <= block.span.end
        _check_character(character, source[start:end])
    for mark in block.marks:
        assert 0 <= mark.start <= mark.end <= len(prose.text)
        assert mark.start < mark.end or mark.kind is MarkKind.IMAGE
        assert mark.kind is not MarkKind.BREAK or prose.text[mark.start : mark.end] == "\n"
    for child in block.children:
        assert block.span.start <= child.span.start <= child.span.end <= block.span.end
        assert _CHILDREN.get(block.kind, child.kind) is child.kind


def _check_character(character: str, written: str) -> None:
    """A plain character stands for itself; anything else for a construct, whole."""
    if written == character:
        return
    if character == "\n":
        assert re.search(r"[\r\n]|<.*>", written, re.DOTALL), written
    elif character == " ":
        assert re.match(r"[\r\n]|&#?\w+;|\\ ", written), written
    elif character == "\ufffd" and written == "\0":
        return
    else:
        assert re.fullmatch(r"&#?\w+;|\\.|\\\\\|", written), written


@given(_NASTY)
@settings(max_examples=250, deadline=None)
@example("<table>\n<tr>\n<td>\n\n- a\n\n    <pre>\n")
@example("> \t- [x]\ta\r\n>\t  b")
def test_markup_of_every_kind(source: str) -> None:
    _check(source)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_text_of_every_kind(source: str) -> None:
    _check(source)


@given(_NASTY)
@settings(max_examples=100, deadline=None)
def test_line_ends_do_not_matter(source: str) -> None:
    source = source.replace("\r", "")

    def said(text: str) -> list[tuple[BlockKind, str, int]]:
        blocks = walk(parse_blocks(text).blocks)
        return [(block.kind, block.prose.text, block.level) for block in blocks]

    assert said(source) == said(source.replace("\n", "\r\n")) == said(source.replace("\n", "\r"))


class _Words:
    """Hands out words that occur once in a document, and knows their order."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def next(self) -> str:
        number = len(self.given)
        letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
        self.given.append(f"q{letters}q")
        return self.given[-1]


_WRAPS = (
    *("{}", "{}", "{}", "*{}*", "**{}**", "***{}***", "~~{}~~", "`{}`", "`` {} ``", "_{}_"),
    *("[{}](/u)", '[*{}*](</u v> "t")', "[{}][ref]", "<b>{}</b>", "<span title='x'>{}</span>"),
    *("&lt;{}&gt;", "\\*{}\\*", "\\[{}\\]", "é{}", "👩\u200d🍳 {}", "e\u0301 {}", "({})"),
    "![alt](i) {}",
)  # fmt: skip
_JOINS = (" ", " ", " ", "  ", " <!-- c --> ", "<br>", " &amp; ", " – ", " \\\\ ")
_BREAKS = ("\n", " \n", "  \n", "\\\n", "\n  ", "\n\t")


@st.composite
def _inline(draw: st.DrawFn, words: _Words, *, breaks: bool = True) -> str:
    text = draw(st.sampled_from(_WRAPS)).format(words.next())
    for _ in range(draw(st.integers(0, 4))):
        joins = (*_JOINS, *_BREAKS) if breaks else _JOINS
        text += draw(st.sampled_from(joins)) + draw(st.sampled_from(_WRAPS)).format(words.next())
    return text


@st.composite
def _leaf(draw: st.DrawFn, words: _Words) -> list[str]:
    kind = draw(st.sampled_from(("paragraph", "heading", "setext", "table", "html", "html table")))
    if kind == "paragraph":
        text = draw(_inline(words))
    elif kind == "heading":
        text = "#" * draw(st.integers(1, 6)) + " " + draw(_inline(words, breaks=False))
        text += draw(st.sampled_from(("", " #", "  ")))
    elif kind == "setext":
        text = draw(_inline(words)) + "\n" + draw(st.sampled_from(("===", "---")))
    elif kind == "html":
        tag = draw(st.sampled_from(("p", "h2", "div", "center", "blockquote")))
        text = f"<{tag} class='x'>{draw(_inline(words))}</{tag}>"
    elif kind == "table":
        rows = [[draw(_inline(words, breaks=False)) for _ in range(2)] for _ in range(3)]
        lines = [" | ".join(row) + " \\| |" for row in rows]
        text = "\n".join(["| " + lines[0], "|--|--|", "|" + lines[1], lines[2]])
    else:
        cells = [draw(_inline(words)) for _ in range(2)]
        text = f"<table><tr>\n<td>{cells[0]}</td>\n<td>{cells[1]}\n</table>"
    return text.split("\n")


@st.composite
def _blocks(draw: st.DrawFn, words: _Words, depth: int = 0) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("leaf", "leaf", "quote", "item", "number")))
        if kind == "leaf" or depth == 4:
            inner = draw(_leaf(words))
        else:
            inner = draw(_blocks(words, depth + 1))
            first, rest = {
                "quote": ("> ", "> "),
                "item": draw(st.sampled_from((("- ", "  "), ("-\t", "\t"), ("*   ", "    ")))),
                "number": ("1. ", "   "),
            }[kind]
            inner = [(rest if n else first) + line for n, line in enumerate(inner)]
        lines += [*inner, ""]
    return lines[:-1]


@st.composite
def _documents(draw: st.DrawFn) -> tuple[str, list[str]]:
    words = _Words()
    lines = [*draw(_blocks(words)), "", "[ref]: /r"]
    start = draw(st.sampled_from(("", "\ufeff", "---\na: b\n---\n")))
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    return start + end.join(lines), words.given


@given(_documents())
@settings(max_examples=200, deadline=None)
def test_every_word_is_found_where_it_stands(document: tuple[str, list[str]]) -> None:
    source, words = document
    found: list[str] = []
    for block in walk(parse_blocks(source).blocks):
        for match in re.finditer(r"q[a-j]{3}q", block.prose.text):
            span = block.prose.source_span(*match.span())
            assert source[span.start : span.end] == match.group()
            found.append(match.group())
    assert found == words
    _check(source)


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "[a](", "[a][", "![a](", "*", "*a_ ", "`", "`a``", "~~a ", "<", "<a "),
        *("<!--", "&", "> ", "- ", "- > ", "  - a\n", "a\n", "|", "a|b\n-|-\n", "#\n", "[a]: "),
        *('<div a="', "\\", "<ul><li>", "<table><tr><td>", "<details>\n- a\n", "<div>\n\n"),
        *("<b></i>", "<br> ", "\r\n", "<ul><li>a</li><ul>", "<?", "<p a='>"),
        *("- a\n\n      - b\n", "a\n        - b\n", "<!A-->]\n", "- <!A\n"),
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def effort(size: int) -> int:
        return steps(lambda: parse_blocks(piece * (size // len(piece))))

    parse_blocks("a")  # what is loaded once is not counted
    assert effort(8_000) < 2.6 * effort(4_000) + 1_000
    with limited(30):  # seconds of the processor: nor do the regular expressions
        parse_blocks(piece * (24_000 // len(piece)))
