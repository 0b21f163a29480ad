"""A limit of time for one piece of work, so that no document can hold up a run or an editor."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Generator
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

    The processor's seconds count, so that a busy machine does not matter; where nobody counts
    them, those of the wall. In the main thread a regular expression is stopped too; in others, and
    where there are no such signals, calls into compiled code end first.
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
    import ctypes

    worker = threading.get_ident()
    used = _clock_of(worker)
    end = used() + seconds
    lock = threading.Lock()
    done = threading.Event()

    def watch() -> None:
        while (left := end - used()) > 0:
            if done.wait(left):
                return
        with lock:
            if not done.is_set():
                error = ctypes.py_object(OutOfTime)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker), error)

    threading.Thread(target=watch, name="okrlint-budget", daemon=True).start()
    try:
        yield
    finally:
        with lock:
            done.set()


def _clock_of(thread: int) -> Callable[[], float]:
    """The processor's seconds of a thread; those of the wall where nobody counts them."""
    if hasattr(time, "pthread_getcpuclockid"):
        clock = time.pthread_getcpuclockid(thread)
        return lambda: time.clock_gettime(clock)
    return time.monotonic
