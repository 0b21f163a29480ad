"""spaCy: statement -> Reading (what it promises, measures, and by when).

Importing this package does not import spaCy; loading a reader does.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from okrlint.reading import Reading

if TYPE_CHECKING:
    from okrlint.language.reader import Reader

__all__ = ["begin_reader", "load_reader", "read"]


def load_reader(pipeline: str | None = None) -> Reader:
    """Load the reader of the default English pipeline, or of another one by its name.

    Slow the first time (about a second), free afterwards. Raises PipelineError when the pipeline
    is not installed or lacks what okrlint needs.
    """
    if "spacy" in sys.modules:
        return _load(pipeline)
    from okrlint.gentle import loading

    begin_reader()
    with loading():
        return _load(pipeline)


def begin_reader() -> None:
    """The first half of what `load_reader` does: spaCy, and on another core the learned reader."""
    from okrlint.gentle import loading
    from okrlint.language.learned import load_model
    from okrlint.language.quick import begin, import_spacy

    with loading():
        begin(load_model)
        import_spacy()


def _load(pipeline: str | None) -> Reader:
    from okrlint.language.reader import load_reader as load

    return load(pipeline)


def read(text: str) -> Reading:
    """Read one statement with the default pipeline.

    >>> read("Launch the new timetable by June").promise
    <Promise.TASK: 'task'>
    """
    return load_reader().read([text])[0]
