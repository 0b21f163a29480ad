"""No test and nothing that a test starts reaches the network: Python runs this as it starts."""

from __future__ import annotations

import sys


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for what would leave this machine; sockets of files and of pairs stay."""
    named = event in ("socket.getaddrinfo", "socket.gethostbyname")
    if named or (event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple)):
        raise RuntimeError(f"a test reached for the network: {event} {arguments[-1]!r}")


sys.addaudithook(refuse)
