"""The documents that a client has open, and what was found in them.

Documents are read by processes of their own (see `lane.py`), so that the protocol's loop stays free
and a document that takes long holds up no other: it is given up soon, and read again in a second
process that only such documents share. The last version of a document wins: what was found in an
older one is not told.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from okrlint.api import ConfigError
from okrlint.errors import describe_error
from okrlint.lsp.diagnostics import make_diagnostic
from okrlint.lsp.lane import Lane
from okrlint.lsp.marks import Mark
from okrlint.lsp.options import choose
from okrlint.lsp.protocol import Protocol
from okrlint.lsp.question import MOST_CHARACTERS, Answer, Choices, Client, Question, What
from okrlint.report.safe import make_visible
from okrlint.version import __version__

DEBOUNCE = 0.15
"""Seconds without a change before a document is linted: the pause between two words."""

PATIENCE = 10.0
"""Seconds after which a client may no longer wait for an answer; Helix waits for twenty."""

_LONE_HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair of UTF-16, which is no text; one unit long, as what is put in its place."""


class Server(LanguageServer):
    """One client's server."""

    def __init__(self, choices: Choices, first: Lane) -> None:
        super().__init__(
            "okrlint",
            __version__,
            # The whole text each time: a client's and a server's idea of lines cannot drift apart.
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self._given = self.choices = choices
        self._quick, self._slow = first, Lane()
        self._slow_ones: dict[str, int] = {}
        """The documents that took too long among the others, and how long they were."""
        self._client = Client()
        self._round = 0
        self._pulls = False
        self._checks: dict[str, asyncio.Task[None]] = {}
        self._typed: dict[str, float] = {}
        """When each document was changed last, by the clock of the loop."""
        self._troubles: dict[str, str] = {}
        """What keeps a document from being linted whole, as it was shown."""
        self._late: dict[str, int | None] = {}
        """The version of each document whose diagnostics came late and are to be asked for anew."""
        self._invitation: asyncio.Task[None] | None = None
        """What has early diagnostics asked for anew, once the whole is there."""

    def begin(self, client: Client, *, pulls: bool) -> None:
        """Start to load the language model for a client, which may ask for diagnostics itself."""
        self._client, self._pulls = client, pulls
        self._quick.start()

    def end(self) -> None:
        """Let nothing run on."""
        self._quick.end()
        self._slow.end()

    def configure(self, options: Any) -> None:
        """Take over the settings of the editor; a mistake in them is shown."""
        try:
            self.choices = choose(options, self._given)
            self._note_trouble("", "")
        except ConfigError as error:
            self._note_trouble("", str(error))

    def check_now(self, uri: str) -> None:
        """Lint a document that was opened or saved, with the configuration as it is now."""
        self._round += 1
        self._typed.pop(uri, None)
        self._check_soon(uri, 0.0)

    def check_typed(self, uri: str) -> None:
        """Lint a document soon, unless it changes again before."""
        self._slow.drop(uri)
        self._typed[uri] = asyncio.get_running_loop().time()
        self._check_soon(uri, DEBOUNCE)

    def check_all(self) -> None:
        """Lint every open document again: settings changed."""
        self._round += 1
        for document in self.workspace.text_documents.values():
            self._check_soon(document.uri, 0.0)
        self._invite()
        workspace = self.client_capabilities.workspace
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    def close(self, uri: str) -> None:
        """Forget a document, and take its diagnostics away."""
        self._stop_check(uri)
        self._troubles.pop(uri, None)
        self._typed.pop(uri, None)
        self._late.pop(uri, None)
        if self._slow_ones.pop(uri, None) is not None:
            self._slow.drop(uri)
            if not self._slow_ones:
                self._slow.rest()
        if not self._pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def ask(self, what: What, uri: str, params: Any = None) -> Any:
        """What there is to say about a document as it stands now; None when it is not open."""
        if self._document(uri) is None:
            return None
        return (await self._told(what, uri, params)).value

    async def _told(
        self, what: What, uri: str, params: Any = None, *, early: bool = False
    ) -> Answer:
        document = self._document(uri)
        answer = await self._answer(what, uri, params, early=early)
        if self._document(uri) is document:
            self._note_trouble(uri, answer.trouble)
        return answer

    async def report(
        self, uri: str, known: str | None
    ) -> types.FullDocumentDiagnosticReport | types.UnchangedDocumentDiagnosticReport:
        """The diagnostics of a document once nobody types; short when the client knows them."""
        while (left := self._left(uri)) > 0:  # noqa: ASYNC110  (a key ends the wait anew)
            await asyncio.sleep(left)
        asked = asyncio.get_running_loop().time()
        found, early = await self._lint(uri, early=self._may_invite)
        if early and found:
            self._invite_later(uri)
        elif early:
            found, _ = await self._lint(uri)
        if asyncio.get_running_loop().time() - asked > PATIENCE:
            self._tell_late(uri)
        digest = sha256(repr(found).encode("utf-8", "replace")).hexdigest()[:16]
        if known == digest:
            return types.UnchangedDocumentDiagnosticReport(result_id=digest)
        return types.FullDocumentDiagnosticReport(found, result_id=digest)

    def _tell_late(self, uri: str) -> None:
        """Have late diagnostics asked for anew, where a client gave them up; once a version."""
        document = self._document(uri)
        if document and (uri not in self._late or self._late[uri] != document.version):
            self._late[uri] = document.version
            self._invite()

    def _invite_later(self, uri: str) -> None:
        """Let a client that was told something early ask again, once the whole can be told."""

        async def invite() -> None:
            await self._lint(uri)
            self._invite()

        if self._invitation is None or self._invitation.done():
            self._invitation = asyncio.create_task(invite())

    def _invite(self) -> None:
        """Let a client that asks for diagnostics ask again."""
        if self._may_invite:
            self.workspace_diagnostic_refresh(None)

    @property
    def _may_invite(self) -> bool:
        """Whether the client asks for diagnostics, and can be told to ask again."""
        workspace = self.client_capabilities.workspace
        pulled = workspace.diagnostics if workspace and self._pulls else None
        return bool(pulled and pulled.refresh_support)

    def _left(self, uri: str) -> float:
        """Seconds until a document has not been changed for long enough."""
        typed = self._typed.get(uri)
        return typed + DEBOUNCE - asyncio.get_running_loop().time() if typed else 0.0

    async def _lint(self, uri: str, *, early: bool = False) -> tuple[list[types.Diagnostic], bool]:
        """The diagnostics of the newest version, and whether they are early ones.

        `early`: those that need no language model will do, while that is being loaded.
        """
        while (document := self._document(uri)) is not None:
            version = document.version
            try:
                answer = await self._told(What.LINT, uri, early=early)
            except Exception as error:  # noqa: BLE001  (a fault of ours must not end the server)
                self._note_trouble(uri, f"{describe_error(error)}; please report it")
                return [], False
            if self._document(uri) is document and document.version == version:
                marks: list[Mark] = answer.value or []
                return [make_diagnostic(mark) for mark in marks], answer.early
        return [], False

    def _question(
        self, what: What, uri: str, params: Any, *, quick: bool = True, early: bool = False
    ) -> Question | None:
        """What is asked about a document as it stands now; None when it is not open."""
        document = self._document(uri)
        if document is None:
            return None
        kind = self.workspace.position_encoding
        encoding = kind.value if isinstance(kind, types.PositionEncodingKind) else kind
        return Question(
            what,
            uri,
            document.path if uri.startswith("file:") else "",
            _LONE_HALF.sub("\ufffd", document.source),
            document.version,
            self.choices,
            replace(self._client, encoding=encoding),
            self._round,
            str(Path.cwd()),
            quick,
            early=early and self._quick.is_new,
            open=frozenset(self.workspace.text_documents),
            params=params,
        )

    async def _answer(self, what: What, uri: str, params: Any, *, early: bool) -> Answer:
        """From the process for all, or from that for the slow ones."""
        document = self._document(uri)
        size = len(document.source) if document else 0
        name = Path(unquote(uri)).name or "this document"
        if size > MOST_CHARACTERS:
            much = f"{name} is not read here: it has more than {MOST_CHARACTERS:,} characters"
            return Answer(trouble=f"{much}; cut it in parts, or run okrlint on it")
        if 2 * size < self._slow_ones.get(uri, 0):  # what took so long may be gone
            del self._slow_ones[uri]
        if uri not in self._slow_ones:
            answer = await self._quick.ask(lambda: self._question(what, uri, params, early=early))
            if not answer.slow:
                return answer
            self._slow_ones[uri] = size
        answer = await self._slow.ask(lambda: self._question(what, uri, params, quick=False))
        if not answer.slow:
            return answer
        return Answer(trouble=f"{name} is not read: it took too long; cut it in parts")

    def _document(self, uri: str) -> TextDocument | None:
        """The open document of this address."""
        found: TextDocument | None = self.workspace.text_documents.get(unquote(uri))
        return found

    def _check_soon(self, uri: str, delay: float) -> None:
        """Publish what is in a document, where the client does not ask for it."""
        self._stop_check(uri)
        if not self._pulls:
            self._checks[uri] = asyncio.create_task(self._check(uri, delay))

    async def _check(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        found, early = await self._lint(uri, early=True)
        if early:
            if found:
                self._publish(uri, found)
            found, _ = await self._lint(uri)
        self._publish(uri, found)

    def _publish(self, uri: str, found: list[types.Diagnostic]) -> None:
        document = self._document(uri)
        if document is not None:
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
