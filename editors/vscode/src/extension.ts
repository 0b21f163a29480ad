/** Starts `okrlint lsp` for the Markdown that is open, and says what to do when it is not there. */

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

const SECTION = "okrlint";
const INSTALL = "https://github.com/okrlint/okrlint/blob/main/docs/editors.md";
/** Settings that only count when a server starts. */
const OF_THE_START = ["okrlint.path", "okrlint.allowRuleFiles"];

let client: LanguageClient | undefined;
/** One start or stop after the other. */
let turn: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("okrlint");
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand("okrlint.restart", () => restart(log)),
    vscode.commands.registerCommand("okrlint.showLog", () => log.show()),
    vscode.workspace.onDidChangeConfiguration((change) =>
      OF_THE_START.some((name) => change.affectsConfiguration(name)) ? restart(log) : undefined,
    ),
    vscode.workspace.onDidGrantWorkspaceTrust(() => restart(log)),
  );
  await restart(log);
}

export async function deactivate(): Promise<void> {
  await turn;
  await client?.dispose();
}

function restart(log: vscode.OutputChannel): Promise<void> {
  turn = turn.then(async () => {
    const before = client;
    client = undefined;
    await before?.dispose().catch((error: unknown) => log.appendLine(String(error)));
    const next = new LanguageClient(SECTION, "okrlint", server(), options(log));
    try {
      await next.start();
      client = next;
    } catch (error) {
      log.appendLine(String(error));
      void explain(log);
    }
  });
  return turn;
}

function server(): ServerOptions {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const args = settings.get<boolean>("allowRuleFiles") ? ["lsp", "--allow-rule-files"] : ["lsp"];
  return { command: settings.get<string>("path")?.trim() || "okrlint", args };
}

function options(log: vscode.OutputChannel): LanguageClientOptions {
  return {
    documentSelector: ["markdown", "mdx"].flatMap((language) => [
      { language, scheme: "file" },
      { language, scheme: "untitled" },
    ]),
    outputChannel: log,
    initializationOptions: choices(),
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: {
      workspace: {
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          if (!Array.isArray(answers)) return answers;
          return params.items.map((item, n) => (item.section === SECTION ? choices() : answers[n]));
        },
      },
    },
  };
}

/** What the server wants to know; the rest of the settings is for this side. */
function choices(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    config: settings.get<string>("config")?.trim() || null,
    isolated: settings.get<boolean>("isolated", false),
    inlayHints: settings.get<boolean>("inlayHints", true),
  };
}

async function explain(log: vscode.OutputChannel): Promise<void> {
  const { command } = server() as { command: string };
  const how = "How to install";
  const where = "Set its path";
  const why = "Show the log";
  const chosen = await vscode.window.showErrorMessage(
    `okrlint: \`${command} lsp\` does not start. Install it with: pip install 'okrlint[lsp]'`,
    how,
    where,
    why,
  );
  if (chosen === how) await vscode.env.openExternal(vscode.Uri.parse(INSTALL));
  if (chosen === where) await vscode.commands.executeCommand("workbench.action.openSettings", "okrlint.path");
  if (chosen === why) log.show();
}
