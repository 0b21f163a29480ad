"""A client that says odd things to the language server, in one process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from okrlint.lsp.features import make_server
from okrlint.lsp.question import Choices
from okrlint.lsp.server import Server

_URI = "file:///nowhere/okrs.md"
_INTERNAL = -32603
"""The code of a fault of the server."""


class _Pipe:
    """Keeps what the server says."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def write(self, data: bytes) -> None:
        self.said.append(data.decode())

    def close(self) -> None:
        self.said.clear()


@cache
def _started() -> tuple[asyncio.AbstractEventLoop, Server, _Pipe]:
    loop, pipe = asyncio.new_event_loop(), _Pipe()
    server = make_server(Choices(isolated=True))
    server.protocol.set_writer(pipe, include_headers=False)
    told: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}
    loop.run_until_complete(_say(server, {"id": 0, "method": "initialize", "params": told}))
    return loop, server, pipe


async def _say(server: Server, message: dict[str, Any]) -> None:
    protocol = server.protocol
    protocol.handle_message(protocol.structure_message({"jsonrpc": "2.0", **message}))
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)
    await asyncio.sleep(0)


def converse(messages: Sequence[dict[str, Any]]) -> None:
    """Say all of it; every answer is one, or a refusal of what is no message."""
    loop, server, pipe = _started()
    pipe.said.clear()
    where = {"uri": _URI, "version": 1, "languageId": "markdown"}
    opened = {"textDocument": where | {"text": "# OKRs\n"}}
    loop.run_until_complete(_say(server, {"method": "textDocument/didOpen", "params": opened}))
    for number, drawn in enumerate(messages, start=2):
        place = {"line": drawn["line"], "character": drawn["character"]}
        params = {
            "textDocument": where | {"version": number, "text": drawn["text"]},
            "contentChanges": [{"text": drawn["text"]}],
            "position": place,
            "range": {"start": place, "end": place | {"line": 1000}},
            "context": {"diagnostics": [], "triggerKind": 1},
        }
        method = drawn["method"]
        message = {"method": f"textDocument/{method}", "params": params}
        loop.run_until_complete(
            _say(server, message if method.startswith("did") else message | {"id": number})
        )
    for said in pipe.said:
        answer = json.loads(said)
        assert answer.get("error", {}).get("code") != _INTERNAL, said
        # pygls says so when a document changes that is not open
        assert "window/showMessage" not in said or "KeyError" in said, said
