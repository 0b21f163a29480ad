"""Markdown's own blocks: what they are, what they say, where they stand."""

from __future__ import annotations

import pytest

from okrlint.markdown.block import BlockKind
from okrlint.markdown.blocks import parse_blocks
from tests.markdown.block_sketch import only, ranges, sketch, walk


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# One", ['heading 1 "One"']),
        ("###### Six ######", ['heading 6 "Six"']),
        ("## Two ## three", ['heading 2 "Two ## three"']),
        ("#", ["heading 1"]),
        ("One\n===", ['heading 1 "One"']),
        ("Two\nlines\n---", ['heading 2 "Two\nlines"']),
        ("Words\n\n---", ['paragraph "Words"', "rule"]),
        ("  Words\n   more", ['paragraph "Words\nmore"']),
        ("```\n a\n\n```", ['code " a"']),
        ("~~~ py\na\nb", ['code "a\nb"']),
        ("    a\n      b", ['code "a\n  b"']),
        ("> a\nb\n\nc", ["quote", '  paragraph "a\nb"', 'paragraph "c"']),
        ("> > # a", ["quote", "  quote", '    heading 1 "a"']),
        ("[a]: b\n\nc", ['paragraph "c"']),
        ("", []),
        (" \n\t\n", []),
        ("<a name='x'></a>", []),
    ],
)
def test_leaves_and_quotes(source: str, expected: list[str]) -> None:
    assert sketch(source) == expected


def test_nested_lists_count_their_depth() -> None:
    source = "".join("  " * depth + f"- level {depth + 1}\n" for depth in range(9))
    found = [block for block in walk(parse_blocks(source).blocks) if block.kind is BlockKind.ITEM]
    assert [(item.level, item.prose.text) for item in found] == [
        (level, f"level {level}") for level in range(1, 10)
    ]


def test_tabs_nest_too() -> None:
    assert sketch("- a\n\t- b\n\t\t- c\n\t- d") == [
        "list 1",
        '  item 1 "a"',
        "    list 2",
        '      item 2 "b"',
        "        list 3",
        '          item 3 "c"',
        '      item 2 "d"',
    ]


def test_items_hold_what_follows_their_first_paragraph() -> None:
    assert sketch("3. a\n   b\n\n   c\n\n   > d\n4) e\n\n5) # f\n\n6)") == [
        "list 1 numbered",
        '  item 1 #3 "a\nb"',
        '    paragraph "c"',
        "    quote",
        '      paragraph "d"',
        "list 1 numbered",
        '  item 1 #4 "e"',
        "  item 1 #5",
        '    heading 1 "f"',
        "  item 1 #6",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- [ ] a", 'item 1 [ ] "a"'),
        ("- [x] a", 'item 1 [x] "a"'),
        ("* [X]  a", 'item 1 [x] "a"'),
        ("- [] a", 'item 1 [ ] "a"'),
        ("1. [x]\n   a", 'item 1 #1 [x] "a"'),
        ("- [x]", "item 1 [x]"),
        ("- [x]a", 'item 1 "[x]a"'),
        ("- [y] a", 'item 1 "[y] a"'),
        ("- [x](y) a", 'item 1 "x a"'),
    ],
)
def test_checkboxes(source: str, expected: str) -> None:
    assert sketch(source)[1].strip() == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Aim\n\t- a\n\t- b", ['paragraph "Aim"', "list 1", '  item 1 "a"', '  item 1 "b"']),
        ("Aim\n\n    1. a\n    2. b", ['paragraph "Aim"', "list 1 numbered", "  …", "  …"]),
        ("- a\n      - b", ["list 1", '  item 1 "a"', "    list 2", '      item 2 "b"']),
        ("    code:\n      - a", ['code "code:\n  - a"']),
        ("```\n    - a\n```", ['code "    - a"']),
        ("from 5\n    2023. was better", ['paragraph "from 5\n2023. was better"']),
    ],
)
def test_items_indented_too_far_are_items(source: str, expected: list[str]) -> None:
    found = sketch(source)
    assert len(found) == len(expected)
    assert all("…" in line or line == there for line, there in zip(expected, found, strict=True))


def test_tables() -> None:
    assert sketch(
        "Text\n| KR | Target |\n|:--|--:|\n| a \\| b | `c \\| d`\ne|f|g|\n||\n\nafter"
    ) == [
        'paragraph "Text"',
        "table",
        "  row header",
        '    cell "KR"',
        '    cell "Target"',
        "  row",
        '    cell "a | b"',
        '    cell "c | d"',
        "  row",
        '    cell "e"',
        '    cell "f"',
        '    cell "g"',
        "  row",
        "    cell",
        'paragraph "after"',
    ]


