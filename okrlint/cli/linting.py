"""The files of a run, linted: those known from earlier runs at once, the others in batches."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.answers import Answers
from okrlint.api import InputError
from okrlint.cli.console import kept_stdout
from okrlint.cli.ground import Ground, Grounds
from okrlint.cli.progress import Progress
from okrlint.cli.sources import Found, Sources
from okrlint.cli.summary import tell
from okrlint.cli.wishes import Wishes
from okrlint.markdown.presence import has_okr_signs
from okrlint.sources import Source
from okrlint.told import Answer, Told

if TYPE_CHECKING:
    from okrlint.api import Linter, Result
    from okrlint.cli.workers import Workers
    from okrlint.task import Task

TOGETHER = 12
"""Files whose statements are read in one batch: some two hundred, after which more save nothing."""
_MOST_CHARACTERS = 200_000
_AT_ONCE = 500
"""Files that are looked at before what is known of them is told."""
PAYS = 400
"""Statements from which on more processes are worth their start; docs/performance.md says why."""
_DONE = Source("")
"""Of a file that is linted: a long run keeps little."""
_STATEMENT = re.compile(r"^[ \t]*(?:[-*+|#]|\d+[.)])", re.MULTILINE)


@dataclass(slots=True)
class Linted:
    """One file of the run."""

    name: str
    ground: Ground
    source: Source
    told: Told | None = None
    """None until it is linted."""
    result: Result | None = None
    """The whole result, where it is asked for."""
    before: str | None = None
    """The text at the revision of `--diff`."""
    key: str = ""
    """Under which the answer is kept."""


def _has_pack(text: str) -> bool:
    """Whether a text is in another language that can be read, where OKRs are called otherwise."""
    from okrlint.language.tongue import find_language
    from okrlint.tongues.pack import languages

    return find_language(text) in languages()


@dataclass(slots=True)
class Linting:
    """Lints what `sources` found, in the order of the names: the same bytes, however named."""

    wishes: Wishes
    grounds: Grounds
    sources: Sources[Ground]
    answers: Answers | None
    found: list[Found[Ground]] = field(init=False)
    progress: Progress = field(init=False)
    _linter: Linter | None = None
    _workers: Workers | None = None

    def __post_init__(self) -> None:
        self.found = sorted(self.sources.found(), key=lambda one: one[0])
        self.progress = Progress(len(self.found), quiet=self.wishes.quiet)

    @property
    def whole(self) -> bool:
        """Whether whole results are needed: to compare with a revision, or to mend files."""
        return bool(self.wishes.diff or self.wishes.fix or self.wishes.fix_diff)

    def each(self) -> Iterator[tuple[Linted, Told]]:
        """Each file with what was found; what cannot be read is told on stderr and counted."""
        files = statements = 0
        with ExitStack() as stack:
            for some in self._chunks():
                self._lint([one for one in some if one.told is None], stack)
                for one in some:
                    if one.told is not None:
                        files += 1
                        statements += one.told.answer.objectives + one.told.answer.key_results
                        yield one, one.told
                self.progress.show(files, statements)
        self.progress.clear()

    def _chunks(self) -> Iterator[list[Linted]]:
        """Files with what is known of them, as many at once as are linted at once."""
        most = TOGETHER if self.wishes.jobs == 1 else _AT_ONCE
        some: list[Linted] = []
        waiting = characters = 0
        for found in self.found:
            one = self._read(found)
            if one is None:
                continue
            some.append(one)
            if one.told is None:
                waiting += 1
                characters += len(one.source.text)
            enough = waiting >= most or characters > _MOST_CHARACTERS * self.wishes.jobs
            if enough or len(some) >= _AT_ONCE:
                yield some
                some, waiting, characters = [], 0, 0
        if some:
            yield some

    def _read(self, found: Found[Ground]) -> Linted | None:
        """A file, and what is known of it; None when it cannot be read."""
        name, read, ground = found
        try:
            one = Linted(name, ground, read())
            if self.wishes.diff and name != self.wishes.stdin_filename:
                from okrlint.api import find_before

                one.before = find_before(Path(name), self.wishes.diff)
        except InputError as error:
            self.progress.clear()
            self.sources.fail(error)
            return None
        if not self.whole:
            one.told = self._known(one)
            one.source = one.source if one.told is None else _DONE
        return one

    def _known(self, one: Linted) -> Told | None:
        """What was found before in the same text, or is plain at a first look."""
        ground, text = one.ground, one.source.text
        if not has_okr_signs(text, one.name, ground) and not _has_pack(text):
            return Told(one.name, Answer(empty=not text.strip()))
        if self.answers is None or not ground.key or self.wishes.verbose:
            return None
        data = f"{ground.key}\0{one.name}\0{text}".encode("utf-8", "surrogateescape")
        one.key = hashlib.sha256(data).hexdigest()
        answer = self.answers.find(one.key, Answer)
        if answer is None or not answer.findings:
            return Told(one.name, answer) if answer else None
        return Told(one.name, answer, text, one.source.places)

    def _lint(self, waiting: Sequence[Linted], stack: ExitStack) -> None:
        """Lint files together, and keep what was found."""
        if not waiting:
            return
        for one, (told, result) in zip(waiting, self._results(waiting, stack), strict=True):
            one.told, one.source, one.result = told, _DONE, result
            if self.answers is not None and one.key and not told.crashes:
                self.answers.keep(one.key, told.answer)

    def _results(
        self, waiting: Sequence[Linted], stack: ExitStack
    ) -> Iterator[tuple[Told, Result | None]]:
        tasks = [self._task(one) for one in waiting]
        if self.wishes.jobs > 1 and not self.whole:
            count = sum(len(_STATEMENT.findall(task.text)) for task in tasks)
            if self._workers is None and count >= PAYS:
                from okrlint.cli.workers import workers

                self._workers = stack.enter_context(workers(self.wishes.jobs, self.linter))
            if self._workers is not None:
                yield from ((told, None) for told in self._workers.lint(tasks))
                return
        with kept_stdout():
            results = self.linter.lint_together(tasks)
        yield from ((tell(result), result if self.whole else None) for result in results)

    def _task(self, one: Linted) -> Task:
        from okrlint.budget import budget_of
        from okrlint.task import Task

        settings = self.grounds.settings_of(Path(one.name) if one.name != "-" else Path())
        text, places = one.source.text, one.source.places
        return Task(text, one.name, settings, one.before, budget_of(text), places)

    @property
    def linter(self) -> Linter:
        """The linter of the run; raises RulePackError."""
        if self._linter is None:
            from okrlint.api import Linter, ReadingCache

            cache = None if self.wishes.no_cache else ReadingCache(self.wishes.cache_dir)
            self._linter = Linter(rules=self.grounds.rules, cache=cache, patience=1.0)
        return self._linter
