"""What the server answers: one function for each message of the protocol."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from okrlint.config.names import FILE_NAMES
from okrlint.lsp.actions import KIND, find_actions
from okrlint.lsp.analysis import Choices
from okrlint.lsp.completion import TRIGGERS, find_completions
from okrlint.lsp.hover import find_statement, make_hover
from okrlint.lsp.server import DEBOUNCE, Server
from okrlint.lsp.symbols import make_symbols

_COMPLETION = types.CompletionOptions(trigger_characters=TRIGGERS)
_ACTIONS = types.CodeActionOptions(code_action_kinds=[KIND])


def serve(choices: Choices) -> None:
    """Serve one client over standard input and output, until it says exit."""
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")  # pygls closes what it is given
    with contextlib.redirect_stdout(sys.stderr):  # a rule that prints must not break the protocol
        make_server(choices).start_io(sys.stdin.buffer, stdout)


def make_server(choices: Choices) -> Server:
    """A server that answers all that okrlint can."""
    server = Server(choices)
    for message, answer in _ANSWERS.items():
        server.feature(message)(answer)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, _ACTIONS)(_code_actions)
    server.feature(types.TEXT_DOCUMENT_COMPLETION, _COMPLETION)(_completion)
    return server


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    """Work from the client's folder, so that paths are those of the command line."""
    del ls
    folders = params.workspace_folders or ()
    root = next((folder.uri for folder in folders), params.root_uri)
    path = to_fs_path(root) if root else None
    if path and Path(path).is_dir():
        os.chdir(path)


def _initialized(ls: Server, params: types.InitializedParams) -> None:
    """Ask to be told when a configuration file changes, where the client can."""
    del params
    workspace = ls.client_capabilities.workspace
    watching = workspace and workspace.did_change_watched_files
    if not (watching and watching.dynamic_registration):
        return
    watchers = [types.FileSystemWatcher(f"**/{name}") for name in FILE_NAMES]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    ls.client_register_capability(
        types.RegistrationParams([types.Registration("okrlint-config", method, options)])
    )


async def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.check_now(params.text_document.uri)


async def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.check_soon(params.text_document.uri, DEBOUNCE)


async def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.check_now(params.text_document.uri)


async def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


async def _watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    del params
    ls.check_all()


async def _code_actions(
    ls: Server, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    only = params.context.only
    if only is not None and not any(kind in {"", KIND} for kind in only):
        return None
    analysis = await ls.analysis(params.text_document.uri)
    if analysis is None:
        return None
    return list(find_actions(analysis, params.text_document.uri, params.range))


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    analysis = await ls.analysis(params.text_document.uri)
    if analysis is None:
        return None
    offset = analysis.positions.offset(params.position)
    statement = find_statement(analysis.result.document, offset)
    if statement is None:
        return None
    documents = ls.client_capabilities.text_document
    wanted = documents.hover.content_format if documents and documents.hover else None
    markdown = types.MarkupKind.Markdown in (wanted or ())
    return make_hover(analysis, statement, await ls.context(analysis), markdown=markdown)


async def _completion(
    ls: Server, params: types.CompletionParams
) -> list[types.CompletionItem] | None:
    analysis = await ls.analysis(params.text_document.uri)
    return list(find_completions(analysis, params.position)) if analysis else None


async def _symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | None:
    analysis = await ls.analysis(params.text_document.uri)
    return make_symbols(analysis) if analysis else None


_ANSWERS: dict[str, Callable[..., object]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _watched,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
}
