"""Lints many texts with rules and settings that are made ready once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from okrlint.budget import budget_of
from okrlint.cache import Cache
from okrlint.config import Settings, load_settings
from okrlint.context import Context
from okrlint.discover import find_files
from okrlint.engine import context_of, lint_text, lint_together, parse
from okrlint.model import Document
from okrlint.reading import Reading
from okrlint.readings import read_documents, read_texts
from okrlint.registry import RuleSet, load_rules
from okrlint.result import Result
from okrlint.sources import load_source
from okrlint.span import Places
from okrlint.task import Task


@dataclass(frozen=True, slots=True)
class Linter:
    """Lints many texts: rules are loaded once, the language pipeline when it is first needed.

    One Linter serves several threads at once, and can be pickled for other processes. It is frozen:
    two settings are two Linters, and they share all that is slow to load.

    >>> linter = Linter(Settings(select=("no-metric",)))
    >>> [f.rule for f in linter.lint_text("- KR 1: Launch the portal", "q3.md").findings]
    ['no-metric']
    """

    settings: Settings | None = None
    """What holds for all texts; None: each file has those of its nearest configuration file, and
    texts without a file have the defaults."""
    rules: RuleSet = field(default_factory=load_rules)
    """The rules there are; unless others are given, okrlint's and those of installed packs."""
    cache: Cache | None = None
    """What keeps readings, so that a statement that comes again is not read again."""
    patience: float | None = None
    """How long a text may take: 1.0 for as long as the command gives it (`okrlint.budget`), None
    for no limit."""

    def lint_text(
        self,
        text: str,
        path: str = "",
        *,
        settings: Settings | None = None,
        before: str | None = None,
        places: Places | None = None,
    ) -> Result:
        """Lint Markdown, as `okrlint.lint_text` does; `settings` hold for this text alone."""
        return lint_text(
            text,
            path,
            settings or self.settings,
            self.rules,
            self.cache,
            before,
            budget_of(text) * self.patience if self.patience else None,
            places,
        )

    def lint_together(self, tasks: Sequence[Task]) -> list[Result]:
        """Lint texts at once, each with its own settings: sooner than one after the other."""
        return lint_together(tasks, self.rules, self.cache)

    def lint_texts(self, texts: Iterable[str | tuple[str, str]]) -> Iterator[Result]:
        """Lint texts as they come, each a text or a path with its text; nothing is kept of them."""
        for one in texts:
            path, text = ("", one) if isinstance(one, str) else one
            yield self.lint_text(text, path)

    def lint_file(self, path: str | Path) -> Result:
        """Lint one file.

        Raises InputError when the file cannot be read (UTF-8 text, a Word document, a sheet, a page
        of HTML), ConfigError for a configuration that cannot be used.
        """
        return self._lint_file(path := Path(path), self._of(path))

    def lint_paths(self, paths: Iterable[str | Path]) -> Iterator[Result]:
        """Lint files, and the Markdown files in folders, in the order of their paths.

        Raises InputError for the first path that is missing, unreadable or a folder without
        Markdown.
        """
        for path, settings in find_files((Path(p) for p in paths), self._of):
            yield self._lint_file(path, settings)

    def parse(self, text: str, path: str = "") -> Document:
        """Read the OKRs out of Markdown, with the labels, calendar and cycle of the settings."""
        return parse(text, path, self.settings)

    def read(self, statement: str) -> Reading:
        """What one statement says, read with the settings' pipeline, calendar and vocabulary."""
        return next(self.read_statements([statement]))

    def read_statements(self, statements: Iterable[str]) -> Iterator[Reading]:
        """What statements say, in their order, as they come; nothing is kept of them."""
        return read_texts(statements, self.settings or Settings())

    def look_into(self, document: Document, *, settings: Settings | None = None) -> Context:
        """What the statements of a document say where they stand, and by when they are due."""
        held = settings or self.settings or Settings()
        return context_of(document, read_documents([(document, held)], self.cache)[0], held)

    def _lint_file(self, path: Path, settings: Settings) -> Result:
        source = load_source(path)
        return self.lint_text(source.text, str(path), settings=settings, places=source.places)

    def _of(self, path: Path) -> Settings:
        """The settings of a file."""
        return self.settings or load_settings(path.parent, self.rules).settings


def lint_file(
    path: str | Path, settings: Settings | None = None, rules: RuleSet | None = None
) -> Result:
    """Lint one file; without `settings` those of the nearest configuration file hold.

    Raises InputError when the file cannot be read (UTF-8 text, a Word document, a sheet, a page of
    HTML), ConfigError for a configuration that cannot be used.

    >>> _ = Path("q3.md").write_text(PAGE)
    >>> [f.rule for f in lint_file("q3.md").findings]
    ['task-like']
    """
    return Linter(settings, rules or load_rules()).lint_file(path)


def lint_paths(
    paths: Iterable[str | Path], settings: Settings | None = None, rules: RuleSet | None = None
) -> Iterator[Result]:
    """Lint files, and the Markdown files in folders, in the order of their paths.

    Raises InputError for the first path that is missing, unreadable or a folder without Markdown.

    >>> _ = Path("q3.md").write_text(PAGE)
    >>> [(result.path, len(result.findings)) for result in lint_paths(["."])]
    [('q3.md', 1)]
    """
    return Linter(settings, rules or load_rules()).lint_paths(paths)
