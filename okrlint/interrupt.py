"""Ctrl-C told apart from code of others that raises KeyboardInterrupt, or ends the process."""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import threading
import time
from collections.abc import Generator
from types import FrameType

from okrlint.budget import OutOfTime

_GRACE = 3.0
"""Seconds in which a process that a person ended ends by itself."""


class Interrupted(KeyboardInterrupt):
    """A person ended the run."""


class _Interrupting:
    """What is called on Ctrl-C."""

    def __init__(self) -> None:
        self.over = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        _thread.start_new_thread(self._make_sure, ())  # `threading` has locks that may be held now
        raise Interrupted

    def _make_sure(self) -> None:
        """End the process where the exception was lost.

        That is so in a callback of the interpreter, which may even leave a lock of imports behind
        that another thread then waits for, and the main thread for that one.
        """
        time.sleep(_GRACE)
        if not self.over:
            os._exit(128 + signal.SIGINT)


@contextlib.contextmanager
def interrupts_named() -> Generator[None]:
    """Let Ctrl-C raise Interrupted in what runs inside, where it would raise KeyboardInterrupt.

    What is still running some seconds later is ended with exit code 130. Only the main thread may;
    in others, and where a program has its own way, nothing changes.
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not usual or threading.current_thread() is not threading.main_thread():
        yield
        return
    interrupting = _Interrupting()
    signal.signal(signal.SIGINT, interrupting)
    try:
        yield
    finally:
        interrupting.over = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


def is_fault(error: BaseException) -> bool:
    """Whether what came out of a rule is its own doing, however it tries to end the process.

    False for a person's Ctrl-C and for the end of the time. Where Ctrl-C is not told apart, as in
    programs that use okrlint as a library, a KeyboardInterrupt is a person's.
    """
    if isinstance(error, KeyboardInterrupt) and not isinstance(error, Interrupted):
        # Ignored, as for what a shell runs in the background, no Ctrl-C comes at all.
        way = signal.getsignal(signal.SIGINT)
        return isinstance(way, _Interrupting) or way in (signal.SIG_IGN, signal.SIG_DFL)
    return not isinstance(error, (Interrupted, OutOfTime))
