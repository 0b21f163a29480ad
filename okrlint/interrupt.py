"""Ctrl-C told apart from code of others that raises KeyboardInterrupt, or ends the process."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Generator
from types import FrameType

from okrlint.budget import OutOfTime


class Interrupted(KeyboardInterrupt):
    """A person ended the run."""


@contextlib.contextmanager
def interrupts_named() -> Generator[None]:
    """Let Ctrl-C raise Interrupted in what runs inside, where it would raise KeyboardInterrupt.

    Only the main thread may; in others, and where a program has its own way, nothing changes.
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not usual or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def is_fault(error: BaseException) -> bool:
    """Whether what came out of a rule is its own doing, however it tries to end the process.

    False for a person's Ctrl-C and for the end of the time. Where Ctrl-C is not told apart, as in
    programs that use okrlint as a library, a KeyboardInterrupt is a person's.
    """
    if isinstance(error, KeyboardInterrupt) and not isinstance(error, Interrupted):
        # Ignored, as for what a shell runs in the background, no Ctrl-C comes at all.
        return signal.getsignal(signal.SIGINT) in (_interrupt, signal.SIG_IGN, signal.SIG_DFL)
    return not isinstance(error, (Interrupted, OutOfTime))


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise Interrupted
