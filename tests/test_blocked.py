"""That the tests, and what they start, reach no network."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

_NOWHERE = ("192.0.2.1", 9)
"""An address that nobody has."""


def udp(send: Callable[[socket.socket], object]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        send(one)


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(_NOWHERE, timeout=1),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.gethostbyname("example.org"),
        lambda: udp(lambda one: one.connect_ex(_NOWHERE)),
        lambda: udp(lambda one: one.sendto(b"", _NOWHERE)),
        lambda: udp(lambda one: one.sendmsg([b""], [], 0, _NOWHERE)),
    ],
)
def test_a_test_is_refused(reach: Callable[[], object]) -> None:
    with pytest.raises(RuntimeError, match="a test reached for the network"):
        reach()


def test_a_process_of_a_test_is_refused() -> None:
    code = f"import socket; socket.create_connection({_NOWHERE}, timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "a test reached for the network" in done.stderr


def test_sockets_of_this_machine_are_left_alone() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"x")
        assert other.recv(1) == b"x"
