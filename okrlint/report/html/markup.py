"""HTML that cannot be broken out of: what is not made here is text, and is escaped."""

from __future__ import annotations

from typing import Final, TypeAlias

from okrlint.report.safe import for_html


class Markup(str):
    """A piece of HTML; only this module makes one."""

    __slots__ = ()


Child: TypeAlias = "Markup | str | None"
"""Markup stands as it is, text is escaped, None is nothing."""

_EMPTY: Final = frozenset({"meta", "br", "rect", "input", "wbr"})
"""Elements without an end tag; the slash is for those of SVG."""


def element(name: str, *children: Child, **attributes: str | bool | None) -> Markup:
    """An element; `class_` is written `class`, `data_rule` `data-rule`, True as the name alone."""
    head = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(f"<{name}{head}/>")
    return Markup(f"<{name}{head}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Markup:
    """Some pieces in a row."""
    return Markup("".join(c if isinstance(c, Markup) else for_html(c) for c in children if c))


def path_words(path: str) -> Markup:
    """The path of a document; a narrow column breaks it behind its folders."""
    first, *more = (path or "text").split("/")
    pieces = (piece for name in more for piece in ("/", element("wbr"), name))
    return element("bdi", first, *pieces)


def raw(name: str, content: str) -> Markup:
    """A style or script of okrlint's own, which HTML takes as it is."""
    if f"</{name}" in content:
        raise ValueError(f"a {name} must not end itself")
    return Markup(f"<{name}>{content}</{name}>")


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-") if key != "viewBox" else key
    return f" {name}" if value is True else f' {name}="{for_html(value)}"'
