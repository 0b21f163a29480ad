"""OKRs in YAML front matter: `objectives:` with `key_results:` below.

Only the plain lines that people write there are understood (keys, lists, quoted text), with their
positions; anything else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from okrlint.beside import name_of
from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.fields import read_statement
from okrlint.markdown.outline.judge import Verdict, judge
from okrlint.markdown.outline.label import Part, find_label
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.text import Text
from okrlint.model import Field, Prose

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?"
    r"(?:(?P<key>[A-Za-z][\w \t-]*?)[ \t]*:(?=[ \t]|$)[ \t]*)?(?P<value>.*?)[ \t\r]*$"
)
_OBJECTIVES = frozenset(("objectives", "okrs", "okr"))
_RESULTS = frozenset(("key_results", "keyresults", "krs", "key results", "key_result", "results"))
_WORDS = frozenset(
    ("objective", "key_result", "kr", "title", "name", "text", "statement", "description", "o")
)


@dataclass(frozen=True, slots=True)
class YamlLine:
    """One line of front matter."""

    number: int
    """0-based."""
    depth: int
    """The column of the key or value."""
    dash: bool
    """Whether it begins an entry of a list."""
    key: str
    value: Prose


def yaml_lines(source: str) -> Iterator[YamlLine]:
    """The lines of the front matter; none without one."""
    match = re.match(
        r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", source, re.DOTALL | re.MULTILINE
    )
    if match is None:
        return
    at = match.start(1)
    for number, line in enumerate(match[1].splitlines(keepends=True)):
        found = _LINE.match(line.rstrip("\r\n"))
        if found and line.strip() and not line.lstrip().startswith("#"):
            depth = len(found["indent"]) + len(found["dash"] or "")
            key = (found["key"] or "").strip().lower()
            yield YamlLine(number, depth, bool(found["dash"]), key, _value(source, at, found))
        at += len(line)


def _value(source: str, at: int, found: re.Match[str]) -> Prose:
    start, end = at + found.start("value"), at + found.end("value")
    text = source[start:end]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        start, end = start + 1, end - 1
    elif comment := re.search(r"\s#\s", text):
        end = start + comment.start()
    offsets = range(start, end)
    return Prose(source[start:end], tuple(offsets), tuple(o + 1 for o in offsets)).cut(
        0, end - start
    )


def find(outline: Outline) -> Found:
    """The objectives, key results and mission of the front matter."""
    return Found(tuple(_claims(outline)))


def _claims(outline: Outline) -> Iterator[Claim]:
    group: tuple[Part, int] | None = None
    top: Claim | None = None
    last: Claim | None = None
    for line in yaml_lines(outline.source):
        if group and line.depth <= group[1] and not (line.dash and line.depth - 2 >= group[1]):
            group = (
                (Part.OBJECTIVE, -1)
                if top and line.depth > 0 and group[0] is Part.KEY_RESULT
                else None
            )
        if line.key in _OBJECTIVES | _RESULTS and not line.value.text:
            named = Part.OBJECTIVE if line.key in _OBJECTIVES else Part.KEY_RESULT
            group = (named, line.depth)
            continue
        part = _part(line, group)
        if part:
            claim = _claim(outline, part, line, top)
            if claim:
                yield from (last,) if last else ()
                last, top = claim, (claim if part is Part.OBJECTIVE else top)
        elif last and (name := name_of(line.key.replace("_", " "))) and line.value.text:
            last = replace(last, fields=(*last.fields, Field(name, line.value)))
    yield from (last,) if last else ()


def _part(line: YamlLine, group: tuple[Part, int] | None) -> Part | None:
    if line.key in ("mission", "vision") and line.depth == 0:
        return Part.MISSION
    if line.key in ("objective", "o") and line.value.text:
        return Part.OBJECTIVE
    if line.key in ("key_result", "kr", "key result") and line.value.text:
        return Part.KEY_RESULT
    if group is None or not line.value.text:
        return None
    if line.key in _WORDS or (not line.key and line.dash):
        return group[0]
    return None


def _claim(outline: Outline, part: Part, line: YamlLine, top: Claim | None) -> Claim | None:
    text = Text(line.value)
    label = find_label(text, outline.labels)
    statement = read_statement(text.cut(label.end) if label else text)
    if judge(statement.text.words) is not Verdict.STATEMENT:
        return None
    return Claim(
        part,
        statement.text.prose,
        Explicitness.LABELLED,
        0,
        row=line.number,
        label=label.written if label else None,
        number=label.number if label else (),
        fields=statement.fields,
        under=top.place if part is Part.KEY_RESULT and top else None,
    )
