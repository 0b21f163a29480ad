"""A small client of the Language Server Protocol: real bytes over the pipes of a real process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

TIMEOUT = 300.0

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}},
    "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
}


class Client:
    """Starts `okrlint lsp` in a folder and talks to it; a thread collects what it says."""

    def __init__(
        self,
        folder: Path,
        *args: str,
        capabilities: dict[str, Any] | None = None,
        options: dict[str, Any] | None = None,
        settings: dict[str, Any] | None = None,
        before: str = "",
    ) -> None:
        self.folder = folder
        self.settings = settings
        """What the server gets when it asks for its section of the settings."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", f"{before}\nfrom okrlint.cli import main; main()", "lsp", *args],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._next = 0
        self._answers: dict[int, Any] = {}
        self.said: list[dict[str, Any]] = []
        self._news = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        root = folder.as_uri()
        self.server = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": folder.name}],
                "capabilities": capabilities or CAPABILITIES,
                "initializationOptions": options,
            },
        )
        self.notify("initialized", {})

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, version: int = 1) -> None:
        document = {"uri": self.uri(name), "languageId": "markdown", "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document | {"version": version}})

    def change(self, name: str, text: str, version: int) -> None:
        document = {"uri": self.uri(name), "version": version}
        changes = [{"text": text}]
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def about(self, method: str, name: str, **params: Any) -> Any:
        return self.request(
            f"textDocument/{method}", {"textDocument": {"uri": self.uri(name)}, **params}
        )

    def published(self, name: str) -> list[dict[str, Any]]:
        """All that was published for a document so far."""
        told = [m["params"] for m in self.said if m["method"] == "textDocument/publishDiagnostics"]
        return [params for params in told if params["uri"] == self.uri(name)]

    def diagnostics(
        self, name: str, version: int | None = 1, *, rule: str = ""
    ) -> list[dict[str, Any]]:
        """What is published for a version of a document, now or soon; with a finding of `rule`."""

        def found() -> dict[str, Any] | None:
            for params in reversed(self.published(name)):
                rules = {one["code"] for one in params["diagnostics"]}
                if params.get("version") == version and (not rule or rule in rules):
                    return params
            return None

        return list(self._wait(found, f"diagnostics of {name} {version}")["diagnostics"])

    def shown(self, word: str) -> str:
        """The message to the user that holds a word."""

        def found() -> dict[str, Any] | None:
            texts = [m["params"] for m in self.said if m["method"] == "window/showMessage"]
            return next((text for text in texts if word in text["message"]), None)

        return str(self._wait(found, f"a message with {word!r}")["message"])

    def wait_for(self, method: str) -> None:
        """Until the server has sent a message of some kind."""
        self._wait(lambda: any(m["method"] == method for m in self.said) or None, method)

    def request(self, method: str, params: Any) -> Any:
        self._next += 1
        number = self._next
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda: self._answers.get(number), method)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def refused(self, method: str, name: str, **params: Any) -> Any:
        """The error that a request gets."""
        self._next += 1
        number = self._next
        about = {"textDocument": {"uri": self.uri(name)}, **params}
        self._send({"id": number, "method": f"textDocument/{method}", "params": about})
        return self._wait(lambda: self._answers.get(number), method)["error"]

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def stop(self) -> int:
        self.request("shutdown", None)
        self.notify("exit", None)
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(TIMEOUT)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            if not header.lower().startswith(b"content-length:"):
                continue
            while self.process.stdout.readline() not in (b"\r\n", b""):
                pass
            message = json.loads(self.process.stdout.read(int(header.split(b":")[1])))
            with self._news:
                if "method" in message:
                    self.said.append(message)
                    if "id" in message:
                        asked = message["method"] == "workspace/configuration"
                        result = [self.settings] if asked else None
                        self._send({"id": message["id"], "result": result})
                else:
                    self._answers[message["id"]] = message
                self._news.notify_all()

    def _wait(self, find: Any, what: str) -> Any:
        deadline = time.monotonic() + TIMEOUT
        with self._news:
            while (found := find()) is None:
                left = deadline - time.monotonic()
                assert self.process.poll() is None, f"no {what}; the server ended"
                assert left > 0, f"no {what} in time"
                self._news.wait(min(left, 0.5))
        return found
