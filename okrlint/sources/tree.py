"""HTML, however it is written, as a tree: what a browser would see of it, and on which line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from okrlint.errors import InputError

MOST_NODES = 200_000
MOST_DEPTH = 100
"""What is nested deeper is not told apart."""

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSHOWN = frozenset("script style template noscript svg math object iframe".split())
_ENDED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"td", "th", "tr"}),
    "tbody": frozenset({"td", "th", "tr", "thead", "tbody"}),
    "tfoot": frozenset({"td", "th", "tr", "thead", "tbody"}),
}
"""Opening the one ends the others, up to the list or table that holds them (HTML, 13.1.2.4)."""
_HOLDS = frozenset({"ul", "ol", "dl", "table"})
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre"
    " section summary table tbody td tfoot th thead title tr ul".split()
)


@dataclass(slots=True)
class Node:
    """An element; text is one called "", a comment one called "!"."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list[Node] = field(default_factory=list["Node"])
    text: str = ""
    has_blocks: bool = False
    """Whether something below it begins a line of its own."""

    def find(self, *tags: str) -> Iterator[Node]:
        """Every element of these names below, in the order of the page."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            if node.tag in tags:
                yield node
            waiting += reversed(node.children)

    def words(self) -> str:
        """All text below, in one line."""
        return " ".join("".join(node.text for node in self.find("")).split())


def parse_html(text: str, path: str) -> Node:
    """The tree of a page; raises InputError for one with more elements than are read."""
    parser = _Parser(path)
    ended = text.rfind("-->") + 3 if "-->" in text else 0
    parser.feed(text[:ended] + text[ended:].replace("<!--", "&lt;!--"))  # no end: no comment
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self._path = path
        self.root = Node("html", 1)
        self._open = [self.root]
        self._count = 0
        self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSHOWN:
            self._unshown += 1
        if self._unshown and tag != "style":
            return
        self._end_before(tag)
        node = self._add(Node(tag, self.getpos()[0], {k: v or "" for k, v in attrs}))
        if tag in BLOCKS:
            self._tell_of_block()
        if tag not in _VOID and len(self._open) < MOST_DEPTH:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSHOWN:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID and tag not in BLOCKS:  # HTML ignores the slash of others
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSHOWN:
            self._unshown = max(0, self._unshown - 1)
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return
            if self._open[place].tag in _HOLDS and tag not in _HOLDS and tag not in BLOCKS:
                return

    def handle_data(self, data: str) -> None:
        if self._unshown and self._open[-1].tag != "style":
            return
        self._add(Node("", self.getpos()[0], text=data))

    def handle_comment(self, data: str) -> None:
        if not self._unshown:
            self._add(Node("!", self.getpos()[0], text=data.strip()))

    def _end_before(self, tag: str) -> None:
        """End what a new element ends by itself."""
        ended = _ENDED_BY.get(tag, frozenset())
        first = len(self._open)
        for place in range(len(self._open) - 1, 0, -1):
            name = self._open[place].tag
            if name in _HOLDS:
                break
            if name in ended:
                first = place
            if name == "p" and tag in BLOCKS and place == len(self._open) - 1:
                first = min(first, place)
        del self._open[first:]

    def _add(self, node: Node) -> Node:
        self._count += 1
        if self._count > MOST_NODES:
            reason = f"holds more than {MOST_NODES:,} elements, the most that are read; cut it"
            raise InputError(self._path, reason)
        self._open[-1].children.append(node)
        return node

    def _tell_of_block(self) -> None:
        for node in reversed(self._open):
            if node.has_blocks:
                return
            node.has_blocks = True
