"""The page of `okrlint report` in a real Chromium: seen, clicked, printed, judged by axe-core."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.report.test_html import EVIL
from tests.support import BAD, GOOD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None
    or find_spec("playwright") is None
    or find_spec("axe_playwright_python") is None,
    reason="needs Chromium, playwright and axe-core",
)

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
OWNED = """\
# OKRs Q4 2025

| Objective | Key result | Owner | Due |
|---|---|---|---|
| Be found in every street | 500 visits a day | Ada | 2025-11-01 |
| Be found in every street | Launch the flyers | Ben | |
| Be liked by those who come | Rating rises from 4.1 to 4.5 | Ada | |
| Be liked by those who come | 9 of 10 like https://example.org/{address} | Ada | |
""".format(address="a" * 200)
PLACED = """\
<h1>OKRs Q4 2025</h1><h2>Objective: {title}</h2><table><tr><th>Key result</th></tr>
<tr><td>Launch the flyers</td></tr></table>
""".format(title="Be found in every street of the old town and beyond " * 3)
SCREENS = [(1280, 900), (390, 844)]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of five documents, one of them hostile, with a trend."""
    folder = tmp_path_factory.mktemp("team")
    documents = {"good.md": GOOD, "bad.md": BAD, "owned.md": OWNED, "evil <b>.md": EVIL,
                 "placed.html": PLACED}  # fmt: skip
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")

    def run(*args: str) -> None:
        command = [sys.executable, "-m", "okrlint", "report", "--no-cache", *args]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    run("-f", "json", "-o", "old.json", "bad.md")
    run("--against", "old.json", "-o", "okrs.html", ".", "placed.html")
    return folder / "okrs.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Opened:
    """The page, opened, and all that it said or asked for."""

    def __init__(self, browser: Any, report: Path, **wishes: Any) -> None:
        self.context = browser.new_context(**wishes)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.said.append(request.url))
        self.page.set_default_timeout(10_000)
        self.page.goto(report.as_uri())
        self.said.remove(report.as_uri())

    def seen(self, selector: str) -> list[str]:
        """The texts of what can be seen."""
        found = self.page.locator(selector).all()
        return [one.inner_text() for one in found if one.is_visible()]

    def choose(self, label: str, choice: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=choice)


@pytest.fixture
def opened(browser: Any, report: Path) -> Iterator[Opened]:
    opened = Opened(browser, report, viewport={"width": 1280, "height": 900})
    yield opened
    opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "phone"])
def test_axe_finds_nothing(
    browser: Any, report: Path, scheme: str, screen: tuple[int, int]
) -> None:
    width, height = screen
    size = {"width": width, "height": height}
    opened = Opened(browser, report, viewport=size, color_scheme=scheme)
    axe = resources.files("axe_playwright_python") / "axe.min.js"
    opened.page.evaluate(axe.read_text(encoding="utf-8"))
    found = opened.page.evaluate("axe.run(document)")
    told = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found["violations"]]
    assert told == []
    assert len(found["passes"]) > 20
    opened.context.close()


@pytest.mark.parametrize("screen", SCREENS, ids=["desktop", "phone"])
def test_nothing_is_wider_than_the_screen(
    browser: Any, report: Path, screen: tuple[int, int]
) -> None:
    opened = Opened(browser, report, viewport={"width": screen[0], "height": screen[1]})
    assert opened.page.evaluate("document.documentElement.scrollWidth") == screen[0]
    if screen == SCREENS[0]:  # a phone scrolls its tables
        tables = "[...document.querySelectorAll('.scroll')].map(t => t.scrollWidth - t.clientWidth)"
        assert set(opened.page.evaluate(tables)) == {0}
    opened.context.close()


def test_it_runs_nothing_of_a_document_and_asks_the_network_for_nothing(opened: Opened) -> None:
    assert opened.said == []
    assert opened.page.locator("article img, article script, article iframe").count() == 0
    assert "<svg onload=alert(4)>" in opened.page.locator("article").nth(1).inner_text()


def test_its_policy_stops_what_would_slip_in(opened: Opened) -> None:
    opened.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        " document.body.append(s);"
        " const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i); }"
    )
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.bad") is None
    refused = [line for line in opened.said if "Content Security Policy" in line]
    assert sum("script-src" in line for line in refused) == 1
    assert sum("https://example.org/x.png" in line for line in refused) == 1


def test_it_can_be_read_without_script(browser: Any, report: Path) -> None:
    opened = Opened(browser, report, java_script_enabled=False)
    assert not opened.page.locator("#filters").is_visible()
    assert len(opened.seen("article.document")) == 5
    assert any("this reads as a task" in text for text in opened.seen(".finding"))
    opened.context.close()


class TestFilters:
    def test_by_rule(self, opened: Opened) -> None:
        opened.choose("Rule", "no-metric")
        rules = {text.split()[-1] for text in opened.seen(".finding code")}
        assert rules == {"no-metric"}
        assert "Happier colleagues" in "".join(opened.seen(".leaf"))
        assert "Unsold loaves" not in "".join(opened.seen(".leaf"))

    def test_by_owner(self, opened: Opened) -> None:
        opened.choose("Owner", "Ada")
        leaves = opened.seen(".leaf")
        assert len(leaves) == 3
        assert all("owner: Ada" in leaf for leaf in leaves)
        assert len(opened.seen("tr[data-owner]")) == 3
        total = opened.page.locator(".leaf").count()
        assert opened.page.locator("#shown").inner_text() == f"3 of {total} key results shown"

    def test_by_document_and_back(self, opened: Opened) -> None:
        opened.choose("Document", "evil <b>.md")
        assert len(opened.seen("article.document")) == 1
        opened.choose("Rule", "no-metric")
        opened.page.get_by_role("button", name="Show all").click()
        opened.page.wait_for_timeout(50)
        assert len(opened.seen("article.document")) == 5
        total = opened.page.locator(".leaf").count()
        assert opened.page.locator("#shown").inner_text() == f"{total} of {total} key results shown"

    def test_by_keyboard_alone(self, opened: Opened) -> None:
        opened.page.get_by_label("Rule", exact=True).focus()
        opened.page.keyboard.type("no-metric")
        opened.page.keyboard.press("Enter")
        opened.page.keyboard.press("Tab")
        assert {text.split()[-1] for text in opened.seen(".finding code")} == {"no-metric"}


def test_links_lead_to_the_document(opened: Opened) -> None:
    opened.page.get_by_role("link", name="good.md").first.click()
    target = opened.page.url.partition("#")[2]
    heading = opened.page.locator(f"#{target}")
    assert heading.inner_text() == "good.md"
    assert heading.is_visible()


def test_it_prints_without_what_only_a_screen_needs(opened: Opened) -> None:
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert not opened.page.locator("#filters").is_visible()
    assert not opened.page.locator("nav").is_visible()
    paper = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"  # whatever the screen's theme
    assert opened.page.pdf(format="A4").startswith(b"%PDF")
