"""HTML blocks, and Markdown between HTML tags."""

from __future__ import annotations

import pytest

from okrlint.markdown.blocks import parse_blocks
from tests.markdown.block_sketch import marked, only, ranges, sketch, walk


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2 align=center>Bread</h2>", ['heading 2 "Bread"']),
        ("<h1>\n  <b>Bread</b> &amp;\n  cake\n</h1>", ['heading 1 "Bread &\ncake"']),
        ("<p>one\ntwo</p> three", ['paragraph "one\ntwo"', 'paragraph "three"']),
        ('<div align="center">\n\n# Bread\n\n</div>', ['heading 1 "Bread"']),
        ("<div>Bread<hr>cake</div>", ['paragraph "Bread"', "rule", 'paragraph "cake"']),
        ("<blockquote>Bread</blockquote>", ["quote", '  paragraph "Bread"']),
        ("<pre>\n<b>x</b>\n</pre>", ['code "<b>x</b>"']),
        ("<script>\nlet a = '<h1>b</h1>'\n</script>", []),
        ("<style>h1 {}</style>\n<h1>a</h1>", ['heading 1 "a"']),
        ("<ul></ul><table></table><h1></h1>", []),
        ("<br />\n**Bread**", ['paragraph "Bread"']),
        ("<!DOCTYPE html>", []),
        ("<?php\necho 1;", []),
    ],
)
def test_simple_tags(source: str, expected: list[str]) -> None:
    assert sketch(source) == expected


def test_lists() -> None:
    source = "<ol start='3'><li>a<ul><li>b</li></ul></li>\n<li value=7>c<p>d</p><li>e</ol>"
    assert sketch(source) == [
        "list 1 numbered",
        '  item 1 #3 "a"',
        "    list 2",
        '      item 2 "b"',
        '  item 1 #7 "c"',
        '    paragraph "d"',
        '  item 1 #8 "e"',
    ]


def test_a_list_right_inside_a_list_belongs_to_the_item_before() -> None:
    assert sketch("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>") == [
        "list 1",
        '  item 1 "a"',
        "    list 2",
        '      item 2 "b"',
        '  item 1 "c"',
    ]


def test_checkboxes() -> None:
    source = "<ul><li><input type='checkbox' checked> a<li><input type=checkbox>b<li>c</ul>"
    assert sketch(source)[1:] == ['  item 1 [x] "a"', '  item 1 [ ] "b"', '  item 1 "c"']


def test_tables() -> None:
    source = (
        "<table>\n<thead><tr><th>O<th>KR</tr></thead>\n<tbody>\n<tr>\n<td>a</td>\n"
        "<td><ul><li>b</li></ul></td>\n</tr>\n<tr><td></td></tr></tbody></table>"
    )
    assert sketch(source) == [
        "table",
        "  row header",
        '    cell "O"',
        '    cell "KR"',
        "  row",
        '    cell "a"',
        "    cell",
        "      list 1",
        '        item 1 "b"',
        "  row",
        "    cell",
    ]


def test_a_first_row_of_th_is_the_header() -> None:
    rows = only("<table><tr><th>a<th>b<tr><th>c<td>d<tr><th>e</table>").children
    assert [row.header for row in rows] == [True, False, False]


def test_what_the_tags_forgot_is_made_up() -> None:
    assert sketch("<li>a</li>") == ["list 1", '  item 1 "a"']
    assert sketch("<td>a</td>") == ["table", "  row", '    cell "a"']
    assert sketch("<tr>x") == ['paragraph "x"']


def test_markdown_between_tags() -> None:
    source = "<table><tr><td>\n\n**O1** bread\n\n- loaves\n\n</td><td>x</td></tr></table>\n\nafter"
    assert sketch(source) == [
        "table",
        "  row",
        '    cell "O1 bread"',
        "      list 1",
        '        item 1 "loaves"',
        '    cell "x"',
        'paragraph "after"',
    ]


def test_markdown_right_below_a_tag_is_markdown() -> None:
    source = "<details>\n<summary>**O1** bread</summary>\n- a\n- b\n</details>\n"
    assert sketch(source) == ['paragraph "O1 bread"', "list 1", '  item 1 "a"', '  item 1 "b"']
    assert sketch("<div\n  class='x'\n>\n# a\n</div>") == ['heading 1 "a"']
    assert sketch("<pre>\n- a\n</pre>") == ['code "- a"']


@pytest.mark.parametrize("opened", ["<ul><li>a", "<table><tr><td>a", "<h1>a", "<div><p>a"])
def test_a_tag_never_closed_swallows_nothing(opened: str) -> None:
    blocks = parse_blocks(f"{opened}\n\n# Bread\n\n- b\n").blocks
    assert [block.prose.text for block in blocks[1:]] == ["Bread", ""]
    assert blocks[2].children[0].prose.text == "b"


def test_tags_inside_quotes_and_items_stay_there() -> None:
    assert sketch("> <ul><li>a\n\n- <h3>b</h3>") == [
        "quote",
        "  list 1",
        '    item 1 "a"',
        "list 1",
        "  item 1",
        '    heading 3 "b"',
    ]


def test_levels_count_on_through_html_and_markdown() -> None:
    source = "- a\n\n  <ul><li>b\n\n  - c\n\n  </li></ul>"
    levels = [(b.prose.text, b.level) for b in walk(parse_blocks(source).blocks) if b.prose.text]
    assert levels == [("a", 1), ("b", 2), ("c", 3)]


def test_positions_are_exact() -> None:
    source = "> <h2>\r\n>   R&eacute;sum&#xe9; <b>of</b>\r\n> bread</h2>"
    heading = only(source).children[0]
    assert heading.prose.text == "Résumé of\nbread"
    assert ranges(heading, source) == [("é", "&eacute;"), ("é", "&#xe9;"), ("\n", "\r\n> ")]
    assert source[heading.span.start : heading.span.end] == source[2:]
    assert marked(heading) == [("strong", "of", "")]


def test_block_tags_inside_a_line_are_breaks() -> None:
    cell = only("| a |\n|--|\n| <ul><li>x</li><li>**y**</li></ul> |").children[1].children[0]
    assert cell.prose.text == "x\ny"
    assert marked(cell) == [("break", "\n", ""), ("strong", "y", "")]


@pytest.mark.parametrize(
    "source",
    [
        '<p align="center"">a</p>',
        "<p title='1 > 0'>a</p>",
        "<P>a</P>",
        "<p\n\tclass=x>a",
        "<div><![CDATA[x]]><p>a</p></div>",
        "<!-- <ul><li> --><p>a</p>",
    ],
)
def test_odd_tags(source: str) -> None:
    assert sketch(source)[-1] == 'paragraph "a"'
