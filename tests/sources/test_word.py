"""Word documents: the course's template, and the ways people write OKRs in Word."""

from __future__ import annotations

import docx
import pytest

from okrlint import Document, InputError, parse
from okrlint.lines import LineIndex
from okrlint.place import PlaceIndex
from okrlint.sources import convert
from tests.sources.office import (
    KEY_RESULTS,
    MISSION,
    OBJECTIVES,
    add_table,
    paragraph,
    personal_template,
    saved,
    word_file,
)


def read(data: bytes, path: str = "team.docx") -> Document:
    source = convert(data, path)
    return parse(source.text, path, places=source.places)


def markdown(data: bytes) -> str:
    return convert(data, "a.docx").text.removesuffix("\n")


def tree(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (one.prose.text, [key.prose.text for key in one.key_results]) for one in document.objectives
    ]


def places(document: Document) -> list[str]:
    index = PlaceIndex(LineIndex(document.source), document.places)
    return [index.place(key.prose.span).name for _, key in document.key_results()]


def test_the_template_of_the_course() -> None:
    document = read(saved(personal_template()))
    assert document.mission
    assert document.mission.text == MISSION
    assert tree(document) == list(zip(OBJECTIVES, map(list, KEY_RESULTS), strict=True))
    assert places(document) == [
        f'table {table}, row {row}, under "Personal OKRs"'
        for table in (2, 3, 4)
        for row in (2, 3, 4)
    ]


def test_headings_and_lists() -> None:
    made = docx.Document()
    made.add_paragraph("Bell tower OKRs Q3 2027", style="Title")
    made.add_heading("Objective: The bells ring on the hour", 2)
    made.add_heading("Key results", 3)
    made.add_paragraph("Late strikes fall from 12 to 1 a week", style="List Bullet")
    made.add_paragraph("Ring out", style="List Bullet").runs[0].font.strike = True
    made.add_heading("Objective: Ringers stay", 2)
    made.add_paragraph("8 of 10 ringers come every Sunday", style="List Number")
    document = read(saved(made))
    assert tree(document) == [
        ("The bells ring on the hour", ["Late strikes fall from 12 to 1 a week", "Ring out"]),
        ("Ringers stay", ["8 of 10 ringers come every Sunday"]),
    ]
    assert document.cycle
    assert document.cycle.words == "Q3 2027"
    assert [key.struck for _, key in document.key_results()] == [False, True, False]
    assert places(document) == [
        'list item 1, under "Key results"',
        'list item 2, under "Key results"',
        'list item 1, under "Objective: Ringers stay"',
    ]


def test_deeper_items_by_the_names_of_their_styles() -> None:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    made.add_paragraph("The bells ring on the hour", style="List Number")
    made.add_paragraph("Late strikes fall from 12 to 1 a week", style="List Number 2")
    made.add_paragraph("2 bells are cast anew", style="List Number 2")
    assert tree(read(saved(made))) == [
        (
            "The bells ring on the hour",
            ["Late strikes fall from 12 to 1 a week", "2 bells are cast anew"],
        )
    ]


