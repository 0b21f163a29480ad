"""The quick start: spaCy without its command line, which still is there for who wants it."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from okrlint.language.quick import begin

_FRESH = """
import sys
from okrlint.language.quick import import_spacy
import_spacy()
import spacy
print([name for name in sys.modules if name.startswith("spacy.cli")], "cli" in vars(spacy))
print(spacy.info.__name__, sorted(spacy.info(silent=True))[-1])
import spacy.cli
print(callable(spacy.cli.download), spacy.cli.info is not None, spacy.cli.__path__ != [])
"""
_BEFORE = """
import sys
{first}
before = sys.modules[{name!r}]
from okrlint.language.quick import import_spacy
import_spacy()
print(sys.modules[{name!r}] is before, {name!r} in sys.modules)
"""
_MISSING = """
import sys
from importlib.abc import MetaPathFinder
class Missing(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "spacy":
            raise ImportError("no spaCy here")
sys.meta_path.insert(0, Missing())
from okrlint.language.quick import import_spacy
try:
    import_spacy()
except ImportError as error:
    print(error, [name for name in sys.modules if name.startswith("spacy")])
"""


def _run(script: str) -> list[str]:
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()


def test_the_command_line_is_imported_when_it_is_asked_for() -> None:
    assert _run(_FRESH) == ["[] False", "_info spacy_version", "True True True"]


@pytest.mark.parametrize("name", ["spacy", "spacy.cli"])
def test_what_is_imported_already_stays(name: str) -> None:
    assert _run(_BEFORE.format(first=f"import {name}", name=name)) == ["True True"]


def test_a_missing_spacy_is_an_import_error_and_leaves_nothing() -> None:
    assert _run(_MISSING) == ["no spaCy here []"]


def test_work_begins_on_another_core_and_keeps_its_error() -> None:
    done = threading.Event()
    threads: list[threading.Thread] = []

    def work() -> None:
        threads.append(threading.current_thread())
        done.set()
        raise ValueError("left to who asks for it next")

    begin(work)
    assert done.wait(60)
    (thread,) = threads
    thread.join(60)
    assert thread is not threading.main_thread()
    assert (thread.daemon, thread.name) == (True, "okrlint-load")
