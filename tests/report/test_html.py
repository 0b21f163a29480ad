"""The page of `okrlint report`, read as HTML; tests/report/test_html_in_browser.py opens it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]

EVIL = """\
# OKRs Q3 2025

**Mission:** \\<script>alert("mission")\\</script>

## Objective 1: Be "><img src=x onerror=alert(1)> found

- KR 1: Launch </style></script><script>alert(2)</script> (Owner: <b onclick=alert(3)>Eve</b>)
- KR 2: 40 shops say \\<svg onload=alert(4)> & "quoted" 'words' \u202egnp.exe
- KR 3: &lt;iframe src=javascript:alert(5)&gt; 30 visits
"""

TAGS = set(
    "html head meta title style body a header h1 h2 h3 p nav ul li main section strong table "
    "caption thead tbody tr th td code svg rect form label select option button output article bdi "
    "q dl div dt dd b span s mark i time footer script".split()
)


class Page(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.inside: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "rect"}:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in {"style", "script"}:
            self.inside[self._open[-1]] = data
        else:
            self.text.append(data)

    def attributes(self, name: str) -> list[str]:
        return [found[name] or "" for _, found in self.elements if name in found]


def make_page(okrlint: Run, *args: str | Path) -> Page:
    outcome = okrlint("report", "--no-cache", *args)
    assert outcome.code == 0, outcome.err
    return Page(outcome.out)


class TestHostileText:
    @pytest.fixture
    def page(self, okrlint: Run, folder: Path) -> Page:
        Path('"><script>x.md').write_text(EVIL, encoding="utf-8")
        return make_page(okrlint, '"><script>x.md')

    def test_it_makes_no_element_and_no_attribute(self, page: Page) -> None:
        assert {tag for tag, _ in page.elements} <= TAGS
        assert sum(tag == "script" for tag, _ in page.elements) == 1
        names = {name for _, attributes in page.elements for name in attributes}
        assert not {name for name in names if name.startswith("on") or name in {"src", "style"}}

    def test_it_is_shown_as_it_was_written(self, page: Page) -> None:
        shown = "".join(page.text)
        for words in ('<script>alert("mission")</script>', "<iframe src=javascript:alert(5)>",
                      "<svg onload=alert(4)>", r"\u202egnp.exe", '"><script>x.md'):  # fmt: skip
            assert words in shown
        assert "\u202e" not in shown

    def test_links_lead_into_the_page_or_to_the_web(self, page: Page) -> None:
        assert all(re.match(r"#|https://", link) for link in page.attributes("href"))


def test_a_rule_of_ones_own_makes_no_link_that_runs_code(okrlint: Run, folder: Path) -> None:
    Path("house.py").write_text(
        '''
from okrlint import Bad, Good, KeyResultRule, Problem, Severity

class House(KeyResultRule):
    """House style."""
    name, code, summary, criterion = "house", "HSE001", "s", "c"
    severity, needs_language, url = Severity.ERROR, False, "javascript:alert(1)"
    examples = (Bad("- Sell 40 loaves", where="Sell"), Good("- Sell 40 cakes"))

    def check(self, key_result, context):
        yield Problem("<b>no</b>", key_result.prose.span)
''',
        encoding="utf-8",
    )
    Path("okrlint.toml").write_text('rule-files = ["house.py"]\n', encoding="utf-8")
    page = make_page(okrlint, "--allow-rule-files", "good.md")
    assert "<b>no</b>" in "".join(page.text)
    assert not [link for link in page.attributes("href") if "javascript" in link]


def test_a_rule_of_the_configuration_is_told_and_linked(okrlint: Run, folder: Path) -> None:
    table = '[[rule]]\nname = "house"\nkind = "phrase"\nwhere = "objective"\nwords = ["bakery"]\n'
    examples = 'bad = ["- Sell the bakery"]\ngood = ["- Sell 40 cakes"]\n'
    Path("okrlint.toml").write_text(table + examples, encoding="utf-8")
    page = make_page(okrlint, "good.md")
    assert page.attributes("data-rule") == ["house"]
    assert [link for link in page.attributes("href") if "writing-rules.md" in link]


class TestThePageItself:
    def test_it_asks_the_network_for_nothing(self, okrlint: Run, folder: Path) -> None:
        page = make_page(okrlint, ".")
        assert not re.search(r"url\(|@import", page.inside["style"])
        assert not re.search(r"fetch|XMLHttp|import\(|innerHTML|eval", page.inside["script"])
        assert {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object"} == set()

    def test_its_policy_allows_its_own_style_and_script_alone(
        self, okrlint: Run, folder: Path
    ) -> None:
        page = make_page(okrlint, ".")
        (policy,) = (
            attributes["content"] or ""
            for _, attributes in page.elements
            if attributes.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        for kind in ("style", "script"):
            digest = base64.b64encode(hashlib.sha256(page.inside[kind].encode()).digest()).decode()
            assert f"{kind}-src 'sha256-{digest}'" in policy

    def test_the_same_documents_give_the_same_bytes(self, okrlint: Run, folder: Path) -> None:
        one = okrlint("report", "good.md", "bad.md", "-o", "one.html")
        two = okrlint("report", "bad.md", "good.md", "-o", "two.html", "--no-cache")
        assert (one.code, two.code) == (0, 0)
        assert Path("one.html").read_bytes() == Path("two.html").read_bytes()

    def test_each_finding_stands_at_its_statement(self, okrlint: Run, folder: Path) -> None:
        page = make_page(okrlint, "bad.md")
        text = " ".join(" ".join(page.text).split())
        launch = text.partition("Launch the new website")[2].partition("KR 2")[0]
        assert "this reads as a task" in launch
        assert "line 7" in launch
        assert "task-like" in launch
        assert "Try: " in launch

    def test_folders_without_okrs(self, okrlint: Run, folder: Path) -> None:
        Path("notes.md").write_text("# Lunch\n", encoding="utf-8")
        assert "No OKRs were found." in make_page(okrlint, "notes.md").text

    def test_what_could_not_be_read_fails_it(self, okrlint: Run, folder: Path) -> None:
        outcome = okrlint("report", "good.md", "nowhere.md", "-o", "page.html")
        assert outcome.code == 2
        assert Path("page.html").is_file()  # with what could


def numbers(okrlint: Run, *args: str | Path) -> dict[str, tuple[int, int]]:
    """Criterion -> met and asked."""
    data = json.loads(okrlint("report", "-f", "json", "--no-cache", *args).out)
    assert data["met"] == sum(ask["met"] for ask in data["asks"])
    assert data["asked"] == sum(ask["asked"] for ask in data["asks"])
    return {ask["criterion"]: (ask["met"], ask["asked"]) for ask in data["asks"]}


class TestWhatTheCourseAsks:
    def test_good_okrs_meet_it(self, okrlint: Run, folder: Path) -> None:
        assert all(met == asked for met, asked in numbers(okrlint, "good.md").values())

    def test_each_criterion_is_asked_of_each(self, okrlint: Run, folder: Path) -> None:
        found = numbers(okrlint, "bad.md")
        assert found["Results-oriented, not a task"] == (5, 6)
        assert found["Measurable and verifiable"] == (4, 6)
        assert found["Specific and time-bound"] == (6, 6)

    def test_a_finding_about_many_counts_for_each(self, okrlint: Run, folder: Path) -> None:
        """Where nothing says by when, that is told once, and none of them is time-bound."""
        undated = BAD.replace("# OKRs Q3 2025", "# OKRs")
        Path("undated.md").write_text(undated, encoding="utf-8")
        assert numbers(okrlint, "undated.md")["Specific and time-bound"] == (0, 6)

    def test_rules_that_are_off_ask_nothing(self, okrlint: Run, folder: Path) -> None:
        Path("okrlint.toml").write_text('ignore = ["no-metric", "placeholder", "KR009"]\n')
        assert "Measurable and verifiable" not in numbers(okrlint, "bad.md")

    def test_what_is_struck_is_not_asked(self, okrlint: Run, folder: Path) -> None:
        struck = BAD.replace("Launch the new website", "~~Launch the new website~~")
        Path("struck.md").write_text(struck, encoding="utf-8")
        assert numbers(okrlint, "struck.md")["Results-oriented, not a task"] == (5, 5)

    def test_of_other_languages_only_what_needs_no_english_is_asked(
        self, okrlint: Run, folder: Path
    ) -> None:
        results = "- KR 1: Ausweise von 120 auf 200\n- KR 2: Ein Lesefest veranstalten\n"
        text = f"# OKRs der Bücherei, 3. Quartal 2025\n\n## Ziel 1: Kinder lesen gern\n\n{results}"
        Path("german.md").write_text(text, encoding="utf-8")
        found = numbers(okrlint, "german.md")
        assert found["Measurable and verifiable"] == (1, 2)
        assert found["Specific and time-bound"] == (2, 2)
        assert "Results-oriented, not a task" not in found
        assert "0 tasks, 2 not judged" in "".join(make_page(okrlint, "german.md").text)

    def test_the_recipe_stands_beside_the_number(self, okrlint: Run, folder: Path) -> None:
        found = numbers(okrlint, "bad.md")
        met, asked = (sum(pair[n] for pair in found.values()) for n in (0, 1))
        text = "".join(make_page(okrlint, "bad.md").text)
        assert f"{100 * met // asked} % {met} of {asked} asks are met." in text
        assert "divided by the sum of the column “asked”" in text


class TestAgainst:
    def test_an_earlier_report(self, okrlint: Run, folder: Path) -> None:
        okrlint("report", "-f", "json", "-o", "old.json", "bad.md")
        Path("bad.md").write_text(GOOD, encoding="utf-8")
        page = make_page(okrlint, "--against", "old.json", "bad.md")
        text = " ".join("".join(page.text).split())
        assert "Findings: 2 before, 0 now (−2)." in text
        assert "Met: 85 % before (18 of 21), 100 % now (21 of 21)." in text
        assert "Measurable and verifiable4 of 66 of 6" in text

    def test_the_findings_of_an_earlier_check(self, okrlint: Run, folder: Path) -> None:
        okrlint("-f", "json", "-o", "old.json", "bad.md")
        page = make_page(okrlint, "--against", "old.json", "bad.md")
        assert "Findings: 2 before, 2 now (as before)." in "".join(page.text)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            (None, "cannot be read"),
            ("{", "is neither a report nor findings"),
            ('{"path": 1}', "is neither a report nor findings"),
            ("[" * 100_000, "is neither a report nor findings"),
            (
                '{"version": 9, "asks": [], "documents": []}',
                "is of version 9; this okrlint reads 1",
            ),
        ],
    )
    def test_what_is_neither(
        self, okrlint: Run, folder: Path, text: str | None, words: str
    ) -> None:
        if text is not None:
            Path("old.json").write_text(text, encoding="utf-8")
        outcome = okrlint("report", "--against", "old.json", "bad.md")
        assert outcome.code == 2
        assert words in outcome.err
        assert outcome.out == ""