def test_a_heading_style_of_ones_own() -> None:
    made = docx.Document()
    style = made.styles.add_style("House 'Chapter'", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Heading 2"]
    made.add_paragraph("OKRs Q3 2027", style=style)
    assert markdown(saved(made)) == "## OKRs Q3 2027"


def test_bullets_and_lines_that_were_typed() -> None:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    lines = made.add_paragraph()
    lines.add_run("Objective: The bells ring on the hour").add_break()
    lines.add_run("KR1: Late strikes fall from 12 to 1 a week")
    made.add_paragraph("Objective: Ringers stay")
    made.add_paragraph("• 8 of 10 ringers come every Sunday")
    assert tree(read(saved(made))) == [
        ("The bells ring on the hour", ["Late strikes fall from 12 to 1 a week"]),
        ("Ringers stay", ["8 of 10 ringers come every Sunday"]),
    ]


def test_a_table_an_objective_with_numbered_rows() -> None:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    add_table(made, [("Objective", "The bells ring on the hour"), ("1", "2 bells are cast anew")])
    made.add_paragraph("And then:")
    add_table(made, [("Objective", "Ringers stay"), ("1", "8 of 10 ringers come every Sunday")])
    assert tree(read(saved(made))) == [
        ("The bells ring on the hour", ["2 bells are cast anew"]),
        ("Ringers stay", ["8 of 10 ringers come every Sunday"]),
    ]


def test_items_without_bullets() -> None:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    for objective in ("The bells ring on the hour", "Ringers stay until they retire"):
        made.add_paragraph().add_run(objective).bold = True
        made.add_paragraph("Late strikes fall from 12 to 1 a week", style="List Paragraph")
        made.add_paragraph("8 of 10 ringers come every Sunday", style="List Paragraph")
    found = tree(read(saved(made)))
    assert [(name, len(keys)) for name, keys in found] == [
        ("The bells ring on the hour", 2),
        ("Ringers stay until they retire", 2),
    ]


def test_a_wide_table_with_merged_cells() -> None:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    table = add_table(
        made,
        [
            ("Objective", "Key result", "Owner", "Target"),
            ("The bells ring on the hour", "Late strikes a week", "Ida", "1"),
            ("", "Bells cast anew", "Jon", "2"),
        ],
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    document = read(saved(made))
    assert tree(document) == [
        ("The bells ring on the hour", ["Late strikes a week", "Bells cast anew"])
    ]
    fields = [{f.name: f.prose.text for f in k.fields} for _, k in document.key_results()]
    assert fields == [{"owner": "Ida", "target": "1"}, {"owner": "Jon", "target": "2"}]
    assert places(document)[1] == 'table 1, row 3, column 2, under "OKRs Q3 2027"'


def test_words_that_markdown_would_act_on_stay_words() -> None:
    made = docx.Document()
    made.add_heading("OKRs *Q3* 2027", 1)
    for words in ("# 1 of <b>all</b> | [x](y) `z` &amp; ~~no~~", "---", "\tx_y_z * 5"):
        made.add_paragraph(words)
    said = ("OKRs Q3", "Objective: Be # 1 in *care* | trust", "KR: a_b rises from 5 to 9 &lt;x&gt;")
    (objective,) = read(word_file("".join(map(paragraph, said)))).objectives
    assert objective.prose.text == "Be # 1 in *care* | trust"
    assert objective.key_results[0].prose.text == "a_b rises from 5 to 9 <x>"
    assert markdown(saved(made)).split("\n\n") == [
        r"# OKRs \*Q3\* 2027",
        r"\# 1 of \<b\>all\</b\> \| \[x\](y) \`z\` \&amp; \~\~no\~\~",
        r"\---",
        r"x\_y\_z \* 5",
    ]


def test_what_was_inserted_counts_and_what_was_deleted_does_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        "<w:sdt><w:sdtContent>" + paragraph("OKRs Q3 2027") + "</w:sdtContent></w:sdt>"
        f"<w:p><w:ins>{run.format('Objective: Ringers stay')}</w:ins>"
        "<w:del><w:r><w:delText> for ever</w:delText></w:r></w:del></w:p>"
    )
    text = markdown(word_file(body))
    assert text == "OKRs Q3 2027\n\nObjective: Ringers stay"


def test_notes_are_left_out() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f'<w:footnote w:id="1">{paragraph("a note")}</w:footnote>'
    notes = f"<w:footnotes {space}>{note}</w:footnotes>"
    body = paragraph("KR: 9 of 10 stay").replace(
        "</w:p>", '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    )
    data = word_file(body, more={"word/footnotes.xml": notes.encode()})
    assert markdown(data) == "KR: 9 of 10 stay"


def test_a_review_comment_can_suppress() -> None:
    made = docx.Document()
    made.add_heading("OKRs Q3 2027", 1)
    made.add_paragraph("Objective: Ringers stay")
    told = made.add_paragraph("KR: Paint the belfry")
    made.add_comment(told.runs, text="okrlint-disable-line task-like -- agreed", author="Ida")
    other = made.add_paragraph("KR: Oil the hinges")
    made.add_comment(other.runs, text="Why <b>?", author="Jon")
    text = markdown(saved(made))
    assert text.endswith(
        "Paint the belfry<!-- okrlint-disable-line task-like -- agreed -->\n\nKR: Oil the hinges"
    )


def test_pictures_are_not_unpacked() -> None:
    data = word_file(paragraph("OKRs Q3 2027"), more={"word/media/a.png": b"\0" * 1_000_000})
    assert markdown(data) == "OKRs Q3 2027"


def test_other_formats_say_what_to_save_them_as() -> None:
    with pytest.raises(InputError, match=r"a\.doc: \.doc files are not read; save it as DOCX"):
        convert(b"", "a.doc")
    with pytest.raises(InputError, match=r"a\.PDF: .*save it as DOCX or Markdown"):
        convert(b"", "a.PDF")
