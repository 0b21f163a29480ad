"""The documents that a client has open, and what was found in them.

The protocol's loop must stay free while statements are read, so that is done in one thread
beside it. The last version of a document wins: what was found in an older one is not published.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from okrlint.api import Context, OkrlintError
from okrlint.errors import describe_error
from okrlint.lsp.analysis import Analysis, Analyst, Choices, short_path
from okrlint.lsp.diagnostics import find_diagnostics
from okrlint.report.safe import make_visible
from okrlint.version import __version__

DEBOUNCE = 0.15
"""Seconds without a change before a document is linted: the pause between two words."""

_LONE_HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair of UTF-16, which is no text; one unit long, as what is put in its place."""

_Answer = TypeVar("_Answer")


class Server(LanguageServer):
    """One client's server."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(
            "okrlint",
            __version__,
            # The whole text each time: a client's and a server's idea of lines cannot drift apart.
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
        )
        self._analyst = Analyst(choices)
        self._worker = ThreadPoolExecutor(1, "okrlint")
        self._analyses: dict[str, Analysis] = {}
        self._checks: dict[str, asyncio.Task[None]] = {}
        self._troubles: dict[str, str] = {}
        """What keeps a document from being linted whole, as it was shown."""

    def check_now(self, uri: str) -> None:
        """Lint a document that was opened or saved, with the configuration as it is now."""
        self._analyses.pop(uri, None)
        self.check_soon(uri)

    def check_soon(self, uri: str, delay: float = 0.0) -> None:
        """Lint a document after `delay` seconds, unless it changes again before."""
        self._stop_check(uri)
        self._checks[uri] = asyncio.create_task(self._check(uri, delay))

    def check_all(self) -> None:
        """Lint every open document again: a configuration changed."""
        self._analyses.clear()
        for document in self.workspace.text_documents.values():
            self.check_soon(document.uri)

    def close(self, uri: str) -> None:
        """Forget a document, and take its diagnostics away."""
        self._stop_check(uri)
        self._troubles.pop(uri, None)
        analysis = self._analyses.pop(uri, None)
        if analysis:
            self._analyst.forget(analysis.result.path)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def analysis(self, uri: str) -> Analysis | None:
        """The analysis of a document as it stands now; None when it is not open or not lintable."""
        document = self._document(uri)
        if document is None:
            return None
        known = self._analyses.get(uri)
        if known and known.version == document.version:
            return known
        path = short_path(document.path) if uri.startswith("file:") else ""
        encoding = self.workspace.position_encoding
        text, version = _LONE_HALF.sub("\ufffd", document.source), document.version
        try:
            analysis = await self._work(
                lambda: self._analyst.analyse(text, path, version, encoding)
            )
        except OkrlintError as error:
            self._analyses.pop(uri, None)
            self._note_trouble(uri, str(error))
            return None
        if self._document(uri) is document and document.version == version:
            self._analyses[uri] = analysis
        self._note_trouble(uri, "; ".join(map(str, analysis.result.crashes)))
        return analysis

    async def context(self, analysis: Analysis) -> Context:
        """What rules and hovering may ask about an analysed document."""
        return await self._work(lambda: self._analyst.context(analysis))

    async def _work(self, task: Callable[[], _Answer]) -> _Answer:
        """Run a task in the thread beside the loop; nothing in it ends the server."""

        def guarded() -> _Answer:
            try:
                return task()
            except Exception:
                raise
            except BaseException as error:
                raise RuntimeError(describe_error(error)) from error

        return await asyncio.get_running_loop().run_in_executor(self._worker, guarded)

    def _document(self, uri: str) -> TextDocument | None:
        """The open document of this address."""
        found: TextDocument | None = self.workspace.text_documents.get(unquote(uri))
        return found

    async def _check(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            analysis = await self.analysis(uri)
        except Exception as error:  # noqa: BLE001  (a fault of ours must not end the server)
            self._note_trouble(uri, f"{describe_error(error)}; please report it")
            return
        document = self._document(uri)
        if document is None or (analysis and analysis.version != document.version):
            return
        found = [diagnostic for _, diagnostic in find_diagnostics(analysis)] if analysis else []
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, document.version)
        )

    def _stop_check(self, uri: str) -> None:
        task = self._checks.pop(uri, None)
        if task:
            task.cancel()

    def _note_trouble(self, uri: str, message: str) -> None:
        """Show what is wrong, once for all documents and not at every key; "" when it is mended."""
        shown = message in self._troubles.values()
        self._troubles.pop(uri, None)
        if message:
            self._troubles[uri] = message
        if message and not shown:
            text = f"okrlint: {make_visible(message)}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))
