"""Word documents -> Markdown, by way of mammoth's HTML.

mammoth and not python-docx: it reads what python-docx's own model passes over (content controls,
tracked insertions, lists by their numbering, review comments), and needs no compiled library.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from okrlint.errors import InputError, describe_error
from okrlint.sources.looks import one_line
from okrlint.sources.needs import load_extra
from okrlint.sources.page import read_page
from okrlint.sources.writer import Source
from okrlint.sources.zipped import check_archive

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_DEEP = 5
_ITEMS = [
    f"{what} => {'ul|ol > li > ' * level}{tag} > li:fresh"
    for pattern in ("p[style-name='List {0}']", "p:{2}ordered-list({1})")
    for kind, un, tag in (("Bullet", "un", "ul"), ("Number", "", "ol"))
    for level in range(_DEEP)
    if level or pattern.startswith("p:")
    for what in (pattern.format(f"{kind} {level + 1}" if level else kind, level + 1, un),)
]
"""Word's own styles for deeper items say so by their names alone; others by their numbering."""
_OWN_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "comment-reference => sup",
        *_ITEMS,
        "p[style-name='List Bullet'] => ul > li:fresh",
        "p[style-name='List Number'] => ol > li:fresh",
        "p[style-name='List Paragraph'] => ul > li:fresh",
        "",
    ]
)
_DEEPEST = 6
_COMMENT = re.compile(r'<dt id="(?P<id>comment-\d+)">.*?</dt><dd>(?P<text>.*?)</dd>', re.DOTALL)
_REFERENCE = re.compile(r'<sup><a href="#(?P<id>comment-\d+)"[^>]*>[^<]*</a></sup>')
_NOTE = re.compile(
    r'<sup><a href="#(?:foot|end)note-\d+"[^>]*>[^<]*</a></sup>'
    r'|<ol><li id="(?:foot|end)note-\d+">.*?</li></ol>',
    re.DOTALL,
)
"""Notes and the marks that lead to them."""
_TAG = re.compile(r"<[^>]*>")


def read_word(data: bytes, path: str) -> Source:
    """A DOCX as Markdown; raises InputError for one that cannot be read, or without mammoth."""
    mammoth = load_extra("mammoth", "docx", path)
    check_archive(data, path, "word/document.xml")
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_OWN_STYLES + "\n".join(_heading_styles(data)),
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_without_data),
        ).value
    except Exception as error:  # whatever mammoth stumbles on
        reason = f"cannot be read as a Word document ({describe_error(error)}); save it anew"
        raise InputError(path, reason) from error
    return read_page(_with_suppressions(_NOTE.sub("", html)), path, lines=False)


def _without_data(_: object) -> dict[str, str]:
    """Pictures are named, and never unpacked."""
    return {"src": ""}


def _heading_styles(data: bytes) -> Iterator[str]:
    """How mammoth is told of headings that have a style of the author's own.

    A style is a heading by its outline level, its own or that of the style it is based on.
    """
    with ZipFile(io.BytesIO(data)) as archive:
        if _STYLES not in archive.namelist():
            return
        root = ET.fromstring(archive.read(_STYLES))  # noqa: S314  (looked at by check_archive)
    styles = {s.get(f"{_W}styleId", ""): s for s in root.iter(f"{_W}style")}
    for style in styles.values():
        level, name = _outline_level(style, styles), _value(style, "name")
        if level < _DEEPEST and name.isprintable():
            quoted = name.replace("\\", "\\\\").replace("'", "\\'")
            yield f"p[style-name='{quoted}'] => h{level + 1}:fresh"


def _outline_level(style: ET.Element, styles: dict[str, ET.Element]) -> int:
    for _ in range(_DEEPEST):
        found = style.find(f"{_W}pPr/{_W}outlineLvl")
        if found is not None:
            said = found.get(f"{_W}val", "")
            return int(said) if said.isdecimal() and len(said) == 1 else _DEEPEST
        parent = styles.get(_value(style, "basedOn"))
        if parent is None:
            break
        style = parent
    return _DEEPEST


def _value(style: ET.Element, name: str) -> str:
    found = style.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""


def _with_suppressions(html: str) -> str:
    """Review comments that suppress stand where they refer to; the others are left out."""
    texts = {match["id"]: _TAG.sub("", match["text"]) for match in _COMMENT.finditer(html)}

    def put(match: re.Match[str]) -> str:
        text = one_line(texts.get(match["id"], "").replace("↑", ""))
        return f"<!-- {text} -->" if text.startswith("okrlint") else ""

    without = re.sub(r"<dl>(?:<dt id=\"comment-.*?</dd>)+</dl>", "", html, flags=re.DOTALL)
    return _REFERENCE.sub(put, without)
