"""What a document of OKRs is: plain frozen data, positions as character offsets.

Every position here is a half-open range of 0-based character offsets into the source text.
Lines and columns are made in the reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from okrlint.span import Places
from okrlint.span import Span as Span  # noqa: PLC0414  (a part of the model like any other)


@dataclass(frozen=True, slots=True)
class Prose:
    """The plain text of a statement, and where each of its characters stands in the source.

    Markup is gone from the text. A character that the source writes in several (an entity, a
    backslash escape, a line break with its indentation) maps to all of them.

    >>> page = PAGE.replace("islanders", "*islanders*")
    >>> prose = parse(page).objectives[0].prose
    >>> start = prose.text.index("islanders")
    >>> span = prose.source_span(start, start + 9)
    >>> page[span.start - 1 : span.end + 1]
    '*islanders*'
    """

    text: str
    """The words without markup; a line break inside a statement is one space."""
    starts: tuple[int, ...]
    """For each character of `text`, the source offset where it begins."""
    ends: tuple[int, ...]
    """For each character of `text`, the source offset after it."""

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a Prose needs one source range for each of its characters")

    @property
    def span(self) -> Span:
        """The source range from the first character to the last; (0, 0) when empty."""
        return Span(self.starts[0], self.ends[-1]) if self.text else Span(0, 0)

    def source_span(self, start: int, end: int) -> Span:
        """The source range of the characters `start` up to `end` (offsets into `text`)."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters {start}:{end} in a text of {len(self.text)}")
        return Span(self.starts[start], self.ends[end - 1])

    def cut(self, start: int, end: int) -> Prose:
        """The same text from `start` up to `end`, without white space at its ends."""
        start, end, _ = slice(start, end).indices(len(self.text))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Prose(self.text[start:end], self.starts[start:end], self.ends[start:end])


NO_PROSE = Prose("", (), ())
"""A statement that says nothing."""


class CycleSource(str, Enum):
    """Where the words stand that state a cycle.

    >>> parse(PAGE).cycle.found
    <CycleSource.TITLE: 'title'>
    """

    TITLE = "title"
    HEADING = "heading"
    INTRO = "intro"
    FRONT_MATTER = "front matter"
    TABLE = "table"
    FILE_NAME = "file name"
    PATH = "path"
    CONFIGURATION = "configuration"


@dataclass(frozen=True, slots=True)
class Cycle:
    """The period that a set of OKRs is for.

    >>> cycle = parse(PAGE).cycle
    >>> cycle.words, cycle.end
    ('Q3 2026', datetime.date(2026, 9, 30))
    """

    start: dt.date | None
    """First day; None when the words do not say ("by the end of 2025")."""
    end: dt.date | None
    """Last day; None when it is an event ("until 7 days after launch")."""
    words: str
    """The words that said so, as written."""
    found: CycleSource
    span: Span | None = None
    """Where the words stand in the source; None for file name, path and configuration."""
    event: str | None = None
    """The event that ends the cycle, when no date does."""
    note: str | None = None
    """How doubtful words were read, for people ("day first, as in 25/12/2024 on line 7")."""

    @property
    def period(self) -> tuple[dt.date | None, dt.date | None] | str:
        """What tells it from other cycles: its days, else its words. "Q2" may be "Spring" too."""
        return (self.start, self.end) if self.start or self.end else self.words.casefold()


@dataclass(frozen=True, slots=True)
class Field:
    """Something said beside a statement: owner, due, baseline, target, current, score, ...

    >>> [(f.name, f.prose.text) for _, k in parse(PAGE).key_results() for f in k.fields]
    [('owner', 'Mia')]
    """

    name: str
    """One of FIELD_NAMES."""
    prose: Prose
    """The value, without the field's name."""


FIELD_NAMES = frozenset(
    {
        "owner", "due", "baseline", "target", "success", "metric", "current", "progress", "score",
        "status", "confidence", "priority", "weight", "kind", "link", "q1", "q2", "q3", "q4",
    }
)  # fmt: skip
"""The canonical names of fields; `kind` is read in `okrlint.kind`."""


