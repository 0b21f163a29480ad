"""One process that reads documents, as its server sees it: asked, waited for, started again."""

from __future__ import annotations

import asyncio
import pickle
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock, Timer
from typing import IO

from okrlint.lsp.process import start_process
from okrlint.lsp.question import Answer, Question

_PATIENCE = 60.0
"""How many seconds by the clock there are for one of the processor, on a busy machine.

The last resort: the process counts the processor's seconds itself, and ends by them."""
_WORTH = 3.0
"""A question about an older version is let come to its end within these seconds: to start the
process again would take as long."""
_START = 300.0
"""Seconds in which a process must have started, the language model loaded."""
_NO_START = "the process that reads documents does not start; see the log of the server"


class Lane:
    """Answers questions one after the other, in a process of its own."""

    def __init__(self, started: subprocess.Popen[bytes] | None = None) -> None:
        self._started = started
        """A process that was started already."""
        self._thread = ThreadPoolExecutor(1, "okrlint")
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = asyncio.Lock()
        self._state = Lock()
        self._busy: tuple[str, float] | None = None
        """The document that is read, and since when."""
        self._dropped = False
        self._ended = False
        self._loaded = False
        """Whether the process has said that the language model is loaded."""
        self.is_new = True
        """Whether the first process still loads the model: what needs none may be told early."""

    def start(self) -> None:
        """Load the language model before anybody asks."""
        if not self._ended:
            self._thread.submit(self._begun)

    async def ask(self, make: Callable[[], Question | None]) -> Answer:
        """The answer; `slow` when it took too long and the process was ended.

        The question is made when its turn comes, about the document as it is then.
        """
        async with self._turn:
            question = make()
            if question is None:
                return Answer()
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._thread, self._ask, question)

    def drop(self, uri: str) -> None:
        """Give up a document that changed or was closed, if it is being read for long already."""
        with self._state:
            process = self._process
            if self._busy and self._busy[0] == uri and process:
                self._dropped = time.monotonic() - self._busy[1] > _WORTH
                if self._dropped:
                    process.kill()

    def rest(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()

    def end(self) -> None:
        """End the process for good."""
        self._ended = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        self.rest()

    def _ask(self, question: Question) -> Answer:
        process = self._begun() if question.early else self._running()
        if process is None:
            return Answer(trouble="" if self._ended else _NO_START)
        with self._state:
            self._busy, self._dropped = (question.uri, time.monotonic()), False
        stdin = _pipe(process.stdin)
        try:
            pickle.dump(question, stdin, pickle.HIGHEST_PROTOCOL)
            stdin.flush()
            seconds = question.seconds * _PATIENCE
            answer = _read(process, seconds if self._loaded else _START)
            if answer and not (self._loaded or answer.early):  # it said that the model is loaded
                self._loaded, self.is_new = True, False
                answer = _read(process, seconds)
        except OSError:  # it ended since
            answer = None
        with self._state:
            self._busy = None
        if answer is None or self._dropped:
            lost = self._lost(process)
            answer = answer or (Answer() if self._dropped else lost)
        return answer

    def _lost(self, process: subprocess.Popen[bytes]) -> Answer:
        process.kill()
        process.wait()
        self.is_new = False
        if self._process is process:
            self._process = None
        return Answer(slow=True)

    def _begun(self) -> subprocess.Popen[bytes] | None:
        """The process, started where there is none; None at the end."""
        if self._process is None and not self._ended:
            self._process, self._loaded = self._started or start_process(), False
            self._started = None
        return self._process

    def _running(self) -> subprocess.Popen[bytes] | None:
        """The process with the language model loaded; None at the end."""
        process = self._begun()
        if process and not self._loaded:
            self._loaded = not self._ended and _read(process, _START) is not None
            self.is_new = False
            if not self._loaded:
                self._lost(process)
        return self._process


def _read(process: subprocess.Popen[bytes], seconds: float) -> Answer | None:
    """What the process answers within some seconds; it is ended where it does not."""
    timer = Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        answer: Answer = pickle.load(_pipe(process.stdout))  # noqa: S301  (a process of our own)
    except (EOFError, OSError, pickle.UnpicklingError):
        return None
    finally:
        timer.cancel()
    return answer


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101  (it was asked for)
    return pipe
