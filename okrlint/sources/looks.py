"""How the words of a page look: bold, italic, struck through, hidden; by tags, styles, classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from okrlint.sources.text import BREAK, Run
from okrlint.sources.tree import Node

_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em"})
_STRUCK = frozenset({"s", "del", "strike"})
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold\w*|[1-9]00|normal)")
_SLANT = re.compile(r"font-style\s*:\s*(\w+)")
_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_NOTE = re.compile(r"(?:cmnt|ftnt)\d+$")
_NOTE_MARK = re.compile(r"(?:cmnt|ftnt)_ref\d+$")
"""What Google Docs calls its comments and footnotes, and the marks that lead to them."""
_LIGHT = frozenset({"normal", "100", "200", "300", "400", "500"})

Classes = Mapping[str, str]
"""What the classes of a page say, as declarations of CSS."""


def find_classes(root: Node) -> Classes:
    """The rules of the page's own styles that hold for one class."""
    found: dict[str, str] = {}
    for style in root.find("style"):
        for text in style.children:
            for match in _RULE.finditer(text.text):
                found[match[1]] = f"{found.get(match[1], '')};{match[2]}"
    return found


def declarations(node: Node, classes: Classes) -> str:
    """What holds for an element itself."""
    own = (classes.get(name, "") for name in node.attributes.get("class", "").split())
    return ";".join([*own, node.attributes.get("style", "")])


def is_hidden(node: Node, classes: Classes) -> bool:
    """Whether a reader of the page does not see an element."""
    if "hidden" in node.attributes or node.tag in ("style", "title"):
        return True
    said = declarations(node, classes)
    return bool(said) and bool(_HIDDEN.search(said))


def is_note(node: Node) -> bool:
    """Whether a block is a comment or footnote of Google Docs, below the text that it is about."""
    return any(_NOTE.match(link.attributes.get("id", "")) for link in node.find("a"))


def find_runs(node: Node, look: Run, classes: Classes) -> Iterator[Run]:
    """The words of an element that begins no line of its own, each with its look."""
    if not node.tag:
        yield replace(look, text=node.text.replace(BREAK, " "))
        return
    if node.tag == "!":
        if node.text.startswith("okrlint"):
            yield Run(f"<!-- {one_line(node.text)} -->", raw=True)
        return
    if is_hidden(node, classes) or _NOTE_MARK.match(node.attributes.get("id", "")):
        return
    if node.tag == "br":
        yield Run(BREAK)
    elif node.tag == "img":
        yield replace(look, text=f"![{_alt(node)}](picture)", raw=True)
    elif node.tag == "input" and node.attributes.get("type") == "checkbox":
        yield Run("[x] " if "checked" in node.attributes else "[ ] ", raw=True)
    else:
        inner = _look(node, look, classes)
        for child in node.children:
            yield from find_runs(child, inner, classes)


def _look(node: Node, look: Run, classes: Classes) -> Run:
    if node.tag in _STRONG:
        look = replace(look, strong=True)
    elif node.tag in _EMPHASIS:
        look = replace(look, emphasis=True)
    elif node.tag in _STRUCK:
        look = replace(look, struck=True)
    elif node.tag == "a":
        look = replace(look, link=node.attributes.get("href", ""))
    if said := declarations(node, classes):
        if match := _WEIGHT.search(said):
            look = replace(look, strong=match[1] not in _LIGHT)
        if match := _SLANT.search(said):
            look = replace(look, emphasis=match[1] in ("italic", "oblique"))
        if _THROUGH.search(said):
            look = replace(look, struck=True)
    return look


def one_line(text: str) -> str:
    """The words of a comment, which must not end it."""
    return " ".join(text.replace("--!>", " ").replace("-->", " ").split())


def _alt(node: Node) -> str:
    return re.sub(r"[\\\[\]<>\s]+", " ", node.attributes.get("alt", "")).strip()