@dataclass(frozen=True, slots=True)
class KeyResult:
    """One key result.

    >>> key_result = parse(PAGE).objectives[0].key_results[0]
    >>> key_result.label, key_result.field("owner").text
    ('KR 1', 'Mia')
    """

    prose: Prose
    """The statement, without label and fields."""
    label: str | None = None
    """The label as written, trimmed of punctuation: "KR 1.2"."""
    fields: tuple[Field, ...] = ()
    checked: bool | None = None
    """The state of its checkbox; None without one."""
    struck: bool = False
    """Struck through in the source: dropped, so no rule judges it."""
    certainty: float = 1.0
    """How sure it is that this is a key result, 0 to 1."""

    def field(self, name: str) -> Prose | None:
        """The first value of the field `name`, or None."""
        return next((f.prose for f in self.fields if f.name == name), None)


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective and its key results.

    >>> (objective,) = parse(PAGE).objectives
    >>> objective.label, len(objective.key_results)
    ('Objective 1', 2)
    """

    prose: Prose
    label: str | None = None
    """The label as written, trimmed of punctuation: "O1", "Objective 2"."""
    key_results: tuple[KeyResult, ...] = ()
    cycle: Cycle | None = None
    """The cycle that its own section states; None where only the document's holds."""
    fields: tuple[Field, ...] = ()
    struck: bool = False
    section: tuple[str, ...] = ()
    """The team, person, level or theme that it belongs to, the outermost first, by the headings
    above it, a team column or its label; empty where it stands right under the title."""
    certainty: float = 1.0
    """How sure it is that this is an objective, 0 to 1."""

    def field(self, name: str) -> Prose | None:
        """The first value of the field `name`, or None."""
        return next((f.prose for f in self.fields if f.name == name), None)


class Nature(str, Enum):
    """What a document is for, where that is not to set OKRs.

    >>> parse(PAGE).nature is None
    True
    """

    CHECK_IN = "check-in"
    """It tells how OKRs stand that were set elsewhere: an update, a review."""
    EXAMPLES = "examples"
    """Nobody's OKRs: examples to choose from or to learn by."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that looks like OKRs and could not be read.

    >>> Unread(Span(0, 9), "this table has no heading").reason
    'this table has no heading'
    """

    span: Span
    reason: str
    """Why, in words for the author."""
    certainty: float = 1.0
    """How likely it is that OKRs stand there, 0 to 1."""
    blank: bool = False
    """Whether it is a form that nobody has filled in."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of HTML or of MDX, or a comment line of the front matter.

    >>> parse(PAGE + "<!-- okrlint-disable-file -->").comments[0].text
    'okrlint-disable-file'
    """

    span: Span
    """The whole comment with its marks."""
    text: str
    """What stands between the marks, trimmed."""


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file.

    >>> document = parse(PAGE)
    >>> document.mission.text
    'Nobody on the islands waits for a ferry.'
    """

    path: str
    """The path as given, "-" for standard input, "" for text from nowhere."""
    source: str = field(repr=False)
    mission: Prose | None = None
    objectives: tuple[Objective, ...] = ()
    orphans: tuple[KeyResult, ...] = ()
    """Key results that stand under no objective."""
    cycle: Cycle | None = None
    """The cycle that holds for the whole document."""
    unread: tuple[Unread, ...] = ()
    comments: tuple[Comment, ...] = ()
    nature: Nature | None = None
    """What the document is for; None where it sets OKRs, or does not say."""
    language: str = ""
    """The language whose words it was read with, when that is not English: "German"."""
    glossed: str = field(default="", repr=False)
    """The source with the words of that language that okrlint knows put into English, on the same
    lines; empty for English."""
    places: Places | None = field(default=None, repr=False)
    """Where the parts of `source` stand in a file that is no Markdown, of which it was made."""

    @property
    def has_okrs(self) -> bool:
        """Whether anything was read: an objective or a key result."""
        return bool(self.objectives or self.orphans)

    def key_results(self) -> Iterator[tuple[Objective | None, KeyResult]]:
        """Every key result with its objective, in the order of the objectives; orphans last."""
        for objective in self.objectives:
            for key_result in objective.key_results:
                yield objective, key_result
        for orphan in self.orphans:
            yield None, orphan


@dataclass(frozen=True, slots=True)
class Labels:
    """The team's own words for the parts of OKRs, beside those okrlint knows.

    >>> ours = Settings(labels=Labels(objective=("Purpose",)))
    >>> parse(PAGE.replace("Objective 1", "Purpose 1"), settings=ours).objectives[0].label
    'Purpose 1'
    """

    objective: tuple[str, ...] = ()
    """More words for "Objective", e.g. "Goal", "Ziel"."""
    key_result: tuple[str, ...] = ()
    """More words for "Key result", e.g. "Success measure"."""
    mission: tuple[str, ...] = ()
    """More words for "Mission"."""
    fields: tuple[tuple[str, str], ...] = ()
    """More names of columns and other fields: in lower case, with the canonical one."""
