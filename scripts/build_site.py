"""Build the site of the documentation: `python scripts/build_site.py`, then open build/site/html.

Pages lie where they lie for readers on a code host: `docs/`, `rules/`, `examples/*/README.md` and
the root. The site keeps these places, so the links between pages hold; a link to a file that is no
page leads to the code host. Needs `pip install 'okrlint[docs]'`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site"
HOST = "https://github.com/okrlint/okrlint/blob/main/"
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/*.md", "rules/*.md",
         "examples/*/README.md")  # fmt: skip
FILES = ("docs/*.svg", "docs/*.json", "docs/*.tsv", "docs/site/*.svg", "docs/site/*.css",
         "docs/site/*.js")  # fmt: skip
NEEDED = "the site needs Zensical: pip install 'okrlint[docs]' (Python 3.11 or newer)"
_LINK = re.compile(r"(?<=\]\()(?!https?:|#)([^)#\s]+)")
_FENCE = re.compile(r"^( *)(```+)[^\n]*\n.*?^\1\2 *$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^# (?P<name>\S+) \((?P<kind>[A-Z]+)\d+\)$", re.MULTILINE)


def find_pages(root: Path = ROOT) -> list[str]:
    """The pages, by their places below `root`."""
    return _find(root, PAGES)


def _find(root: Path, patterns: tuple[str, ...]) -> list[str]:
    return [p.relative_to(root).as_posix() for one in patterns for p in sorted(root.glob(one))]


def point_links(page: str, text: str, known: frozenset[str]) -> str:
    """The text of `page` with links out of the site, to what is not `known`, made whole."""

    def point(match: re.Match[str]) -> str:
        target = normpath((Path(page).parent / match[1]).as_posix())
        return match[1] if target in known else HOST + target

    kept, start = [], 0
    for fence in _FENCE.finditer(text):
        kept += [_LINK.sub(point, text[start : fence.start()]), fence[0]]
        start = fence.end()
    return "".join([*kept, _LINK.sub(point, text[start:])])


def _named(nav: Any) -> Iterator[str]:
    """Every page that a navigation names."""
    if isinstance(nav, str):
        yield nav
        return
    for part in nav if isinstance(nav, list) else nav.values():
        yield from _named(part)


def fill_nav(nav: list[Any], titles: dict[str, str]) -> list[Any]:
    """The navigation with all rules, without pages that are not there, and the rest at its end.

    `titles` holds the first line of each page.
    """
    rules = {
        page: rule
        for page, title in titles.items()
        if page.startswith("rules/") and (rule := _TITLE.match(title))
    }

    def fill(part: Any) -> Any:
        if isinstance(part, list):
            return [full for one in part if (full := fill(one))]
        if isinstance(part, dict):
            return {name: full for name, one in part.items() if (full := fill(one))}
        if part.startswith("rules "):
            return [{r["name"]: p} for p, r in rules.items() if r["kind"] == part[len("rules ") :]]
        return part if part in titles else None

    full: list[Any] = fill(nav)
    missing = [page for page in titles if page not in set(_named(full))]
    full[-1]["More"] += [{titles[page].lstrip("# "): page} for page in missing]
    return full


def write_toml(value: Any) -> str:
    """Lists, tables and strings as TOML on one line."""
    if isinstance(value, list):
        return f"[{', '.join(write_toml(one) for one in value)}]"
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {write_toml(one)}" for key, one in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return json.dumps(value)


def put_together(site: Path, root: Path = ROOT) -> None:
    """Write `site/zensical.toml` and `site/pages`, from which Zensical makes the site."""
    pages, files = find_pages(root), _find(root, FILES)
    known = frozenset([*pages, *files])
    shutil.rmtree(site / "pages", ignore_errors=True)
    titles: dict[str, str] = {}
    for place in (*pages, *files):
        target = site / "pages" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if place in files:
            shutil.copyfile(root / place, target)
            continue
        text = (root / place).read_text(encoding="utf-8")
        titles[place] = text.partition("\n")[0]
        target.write_text(point_links(place, text, known), encoding="utf-8")
    source = root / "docs" / "site"
    nav = tomllib.loads((source / "nav.toml").read_text(encoding="utf-8"))["nav"]
    config = (source / "zensical.toml").read_text(encoding="utf-8")
    line = f"[project]\nnav = {write_toml(fill_nav(nav, titles))}\n"
    (site / "zensical.toml").write_text(config.replace("[project]\n", line, 1), encoding="utf-8")


def build(site: Path) -> subprocess.CompletedProcess[str]:
    """Put the pages together below `site` and make `site/html`; any warning is a failure."""
    put_together(site)
    shutil.rmtree(site / "html", ignore_errors=True)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f",
               str(site / "zensical.toml")]  # fmt: skip
    return subprocess.run(  # noqa: S603
        command, cwd=site, capture_output=True, text=True, check=False
    )


def main() -> int:
    """Build the site; what Zensical says goes to the terminal."""
    try:
        import zensical  # noqa: F401  # pyright: ignore[reportMissingImports]
    except ImportError:
        print(NEEDED, file=sys.stderr)
        return 2
    done = build(SITE)
    print(done.stdout, done.stderr, sep="", end="")
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
