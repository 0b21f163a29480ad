"""One process that reads documents, as its server sees it: asked, waited for, started again."""

from __future__ import annotations

import asyncio
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Timer
from typing import IO

from okrlint.lsp.question import Answer, Question

_PATIENCE = 15.0
"""How many seconds by the clock there are for one of the processor, on a busy machine."""
_START = 300.0
"""Seconds in which a process must have started, the language model loaded."""
_NO_START = "the process that reads documents does not start; see the log of the server"

_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from okrlint.lsp.worker import work; work()"
)


class Lane:
    """Answers questions one after the other, in a process of its own."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "okrlint")
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def start(self) -> None:
        """Load the language model before anybody asks."""
        if not self._ended:
            self._thread.submit(self._running)

    async def ask(self, question: Question) -> Answer:
        """The answer; `slow` when it took too long and the process was ended."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._ask, question)

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
        process = self._running()
        if process is None:
            return Answer(trouble="" if self._ended else _NO_START)
        stdin = _pipe(process.stdin)
        try:
            pickle.dump(question, stdin, pickle.HIGHEST_PROTOCOL)
            stdin.flush()
        except OSError:  # it ended since
            return self._lost(process)
        return _read(process, question.seconds * _PATIENCE) or self._lost(process)

    def _lost(self, process: subprocess.Popen[bytes]) -> Answer:
        process.kill()
        process.wait()
        if self._process is process:
            self._process = None
        return Answer(slow=True)

    def _running(self) -> subprocess.Popen[bytes] | None:
        """The process, started where there is none; None at the end."""
        if self._process is None and not self._ended:
            # -I, and the paths of this process without the current folder: a folder that is
            # opened may hold anything, and must not run.
            paths = json.dumps([path for path in sys.path if path])
            command = [sys.executable, "-I", "-c", _CODE, paths]
            process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            self._process = process
            if self._ended or _read(process, _START) is None:
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
