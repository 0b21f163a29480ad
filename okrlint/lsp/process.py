"""Starts the process that reads documents; imports next to nothing, for it is started first."""

from __future__ import annotations

import json
import subprocess
import sys

_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from okrlint.lsp.worker import work; work()"
)


def start_process() -> subprocess.Popen[bytes]:
    """A process that loads the language model, says so, and answers what `okrlint.lsp.lane` asks.

    It has the paths of this process without the current folder, and no other (-I): a folder that is
    opened may hold anything, and must not run.
    """
    paths = json.dumps([path for path in sys.path if path])
    command = [sys.executable, "-I", "-c", _CODE, paths]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
