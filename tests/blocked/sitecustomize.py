"""No test and nothing that a test starts reaches the network: Python runs this as it starts."""

from __future__ import annotations

import sys

_NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_CALLS = ("socket.connect", "socket.sendto", "socket.sendmsg")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for what would leave this machine; sockets of files and of pairs stay."""
    if event in _NAMES or (event in _CALLS and isinstance(arguments[1], tuple)):
        raise RuntimeError(f"a test reached for the network: {event} {arguments[-1]!r}")


sys.addaudithook(refuse)
