/** The server, driven by the library that VS Code's client is built on. OKRLINT is the command. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import protocol from "vscode-languageserver-protocol/node.js";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "folder");
const uri = pathToFileURL(join(FOLDER, "okrs.md")).href;
const text = readFileSync(join(FOLDER, "okrs.md"), "utf8");
const textDocument = { uri };
const position = { line: 5, character: 12 };
const range = { start: position, end: position };

let server;
let client;

before(async () => {
  server = spawn(process.env.OKRLINT ?? "okrlint", ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  client = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout),
    new protocol.StreamMessageWriter(server.stdin),
  );
  client.listen();
  const root = pathToFileURL(FOLDER).href;
  const begun = await client.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "folder" }],
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] } } },
    initializationOptions: { config: null, isolated: true, inlayHints: true },
  });
  assert.equal(begun.capabilities.diagnosticProvider.identifier, "okrlint");
  await client.sendNotification(protocol.InitializedNotification.type, {});
  await client.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
});

after(async () => {
  await client.sendRequest(protocol.ShutdownRequest.type);
  await client.sendNotification(protocol.ExitNotification.type);
  client.dispose();
});

test("diagnostics, in full and then unchanged", async () => {
  const first = await client.sendRequest(protocol.DocumentDiagnosticRequest.type, { textDocument });
  assert.equal(first.kind, "full");
  assert.ok(first.items.some((one) => one.code === "task-like" && one.range.start.line === 5));
  const previousResultId = first.resultId;
  const again = await client.sendRequest(protocol.DocumentDiagnosticRequest.type, { textDocument, previousResultId });
  assert.deepEqual(again, { kind: "unchanged", resultId: previousResultId });
});

test("hover", async () => {
  const { contents } = await client.sendRequest(protocol.HoverRequest.type, { textDocument, position });
  assert.match(contents.value, /promise: task/);
});

test("a code action with the rewrite", async () => {
  const context = { diagnostics: [], only: ["quickfix"] };
  const actions = await client.sendRequest(protocol.CodeActionRequest.type, { textDocument, range, context });
  const rewrite = actions.find((one) => one.title.startsWith("Rewrite: "));
  assert.equal(rewrite.edit.changes[uri].length, 1);
});

test("due dates", async () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = await client.sendRequest(protocol.InlayHintRequest.type, { textDocument, range: whole });
  assert.deepEqual(hints.map((one) => one.label), ["due 2027-09-30", "due 2027-09-30"]);
});
