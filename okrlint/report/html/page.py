"""The whole page: one file, no network, and no script needed to read it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from importlib import resources

from okrlint.report.html.asks import count_asks
from okrlint.report.html.markup import Markup, element, raw
from okrlint.report.html.overview import documents_table, score_section
from okrlint.report.html.owners import NOBODY, owners_section
from okrlint.report.html.sheet import Sheet
from okrlint.report.html.tree import document_article, owner_of
from okrlint.report.html.trend import Earlier, trend_section
from okrlint.report.safe import for_link
from okrlint.rule import Rule
from okrlint.version import __version__

_MANY = 30
"""Documents; a page of more is laid out piece by piece."""


def render_page(
    sheets: Sequence[Sheet], rules: Iterable[type[Rule]], earlier: Earlier | None = None
) -> str:
    """The report of all documents that hold OKRs; the same bytes for the same documents."""
    rules = tuple(rules)
    told = [sheet for sheet in sheets if sheet.document.has_okrs or sheet.result.findings]
    asks = count_asks(told, rules)
    urls = {rule.name: for_link(rule.url) for rule in rules}
    parts: dict[tuple[str, str], Markup] = {}
    if asks:
        parts["score", "What the course asks"] = score_section(asks, urls)
    if earlier is not None:
        parts["trend", "Since the earlier report"] = trend_section(told, asks, earlier)
    parts["documents", "Documents"] = _documents(told)
    if told:
        parts["owners", "Owners"] = owners_section(told)
    header = _header(told, len(sheets), list(parts))
    body = element("main", *parts.values(), id="main")
    return f"<!DOCTYPE html>\n{_html(header, body, many=len(told) > _MANY)}\n"


def _html(header: Markup, main: Markup, *, many: bool) -> Markup:
    style, script = _own("page.css"), _own("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="referrer", content="no-referrer"),
        element("meta", name_="color-scheme", content="light dark"),
        element("title", "OKR report"),
        raw("style", style),
    )
    skip = element("a", "To the report", href="#main", class_="skip")
    footer = element("footer", element("p", f"Made by okrlint {__version__}."))
    class_ = "many" if many else None
    body = element("body", skip, header, main, footer, raw("script", script), class_=class_)
    return element("html", head, body, lang="en")


def _documents(told: Sequence[Sheet]) -> Markup:
    return element(
        "section",
        element("h2", "Documents", id="documents"),
        documents_table(told) if told else element("p", "No OKRs were found."),
        _filters(told) if told else None,
        *(document_article(sheet, number) for number, sheet in enumerate(told, 1)),
        aria_labelledby="documents",
    )


def _header(told: Sequence[Sheet], looked_at: int, parts: Sequence[tuple[str, str]]) -> Markup:
    counts = [sheet.counts() for sheet in told]
    numbers = [
        (len(told), "document"),
        (sum(one.objectives for one in counts), "objective"),
        (sum(one.key_results for one in counts), "key result"),
        (sum(len(sheet.result.findings) for sheet in told), "finding"),
    ]
    words = ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in numbers)
    rest = looked_at - len(told)
    other = f" {rest} more without OKRs." if rest else ""
    items = [element("li", element("a", text, href=f"#{name}")) for name, text in parts]
    nav = element("nav", element("ul", *items), aria_label="Parts of the report")
    return element("header", element("h1", "OKR report"), element("p", f"{words}.{other}"), nav)


def _filters(told: Sequence[Sheet]) -> Markup:
    """Choices that the script makes work; without it they stay hidden, and all is shown."""
    rules = sorted({finding.rule for sheet in told for finding in sheet.result.findings})
    owners = {owner_of(one) for sheet in told for one in sheet.judged()}
    named = sorted(owners - {""}, key=lambda owner: (owner.casefold(), owner))
    documents = [sheet.document.path for sheet in told]
    no_owner = [("=", NOBODY)] if "" in owners else []
    return element(
        "form",
        _choice("rule", "Rule", [(f"={rule}", rule) for rule in rules]),
        _choice("owner", "Owner", [*((f"={o}", o) for o in named), *no_owner]),
        _choice("document", "Document", [(f"={path}", path) for path in documents]),
        element("button", "Show all", type="reset"),
        element("output", "", id="shown", aria_live="polite"),
        id="filters", hidden=True, aria_label="Show only",
    )  # fmt: skip


def _choice(name: str, label: str, choices: Sequence[tuple[str, str]]) -> Markup:
    options = [element("option", "All", value="")]
    options += [element("option", text, value=value) for value, text in choices]
    select = element("select", *options, id=f"by-{name}", data_by=name)
    return element("span", element("label", label, for_=f"by-{name}"), " ", select)


def _own(name: str) -> str:
    """A file of this package, as it goes into the page."""
    file = resources.files("okrlint.report.html") / "data" / name
    return file.read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """What a content security policy calls exactly this style or script."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
