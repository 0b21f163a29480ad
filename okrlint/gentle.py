"""What keeps okrlint quick and gentle on the machine: one thread, little looking for garbage.

Matrix products of a few hundred tokens are too small to share out. With a thread for each core the
same work takes four times the processor time and longer by the clock, for the threads wait for each
other; on a busy machine it is worse. `docs/performance.md` has the figures.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache

VARIABLES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What the matrix libraries that NumPy is built with read when they are loaded."""

_SELDOM = 30_000
"""Objects made before garbage is looked for, in okrlint's own process; Python's own is 700."""


def hold_threads() -> None:
    """Let the matrix library start with one thread; a process that has it loaded stays as it is.

    For a process that is okrlint's own. What the user has set holds.
    """
    if "numpy" not in sys.modules:
        for name in VARIABLES:
            os.environ.setdefault(name, "1")


def collect_less() -> None:
    """Look for garbage more seldom, in a process that is okrlint's own.

    Importing and loading makes half a million objects that all stay; looking through them again
    and again is a sixth of a cold start.
    """
    gc.set_threshold(_SELDOM, 10, 10)


def one_thread() -> AbstractContextManager[object]:
    """Matrix products run on one thread inside, also in a process that is somebody else's."""
    return _limiter()()


@contextmanager
def loading() -> Generator[None]:
    """Look for no garbage inside.

    In okrlint's own process never again in what was made there either: all of it stays. In a
    process of others that would hold for their objects, too.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_threshold()[0] == _SELDOM:
            gc.freeze()
        if collects:
            gc.enable()


@cache
def _limiter() -> Callable[[], AbstractContextManager[object]]:
    if all(os.environ.get(name) for name in VARIABLES):
        return nullcontext
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    controller = ThreadpoolController()
    return lambda: controller.limit(limits=1, user_api="blas")
