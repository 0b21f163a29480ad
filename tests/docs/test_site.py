"""The site: every page is in it once, reads as on a code host, and fetches nothing from afar."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from scripts.build_site import HOST, NEEDED, build, fill_nav, find_pages, point_links, put_together

ROOT = Path(__file__).parents[2]
SHAPES = frozenset("ul ol li table tr td pre blockquote h1 h2 h3 h4 p code strong em a".split())
FETCHING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}


class Reader(HTMLParser):
    """Counts the shapes of an article, and collects what a page fetches."""

    def __init__(self, *, inside: bool = False) -> None:
        super().__init__()
        self.inside = inside
        self.shapes: Counter[str] = Counter()
        self.fetched: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.inside |= tag == "article"
        own = "headerlink" in values.get("class", "") or (tag == "a" and "href" not in values)
        if self.inside and tag in SHAPES and not own:
            self.shapes[tag] += 1
        if tag in FETCHING:
            self.fetched.add(values.get(FETCHING[tag], ""))
        if tag == "link" and values.get("rel") not in ("canonical", "alternate", "prev", "next"):
            self.fetched.add(values["href"])

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "article"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if find_spec("zensical") is None:
        pytest.skip("needs Zensical, which needs Python 3.11")
    folder = tmp_path_factory.mktemp("site")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    return folder


def html_of(site: Path, page: str) -> str:
    place = Path(page)
    place = place.parent if place.name == "README.md" else place.with_suffix("")
    return (site / "html" / place / "index.html").read_text(encoding="utf-8")


def test_every_page_is_in_the_navigation_once(tmp_path: Path) -> None:
    put_together(tmp_path)
    (line,) = re.findall(r"^nav = .*$", (tmp_path / "zensical.toml").read_text(), re.MULTILINE)
    assert sorted(re.findall(r'"([^"]+\.md)"', line)) == sorted(find_pages())


def test_a_page_that_nobody_named_comes_last() -> None:
    nav = [{"Rules": "rules KR"}, {"Gone": "docs/gone.md"}, {"More": [{"Log": "LOG.md"}]}]
    titles = {"LOG.md": "# Log", "docs/new.md": "# New", "rules/a.md": "# a (KR001)"}
    assert fill_nav(nav, titles) == [
        {"Rules": [{"a": "rules/a.md"}]},
        {"More": [{"Log": "LOG.md"}, {"New": "docs/new.md"}]},
    ]


def test_a_link_out_of_the_site_leads_to_the_code_host() -> None:
    known = frozenset(["rules/a.md"])
    text = "[a](../rules/a.md#x) [b](../okrlint/b.py)\n\n```md\n[b](../okrlint/b.py)\n```\n"
    assert point_links("docs/c.md", text, known) == text.replace(
        "(../okrlint/b.py)", f"({HOST}okrlint/b.py)", 1
    )


def test_a_page_reads_as_on_a_code_host(site: Path) -> None:
    plain = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for page in find_pages():
        wanted, shown = Reader(inside=True), Reader()
        wanted.feed(plain.render((site / "pages" / page).read_text(encoding="utf-8")))
        shown.feed(html_of(site, page))
        assert shown.shapes == wanted.shapes, page


def test_a_page_fetches_nothing_from_another_host(site: Path) -> None:
    for page in find_pages():
        reader = Reader()
        reader.feed(html_of(site, page))
        assert reader.fetched
        assert [one for one in reader.fetched if re.match(r"(\w+:)?//", one)] == [], page
    for file in (site / "html").rglob("*.[cs][sv][sg]"):
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", file.read_text("utf-8"))


def test_without_the_generator_it_says_what_is_missing() -> None:
    code = "import sys; sys.modules['zensical'] = None; sys.argv = ['build_site.py']; "
    code += "from scripts.build_site import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == f"{NEEDED}\n"
