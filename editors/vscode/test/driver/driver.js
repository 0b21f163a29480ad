/** Runs inside VS Code: opens a document, asks what a person would see, and writes it to a file. */

const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");

exports.activate = () => {
  void see().catch((error) => ({ failed: String(error?.stack ?? error) })).then((seen) => {
    writeFileSync(process.env.OKRLINT_SEEN, JSON.stringify(seen, undefined, 1));
  });
};

async function see() {
  const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
  const uri = vscode.Uri.file(join(folder, "okrs.md"));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const ask = (what, ...rest) => vscode.commands.executeCommand(`vscode.execute${what}Provider`, uri, ...rest);

  const found = await until(() => ours(uri), (list) => list.length > 0);
  const task = found.find((one) => one.code?.value === "task-like" || one.code === "task-like");
  const inside = task.range.start.translate(0, 3);
  const hovers = await ask("Hover", inside);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await ask("InlayHint", whole);
  const symbols = await ask("DocumentSymbol");
  const actions = await ask("CodeAction", new vscode.Range(inside, inside));
  const rewrite = actions.find((one) => one.title.startsWith("Rewrite: "));
  await vscode.workspace.applyEdit(rewrite.edit);
  const rewritten = document.lineAt(task.range.start.line).text;
  const after = await until(() => ours(uri), (list) => list.length > 0 && !list.some((one) => one.message === task.message));
  await vscode.commands.executeCommand("undo");

  return {
    extension: vscode.extensions.getExtension("okrlint.okrlint").packageJSON.version,
    editor: vscode.version,
    diagnostics: found.map(plain),
    task: document.getText(task.range),
    hover: hovers.flatMap((one) => one.contents.map((part) => part.value)).join("\n"),
    hints: hints.map((one) => [one.position.line, one.label]),
    symbols: symbols.map((one) => [one.name, one.children.map((child) => child.name)]),
    actions: actions.map((one) => one.title),
    rewritten,
    after: after.map(plain),
  };
}

const ours = (uri) => vscode.languages.getDiagnostics(uri).filter((one) => one.source === "okrlint");
const plain = (one) => ({ line: one.range.start.line, code: one.code?.value ?? one.code, message: one.message });

async function until(look, enough) {
  for (let tries = 0; tries < 480; tries += 1) {
    const seen = look();
    if (enough(seen)) return seen;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error("nothing was seen in two minutes");
}
