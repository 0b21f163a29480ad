"""A rule's page for a terminal: wrapped to its width, without marks of Markdown."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator

from okrlint.report.paint import Text, paint
from okrlint.report.rule_facts import NOW, RuleFacts
from okrlint.report.rule_page import FRAME_NOTE, say_covers, standing
from okrlint.report.safe import make_visible

LONGEST_LINE = 88
"""Longer lines tire the eye, however wide the terminal is; in columns."""
_LEAST = 30
_EXAMPLE = "    "
_ITEM = re.compile(r"[-*] |\d+\. ")


def render_text(facts: RuleFacts, *, width: int = LONGEST_LINE, color: bool = False) -> str:
    """The page of one rule in lines of `width` columns; long words and addresses stay whole."""
    width = max(width, _LEAST)
    page = Text()
    page.append(f"{facts.name} ({facts.code})\n", "bold underline")
    page.append(_wrapped(f"{facts.summary[0].upper()}{facts.summary[1:]}.", width), "bold")
    page.append(_wrapped(standing(facts), width), "dim")
    for paragraph in facts.why.split("\n\n"):
        page.append("\n" + _paragraph(paragraph, width))
    if covers := say_covers(facts):
        page.append("\n" + _wrapped(covers.replace("`", ""), width))
    page.append("\n" + _wrapped(f'Criterion: "{facts.criterion}"', width))
    _append_examples(page, facts, width)
    options = [f"{n} (default {json.dumps(d)}): {text}" for n, d, text in facts.options]
    if options:
        page.append("\nOptions\n", "bold")
        page.append("".join(_wrapped(option, width, "  ", "    ") for option in options))
    page.append("\nSwitch it off\n", "bold")
    page.append(_wrapped("on the line above, for one line:", width, "  "))
    page.append(f"{_EXAMPLE}<!-- okrlint-disable-next-line {facts.name} -- why -->\n", "cyan")
    page.append("  for a run:\n")
    page.append(f"{_EXAMPLE}okrlint --ignore {facts.name} PATH\n", "cyan")
    if facts.sources:
        page.append("\nSources\n", "bold")
        for title, url in facts.sources:
            page.append(_wrapped(title, width, "  "))
            page.append(f"{_EXAMPLE}{make_visible(url)}\n" if url else "", "blue")
    return paint(page, color=color)


def _append_examples(page: Text, facts: RuleFacts, width: int) -> None:
    parts = (("Flagged", facts.flagged, "red"), ("Not flagged", facts.not_flagged, "green"))
    for head, shown, style in parts:
        page.append(f"\n{head}\n", f"bold {style}")
        for number, (note, text) in enumerate(shown):
            page.append("\n" if number and note != NOW else "")
            above = note or ("or:" if number else "")
            if above:
                page.append(_wrapped(above, width, "  "), "dim")
            page.append("".join(_example_lines(text, width)))
    if facts.framed:
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
