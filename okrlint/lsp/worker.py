"""The process that reads documents for a server.

It stands apart so that nothing in a document can hold up the editor: here work runs in the main
thread, where its time can be limited even inside a regular expression, and as the last resort the
server ends this process and starts another.

The language model is loaded in steps, and between them a document that was opened meanwhile is told
what needs no model: by the same thread, for one that loads beside it would hold locks of imports.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import select
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from okrlint.api import OkrlintError
from okrlint.errors import describe_error
from okrlint.gentle import collect_less, loading
from okrlint.language import begin_reader, load_reader
from okrlint.lsp.analysis import Analysis, Analyst
from okrlint.lsp.answers import answer_about
from okrlint.lsp.question import Answer, Question

_FIRST = "# OKRs Q1 2030\n\nObjective 1: Bake well\n\n- KR 1: Raise sales from 10 to 20 loaves\n"
"""A document that needs the language model."""

_LOADING = 300.0
"""Processor seconds that loading may go on for behind an early answer."""


def work() -> None:
    """Answer the questions that come over standard input, one after the other, to its end."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what rules print must not be an answer
    collect_less()
    analyst = Analyst()
    with contextlib.suppress(EOFError):
        with contextlib.suppress(Exception):  # what is wrong is told with a document
            analyst.warm(_FIRST, early=True)
        for load in (begin_reader, _load_reader, lambda: analyst.warm(_FIRST)):
            while _is_asked():
                _send(answers, replace(_answer(analyst.early, _next()), early=True))
                _end_after(_LOADING)
            with contextlib.suppress(Exception):
                load()
        _send(answers, Answer())
        while True:
            question = _next()
            gc.disable()  # what is garbage waits until the answer is given
            _send(answers, _answer(analyst.analysis, question))
            gc.enable()


def _load_reader() -> None:
    with loading():
        load_reader()


def _is_asked() -> bool:
    """Whether a question waits; False where nobody can tell of a pipe, as on Windows."""
    try:
        return bool(select.select([sys.stdin.buffer], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def _next() -> Question:
    question: Question = pickle.load(sys.stdin.buffer)  # noqa: S301  (of our own server)
    return question


def _answer(analyse: Callable[[Question], Analysis], question: Question) -> Answer:
    """The answer; nothing that happens on the way ends the process."""
    try:
        _end_after(question.seconds)
        if question.folder:
            os.chdir(question.folder)
        analysis = analyse(question)
        if analysis.slow:
            return Answer(slow=True)
        trouble = "; ".join(map(str, analysis.result.crashes))
        return Answer(answer_about(analysis, question), trouble)
    except OkrlintError as error:
        return Answer(trouble=str(error))
    except BaseException as error:  # noqa: BLE001  (a rule may raise what it likes)
        return Answer(trouble=f"{describe_error(error)}; please report it")


def _end_after(seconds: float) -> None:
    """Let the system end this process where work goes on past its time in compiled code."""
    try:
        import resource
    except ImportError:  # the server ends it, by the clock
        return
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(time.process_time() + 2 * seconds) + 2
    least = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_CPU, (least, most))


def _send(answers: BinaryIO, answer: Answer) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
