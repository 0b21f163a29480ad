"""The text inside blocks: words, marks, and the way back to the source."""

from __future__ import annotations

import pytest

from tests.markdown.block_sketch import marked, only, ranges


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        ("a &amp; b", "a & b", [("&", "&amp;")]),
        ("&#8364; &#x20AC;", "€ €", [("€", "&#8364;"), ("€", "&#x20AC;")]),
        ("a&NotEqualTilde;b", "a≂̸b", [("≂", "&NotEqualTilde;"), ("\u0338", "&NotEqualTilde;")]),
        ("&nosuch; &", "&nosuch; &", []),
        ("1\\. \\*a\\* \\a", "1. *a* \\a", [(".", "\\."), ("*", "\\*"), ("*", "\\*")]),
        ("a\nb", "a\nb", []),
        ("a \n  b", "a\nb", [("\n", " \n  ")]),
        ("a  \nb", "a\nb", [("\n", "  \n")]),
        ("a\\\nb", "a\nb", [("\n", "\\\n")]),
        ("a<br>b", "a\nb", [("\n", "<br>")]),
        ("a <br/>\n b", "a \nb", [("\n", "<br/>\n ")]),
        ("a\r\nb\rc", "a\nb\nc", [("\n", "\r\n"), ("\n", "\r")]),
        ("a`` b`c ``d", "ab`cd", []),
        ("`a\n b`", "a b", [(" ", "\n ")]),
        ("a ![b](c) d", "a  d", []),
        ("a <span x='y'>b</span>", "a b", []),
        ("from <baseline> to <new goal>, <X>", "from <baseline> to <new goal>, <X>", []),
        ("[[Tide tables]] in 9 ports", "Tide tables in 9 ports", []),
        ("by [[people/mo|Mo Lind]] alone", "by Mo Lind alone", []),
        ("in 9 ports [[Tide tables]]", "in 9 ports [[Tide tables]]", []),
        ("[[metric]] to [[X]] ports", "[[metric]] to [[X]] ports", []),
        ("a <!-- b --> c", "a  c", []),
        ("**a*b*c**", "abc", []),
        ("a * b _ c ** d ~~ e", "a * b _ c ** d ~~ e", []),
        ("[a](b) [c] [d", "a [c] [d", []),
        ("<https://a.example/%20b>", "https://a.example/%20b", []),
        ("<me@a.example>", "me@a.example", []),
        ("a\0b", "a\ufffdb", [("\ufffd", "\0")]),
        ("\ufeffa\ufeff", "a\ufeff", []),
        ("e\u0301 👩\u200d🍳 e\u0301", "e\u0301 👩\u200d🍳 e\u0301", []),
        ("a\ud800b", "a\ud800b", []),
        ("*a\n  **b** c*", "a\nb c", [("\n", "\n  ")]),
        ("***a** b*", "a b", []),
        ("a ~~~~~b~~~~~ c", "a ~b~ c", []),
        ("[x]: /y\n[*a*][x] b", "a b", []),
        ("a\u00a0b\u2028c", "a\u00a0b\u2028c", []),
        ("**&nbsp;** a &nbsp;", "a", []),
    ],
)
def test_text_and_positions(source: str, text: str, written: list[tuple[str, str]]) -> None:
    block = only(source)
    assert block.prose.text == text
    assert ranges(block, source) == written


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("*a* __b__", [("emphasis", "a"), ("strong", "b")]),
        ("~~a~~ `b`", [("strike", "a"), ("code", "b")]),
        ("***a** b*", [("emphasis", "a b"), ("strong", "a")]),
        ("<b>a</b> <i>b</i>", [("strong", "a"), ("emphasis", "b")]),
        ("<del>a</del> <kbd>b</kbd>", [("strike", "a"), ("code", "b")]),
        ("<b>a **b</b> c**", [("strong", "a b"), ("strong", "b c")]),
        ("a</b> <b>c", []),
        ("<b></b>a `` ` ``", [("code", "`")]),
        ("a  \nb\nc\\\nd<br>e", [("break", "\n"), ("break", "\n"), ("break", "\n")]),
        ("<br>", []),
        (" **a ** b", []),
    ],
)
def test_marks(source: str, marks: list[tuple[str, str]]) -> None:
    assert [(kind, words) for kind, words, _ in marked(only(f"x {source}"))] == marks


def test_links_and_images_keep_their_values() -> None:
    source = (
        '[a *b*](/u "t") [c][r] <b@c.example> ![d *e*](f) <img alt="g"> <a href="h">i</a>'
        "\n\n[r]: /s"
    )
    assert marked(only(source)) == [
        ("link", "a b", "/u"),
        ("emphasis", "b", ""),
        ("link", "c", "/s"),
        ("link", "b@c.example", "mailto:b@c.example"),
        ("image", "", "d *e*"),
        ("image", "", "g"),
        ("link", "i", "h"),
    ]


def test_any_address_is_a_link() -> None:
    assert marked(only("[a](javascript:x)")) == [("link", "a", "javascript:x")]


def test_an_image_alone_is_a_block() -> None:
    assert marked(only("![a](b)")) == [("image", "", "a")]


@pytest.mark.parametrize("prefix", ["# ", "> ", "- ", "1. ", "- [x] ", "> - ", "|a|\n|-|\n|"])
def test_marks_stand_right_in_every_block(prefix: str) -> None:
    block = only(prefix + "**KR 1:** sell *90* loaves")
    while block.children:
        block = block.children[-1]
    assert block.prose.text == "KR 1: sell 90 loaves"
    assert [mark[:2] for mark in marked(block)] == [("strong", "KR 1:"), ("emphasis", "90")]
