"""Texts as hypothesis draws them: shaped like OKRs, like Markdown, like settings, like anything."""

from __future__ import annotations

from hypothesis import strategies as st

TITLE = [
    "Q1 ", "Q4 2026", "H2 ", "FY27 ", "2026", "/", "-", " to ", " - ", ", ", "by ", "until ",
    "mid-", "end of ", "the ", "next ", "last ", "90 ", "days", "weeks", "May ", "September ",
    "31", "1st ", "12/04/2022", "2026-02-30", "week 53 ", "Easter ", "summer ", "Monday ", "(",
    ")", ".", "'27 ", "KW 12 ", "noon ",
]  # fmt: skip
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
SETTING = [
    "extends = ", '"strict"', '"okrlint.toml"', "select = ", '["KR"]', "[rules.stretch]\n",
    "least = ",
    "1e400", "nan", "-1", "9" * 5000, '"\\u0000"', "[per-file-ignores]\n", '"*.md" = ', "cycle = ",
    '"Q3 2026"', "today = ", '"2026-07-01"', "[labels]\n", "objective = ", "exclude = ",
    '["a\\\\"]',
    "[", "]", "{", "}", "=", "\n", "[tool.okrlint]\n", "baseline = ", '"/dev/zero"', "true",
]  # fmt: skip

RULES = [
    "[[rule]]\n", 'name = "no-slang"\n', "kind = ", '"phrase"\n', '"pattern"\n', '"require"\n',
    '"count"\n', '"limit"\n', "where = ", '"objective"\n', '["key-result", "document"]\n',
    "message = ", '"{words} {instead} {count}"\n', 'bad = ["- KR: guru"]\n', 'good = ["- KR: 5"]\n',
    "words = ", '["guru", "go live", "C#"]\n', "regex = ", "'(a+)+b'\n", "'[a-z]{2,}\\b|^x?'\n",
    "replace = ", '{ guru = "expert" }\n', "exact = true\n", "case = false\n", "tokens = ",
    '[{ LEMMA = "be" }, { POS = "ADJ", OP = "*" }]\n', "fields = ", '["owner", "due"]\n',
    "units = ", "least = ", "most = ", "3\n", "-1\n", "1e9\n", '"\\u0000"\n', "[vocabulary]\n",
    "names = ", "ignore = ", "metrics = ", "accepted = ", "verbs = ", 'of = "key-results"\n',
    'unit = "words"\n', "code = ", '"HSE001"\n', 'severity = "note"\n', "\n", "'", '"', "[", "]",
]  # fmt: skip
PATTERN = [
    "*",
    "**",
    "/",
    "?",
    "[a-z]",
    "[!",
    "[^",
    "]",
    "!",
    "\\",
    " ",
    "a",
    ".md",
    "\n",
    "b",
    "#",
]
DOCUMENT = [*_OKR, *_MARKDOWN]
MESSAGE = [
    "didOpen", "didChange", "didSave", "didClose", "hover", "completion", "codeAction",
    "documentSymbol", "nonsense",
]  # fmt: skip


def _texts(*pieces: str, most: int = 40) -> st.SearchStrategy[str]:
    part = st.one_of(st.sampled_from(pieces), st.text(max_size=6))
    repeated = st.tuples(part, st.integers(1, 60)).map(lambda pair: pair[0] * pair[1])
    return st.lists(st.one_of(part, part, repeated), max_size=most).map("".join)


documents = _texts(*DOCUMENT)
titles = _texts(*_OKR, *TITLE, most=12)
configurations = _texts(*SETTING, most=16)
declared = _texts(*RULES, most=24)
patterns = _texts(*PATTERN, most=12)
