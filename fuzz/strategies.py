"""Texts as hypothesis draws them: shaped like OKRs, like Markdown, like settings, like anything."""

from __future__ import annotations

from hypothesis import strategies as st

_OKR = [
    "# OKRs Q3 2026\n", "## Objective 1: Be found\n", "- KR 1: ", "- KR: ", "Objective: ",
    "| Objective | Key result | Due |\n|---|---|---|\n", "| a | b | c |\n", "**O1** ", "Mission: ",
    "raise NPS from 32 to 45", "launch the shop", "by June", "by 31/12", "Q1 - Q2 - Q3", "FY21/22",
    "30 %", "500 visits a day", "(owner: Ana)", "@ana ", "#tag ", "[x] ", "~~", "due: 2026-07-01",
    "<!-- okrlint-disable ", "<!-- okrlint-enable -->", "no-metric ", "-->", "---\n",
    "title: OKRs\n",
]  # fmt: skip
_MARKDOWN = [
    "- ", "1. ", "> ", "    ", "\t", "# ", "```\n", "| ", "|-|-|\n", "[", "](", ")", "![", "*", "_",
    "`", "<", "<div>\n", "</div>\n", "<ul><li>", "<table><tr><td>", "<br>", "<!--", "-->", "&amp;",
    "\\", "\n", "\n\n", "\r", "\r\n", "\0", "\ufeff", "\u2028", "\u202e", "\ud800", "http://a.b ",
]  # fmt: skip
_SETTINGS = [
    "extends = ", '"strict"', '"okrlint.toml"', "select = ", '["KR"]', "[rules.stretch]\n",
    "least = ",
    "1e400", "nan", "-1", "9" * 5000, '"\\u0000"', "[per-file-ignores]\n", '"*.md" = ', "cycle = ",
    '"Q3 2026"', "today = ", '"2026-07-01"', "[labels]\n", "objective = ", "exclude = ",
    '["a\\\\"]',
    "[", "]", "{", "}", "=", "\n", "[tool.okrlint]\n", "baseline = ", '"/dev/zero"', "true",
]  # fmt: skip


def _texts(*pieces: str, most: int = 40) -> st.SearchStrategy[str]:
    part = st.one_of(st.sampled_from(pieces), st.text(max_size=6))
    repeated = st.tuples(part, st.integers(1, 60)).map(lambda pair: pair[0] * pair[1])
    return st.lists(st.one_of(part, part, repeated), max_size=most).map("".join)


documents = _texts(*_OKR, *_MARKDOWN)
titles = _texts(*_OKR, most=12)
configurations = _texts(*_SETTINGS, most=16)
patterns = _texts("*", "**", "/", "?", "[a-z]", "[!", "]", "!", "\\", " ", "a", ".md", most=12)
