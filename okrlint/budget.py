"""A limit of time for one piece of work, so that no document can hold up a run or an editor."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import threading
from collections.abc import Generator
from types import FrameType

SECONDS = 30.0
"""What any document may take; honest ones take a few tenths."""
SECONDS_PER_BYTE = 0.0002
"""And what it may take more for its size: 20 seconds for 100 KB."""


class OutOfTime(BaseException):
    """The work took longer than it may; no rule is meant to catch it."""


def budget_of(text: str) -> float:
    """The seconds that linting a text may take."""
    return SECONDS + SECONDS_PER_BYTE * len(text)


@contextlib.contextmanager
def limited(seconds: float) -> Generator[None]:
    """Raise OutOfTime in what runs inside when it takes longer.

    In the main thread the processor's seconds count, so that a busy machine does not matter, and a
    regular expression is stopped too. In other threads, and where there is no such clock, those of
    the wall count, and calls into compiled code end first.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _by_signal(seconds):
            yield
    else:
        with _by_thread(seconds):
            yield


@contextlib.contextmanager
def _by_signal(seconds: float) -> Generator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise OutOfTime

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # again, where the first was swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextlib.contextmanager
def _by_thread(seconds: float) -> Generator[None]:
    worker = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    done = False

    def stop() -> None:
        with lock:
            if not done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(worker, ctypes.py_object(OutOfTime))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            done = True
