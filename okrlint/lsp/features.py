"""What the server answers: one function for each message of the protocol."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.uris import to_fs_path

from okrlint.config.names import FILE_NAMES
from okrlint.lsp.actions import KINDS, wanted_kinds
from okrlint.lsp.completion import TRIGGERS
from okrlint.lsp.lane import Lane
from okrlint.lsp.options import SECTION
from okrlint.lsp.question import Choices, Client, What
from okrlint.lsp.server import Server

_OPTIONS: dict[str, Any] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(code_action_kinds=list(KINDS)),
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(trigger_characters=TRIGGERS),
    types.TEXT_DOCUMENT_DIAGNOSTIC: types.DiagnosticOptions(
        identifier=SECTION, inter_file_dependencies=False, workspace_diagnostics=False
    ),
}


def serve(choices: Choices, first: Lane) -> None:
    """Serve one client over standard input and output, until it says exit.

    `first` is the process that reads documents, which may be starting already.
    """
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")  # pygls closes what it is given
    server = make_server(choices, first)
    with contextlib.redirect_stdout(sys.stderr):
        try:
            server.start_io(sys.stdin.buffer, stdout)
        finally:
            server.end()


def make_server(choices: Choices, first: Lane | None = None) -> Server:
    """A server that answers all that okrlint can."""
    server = Server(choices, first or Lane())
    for message, answer in _ANSWERS.items():
        server.feature(message, _OPTIONS.get(message))(answer)
    return server


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    """Work from the client's folder, so that paths are those of the command line."""
    folders = params.workspace_folders or ()
    root = next((folder.uri for folder in folders), params.root_uri)
    path = to_fs_path(root) if root else None
    if path and Path(path).is_dir():
        os.chdir(path)
    ls.configure(params.initialization_options)
    documents, workspace = params.capabilities.text_document, params.capabilities.workspace
    formats = documents.hover.content_format if documents and documents.hover else None
    edits = workspace.workspace_edit if workspace else None
    client = Client(
        markdown=types.MarkupKind.Markdown in (formats or ()),
        versions=bool(edits and edits.document_changes),
    )
    ls.begin(client, pulls=bool(documents and documents.diagnostic))


async def _initialized(ls: Server, params: types.InitializedParams) -> None:
    """Ask for the settings, and to be told when they change, where the client can."""
    del params
    workspace = ls.client_capabilities.workspace
    if workspace is None:
        return
    asked: list[types.Registration] = []
    if workspace.did_change_watched_files and (
        workspace.did_change_watched_files.dynamic_registration
    ):
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in FILE_NAMES]
        watched = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        asked.append(types.Registration("okrlint-config", method, watched))
    if workspace.did_change_configuration and (
        workspace.did_change_configuration.dynamic_registration
    ):
        changed = types.DidChangeConfigurationRegistrationOptions(SECTION)
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        asked.append(types.Registration("okrlint-settings", method, changed))
    if asked:
        ls.client_register_capability(types.RegistrationParams(asked))
    if workspace.configuration:
        await _configure(ls)


async def _configure(ls: Server) -> None:
    """Ask for the settings; those of a client that has none stay as they were."""
    item = types.ConfigurationItem(section=SECTION)
    answer = await ls.workspace_configuration_async(types.ConfigurationParams([item]))
    before = ls.choices
    if answer and answer[0] is not None:
        ls.configure(answer[0])
    if ls.choices != before:
        ls.check_all()


async def _configured(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    workspace = ls.client_capabilities.workspace
    if workspace and workspace.configuration:
        await _configure(ls)
    elif isinstance(params.settings, dict) and SECTION in params.settings:
        ls.configure(params.settings[SECTION])
        ls.check_all()


async def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.check_now(params.text_document.uri)


async def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.check_typed(params.text_document.uri)


async def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.check_now(params.text_document.uri)


async def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


async def _watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    del params
    ls.check_all()


async def _diagnostics(
    ls: Server, params: types.DocumentDiagnosticParams
) -> types.FullDocumentDiagnosticReport | types.UnchangedDocumentDiagnosticReport:
    return await ls.report(params.text_document.uri, params.previous_result_id)


async def _code_actions(ls: Server, params: types.CodeActionParams) -> Any:
    if not wanted_kinds(params.context.only):
        return None
    return await ls.ask(What.ACTIONS, params.text_document.uri, params)


async def _hints(ls: Server, params: types.InlayHintParams) -> Any:
    if not ls.choices.inlay_hints:
        return None
    return await ls.ask(What.HINTS, params.text_document.uri, params)


async def _hover(ls: Server, params: types.HoverParams) -> Any:
    return await ls.ask(What.HOVER, params.text_document.uri, params)


async def _completion(ls: Server, params: types.CompletionParams) -> Any:
    return await ls.ask(What.COMPLETIONS, params.text_document.uri, params)


async def _symbols(ls: Server, params: types.DocumentSymbolParams) -> Any:
    return await ls.ask(What.SYMBOLS, params.text_document.uri)


_ANSWERS: dict[str, Callable[..., object]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _configured,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _watched,
    types.TEXT_DOCUMENT_CODE_ACTION: _code_actions,
    types.TEXT_DOCUMENT_COMPLETION: _completion,
    types.TEXT_DOCUMENT_DIAGNOSTIC: _diagnostics,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_INLAY_HINT: _hints,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
}