@pytest.mark.parametrize(
    "gap", ["\n", "\n\n", "<!-- ours -->\n", "\n<!-- ours -->\n\n", "{/* ours */}\n"]
)
def test_rows_go_on_behind_what_cut_them_off(gap: str) -> None:
    parsed = parse_blocks(
        f"| a | b |\n|---|---|\n| 1 | 2 |\n{gap}| 3 | 4 |\n{gap}| 5 | 6 |\n\nEnd\n"
    )
    table, end = parsed.blocks
    cells = [cell.prose.text for row in table.children for cell in row.children]
    assert "".join(cells) == "ab123456"
    assert end.prose.text == "End"
    assert [comment.text for comment in parsed.comments] == ["ours"] * gap.count("ours") * 2


def test_a_table_whose_line_of_dashes_was_cut_off() -> None:
    (table,) = parse_blocks("| a | b |\n\n|---|---|\n\n| 1 | 2 |\n\n| 3 | 4 |\n").blocks
    rows = [[cell.prose.text for cell in row.children] for row in table.children]
    assert rows == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert [row.header for row in table.children] == [True, False, False]


@pytest.mark.parametrize(
    "below", ["| 3 |", "3 | 4", "| 3 | 4 |\nand more", "<!-- ours --> aloud\n\n| 3 | 4 |"]
)
def test_what_is_no_row_of_the_table_stays_text(below: str) -> None:
    table, *rest = parse_blocks(f"| a | b |\n|---|---|\n| 1 | 2 |\n\n{below}\n").blocks
    assert len(table.children) == 2
    assert rest


def test_a_table_with_an_empty_header_below_a_heading() -> None:
    assert sketch("# O\n|  |  |\n|--|--|\n|a|b|") == [
        'heading 1 "O"',
        "table",
        "  row header",
        "    cell",
        "    cell",
        "  row",
        '    cell "a"',
        '    cell "b"',
    ]


def test_cells_stand_between_their_pipes() -> None:
    source = "> | a | b\\|c |\n> |---|------|\n> || **d** | e |\n"
    cells = [b for b in walk(parse_blocks(source).blocks) if b.kind is BlockKind.CELL]
    assert [source[c.span.start : c.span.end] for c in cells] == [
        " a ",
        " b\\|c ",
        "",
        " **d** ",
        " e ",
    ]
    assert ranges(cells[1], source) == [("|", "\\|")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_spans_are_whole_lines(end: str) -> None:
    source = end.join(["\ufeff---", "a: b", "---", "# H", " - a", "", "   b", "", "> c", "> d", ""])
    found = [source[b.span.start : b.span.end] for b in parse_blocks(source).blocks]
    assert found == [
        end.join(["---", "a: b", "---"]),
        "# H",
        end.join([" - a", "", "   b"]),
        end.join(["> c", "> d"]),
    ]


def test_quotes_and_lazy_lines_keep_positions() -> None:
    source = ">  > - one\r\n> > two\r\n\tthree"
    item = next(b for b in walk(parse_blocks(source).blocks) if b.kind is BlockKind.ITEM)
    assert item.prose.text == "one\ntwo\nthree"
    assert ranges(item, source) == [("\n", "\r\n> > "), ("\n", "\r\n\t")]


@pytest.mark.parametrize(
    "inside",
    [
        "title: x",
        "# only\nkey: v",
        "a:\n  - b\n- c: d",
        "x: |\n  y\n\n  z",
        "a: b\n\nc:d\n'e f': g\nh:",
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter(inside: str, end: str) -> None:
    source = f"---\n{inside}\n{end}\n\n# H\n"
    first, second = parse_blocks(source).blocks
    assert first.kind is BlockKind.FRONT_MATTER
    assert source[first.span.start : first.span.end] == f"---\n{inside}\n{end}"
    assert second.prose.text == "H"


@pytest.mark.parametrize(
    "source",
    ["---\n# Title\n---\n", "---\nSome words: here\nand there\n---\n", "---\na: b\n", "---\n---\n"],
)
def test_a_rule_at_the_top_is_not_front_matter(source: str) -> None:
    kinds = {block.kind for block in parse_blocks(source).blocks}
    assert BlockKind.FRONT_MATTER not in kinds
    assert BlockKind.RULE in kinds


def test_comments() -> None:
    source = (
        "---\na: b\n # in yaml\n---\n<!-- block\n two -->\n# H <!--- inline -->\n"
        "`<!-- code -->`\n\n    <!-- code -->\n\n| a <!-- cell --> |\n|--|\n\n<!-- open"
    )
    comments = parse_blocks(source).comments
    assert [comment.text for comment in comments] == [
        "in yaml",
        "block\ntwo",
        "inline",
        "cell",
        "open",
    ]
    assert [source[c.span.start : c.span.end] for c in comments] == [
        "# in yaml",
        "<!-- block\n two -->",
        "<!--- inline -->",
        "<!-- cell -->",
        "<!-- open",
    ]


def test_a_comment_leaves_no_text() -> None:
    assert only("# Bread <!-- x -->").prose.text == "Bread"
    assert only("<!-- a\n\n# b\n\n-->\n\nc").prose.text == "c"


def test_deep_nesting_is_never_dropped() -> None:
    source = "> " * 300 + "bread"
    assert any("bread" in block.prose.text for block in walk(parse_blocks(source).blocks))
