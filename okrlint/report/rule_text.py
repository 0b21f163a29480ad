"""A rule's page for a terminal: wrapped to its width, without marks of Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from okrlint.example import Bad, Good
from okrlint.report.paint import Text, paint
from okrlint.report.rule_page import (
    FRAME_NOTE,
    NOW,
    find_options,
    find_shown,
    is_line,
    page_text,
    say_covers,
    standing,
)
from okrlint.report.safe import make_visible
from okrlint.rule import Rule

LONGEST_LINE = 88
"""Longer lines tire the eye, however wide the terminal is; in columns."""
_LEAST = 30
_EXAMPLE = "    "
_ITEM = re.compile(r"[-*] |\d+\. ")


def render_text(rule: type[Rule], *, width: int = LONGEST_LINE, color: bool = False) -> str:
    """The page of one rule in lines of `width` columns; long words and addresses stay whole."""
    width = max(width, _LEAST)
    page = Text()
    page.append(f"{rule.name} ({rule.code})\n", "bold underline")
    page.append(_wrapped(f"{rule.summary[0].upper()}{rule.summary[1:]}.", width), "bold")
    page.append(_wrapped(standing(rule), width), "dim")
    for paragraph in page_text(rule).split("\n\n"):
        page.append("\n" + _paragraph(paragraph, width))
    if covers := say_covers(rule):
        page.append("\n" + _wrapped(covers.replace("`", ""), width))
    page.append("\n" + _wrapped(f'Criterion: "{rule.criterion}"', width))
    _append_examples(page, rule, width)
    options = [f"{n} (default {d}): {text}" for n, d, text in find_options(rule)]
    if options:
        page.append("\nOptions\n", "bold")
        page.append("".join(_wrapped(option, width, "  ", "    ") for option in options))
    page.append("\nSwitch it off\n", "bold")
    page.append(_wrapped("on the line above, for one line:", width, "  "))
    page.append(f"{_EXAMPLE}<!-- okrlint-disable-next-line {rule.name} -- why -->\n", "cyan")
    page.append("  for a run:\n")
    page.append(f"{_EXAMPLE}okrlint --ignore {rule.name} PATH\n", "cyan")
    if rule.sources:
        page.append("\nSources\n", "bold")
        for source in rule.sources:
            page.append(_wrapped(source.title, width, "  "))
            page.append(f"{_EXAMPLE}{make_visible(source.url)}\n" if source.url else "", "blue")
    return paint(page, color=color)


def _append_examples(page: Text, rule: type[Rule], width: int) -> None:
    for head, kind, style in (("Flagged", Bad, "red"), ("Not flagged", Good, "green")):
        page.append(f"\n{head}\n", f"bold {style}")
        for number, (note, text) in enumerate(find_shown(rule, kind)):
            page.append("\n" if number and note != NOW else "")
            above = note or ("or:" if number else "")
            if above:
                page.append(_wrapped(above, width, "  "), "dim")
            page.append("".join(_example_lines(text, width)))
    if any(is_line(example.text) for example in rule.examples):
        page.append("\n" + _wrapped(FRAME_NOTE, width), "dim")


def _example_lines(text: str, width: int) -> Iterator[str]:
    """The lines of an example, indented; list lines and prose are wrapped, tables are not."""
    for line in text.split("\n"):
        if len(_EXAMPLE) + len(line) <= width or line.lstrip().startswith(("|", "<!--")):
            yield f"{_EXAMPLE}{make_visible(line)}".rstrip() + "\n"
            continue
        indent = line[: len(line) - len(line.lstrip())]
        yield _wrapped(line.strip(), width, _EXAMPLE + indent, _EXAMPLE + indent + "  ")


def _paragraph(text: str, width: int) -> str:
    """A paragraph of a docstring, wrapped anew; the items of a list stay apart."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not lines or _ITEM.match(line.lstrip()) or line.startswith("    "):
            lines.append(line)
        else:
            lines[-1] += f" {line.strip()}"
    return "".join(_wrapped(line, width, "", "  " if _ITEM.match(line) else "") for line in lines)


def _wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> str:
    """`text` in lines of `width` columns, each with its line break."""
    lines = textwrap.wrap(
        make_visible(text),
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "".join(f"{line}\n" for line in lines)
