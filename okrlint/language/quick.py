"""A quick start: spaCy without its own command line, and other work on another core meanwhile."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")
"""What `import spacy` imports for one function, `spacy.info`: downloads, templates, HTTP."""


def import_spacy() -> None:
    """Import spaCy; afterwards everything of it can be imported as ever, its command line too.

    `spacy.info` is imported when it is called. Where this spaCy is built otherwise, or already
    imported, it is imported as it is.
    """
    if "spacy" in sys.modules or any(name in sys.modules for name in _COMMAND_LINE):
        return
    package, info = (ModuleType(name) for name in _COMMAND_LINE)
    package.__path__ = []
    vars(package)["info"] = vars(info)["info"] = _info
    sys.modules |= dict(zip(_COMMAND_LINE, (package, info), strict=True))
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        spacy = None
    finally:
        for name, module in zip(_COMMAND_LINE, (package, info), strict=True):
            if sys.modules.get(name) is module:
                del sys.modules[name]
    if spacy is None:
        importlib.import_module("spacy")


def _info(*args: object, **options: object) -> object:
    """What `spacy.info` does, imported when it is called."""
    return importlib.import_module("spacy.cli.info").info(*args, **options)


def begin(work: Callable[[], object]) -> None:
    """Begin some work on another core; what it raises is left to who asks for it next."""

    def run() -> None:
        with suppress(Exception):
            work()

    Thread(target=run, name="okrlint-load", daemon=True).start()
