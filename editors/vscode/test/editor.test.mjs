/**
 * The packed extension in a real VS Code: code-server, with its window in a headless Chromium.
 *
 * CODE_SERVER is code-server's out/node/entry.js, CHROMIUM a browser, OKRLINT the command of okrlint.
 */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const { CODE_SERVER, CHROMIUM = "chromium", OKRLINT = "okrlint" } = process.env;
const PORT = 8392;
const skip = CODE_SERVER ? false : "CODE_SERVER names no code-server";

const running = [];
let scratch;
let seen;

before(async () => {
  if (skip) return;
  scratch = mkdtempSync(join(tmpdir(), "okrlint-editor-"));
  const folder = join(scratch, "folder");
  const extensions = join(scratch, "extensions");
  const settings = join(scratch, "data", "User");
  cpSync(join(HERE, "folder"), folder, { recursive: true });
  cpSync(join(HERE, "driver"), join(extensions, "okrlint.okrlint-driver-0.0.1"), { recursive: true });
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, "settings.json"), JSON.stringify({ "okrlint.path": OKRLINT }));
  const places = ["--user-data-dir", join(scratch, "data"), "--extensions-dir", extensions];
  const installed = spawnSync(
    process.execPath,
    [CODE_SERVER, ...places, "--install-extension", join(HERE, "..", "okrlint.vsix")],
    { encoding: "utf8" },
  );
  assert.equal(installed.status, 0, installed.stdout + installed.stderr);

  const result = join(scratch, "seen.json");
  const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
  start(process.execPath, [CODE_SERVER, ...places, ...quiet, "--bind-addr", `127.0.0.1:${PORT}`, folder], {
    OKRLINT_SEEN: result,
  });
  const address = `http://127.0.0.1:${PORT}`;
  await until(() => fetch(`${address}/healthz`).then((answer) => answer.ok, () => false), 120);
  const profile = `--user-data-dir=${join(scratch, "browser")}`;
  start(CHROMIUM, ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", profile, `${address}/?folder=${folder}`]);
  await until(() => existsSync(result) && readFileSync(result, "utf8").endsWith("}"), 300);
  seen = JSON.parse(readFileSync(result, "utf8"));
});

after(async () => {
  for (const child of running) child.kill();
  await until(() => running.every((child) => child.exitCode !== null || child.signalCode !== null), 30);
  if (scratch && !process.env.KEEP) rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

test("nothing failed on the way", { skip }, (t) => {
  assert.equal(seen.failed, undefined);
  t.diagnostic(`VS Code ${seen.editor}, extension ${seen.extension}`);
});

test("the task is underlined", { skip }, () => {
  assert.ok(seen.diagnostics.some((one) => one.code === "task-like" && one.line === 5));
  assert.equal(seen.task, "Launch the new website");
  const once = new Set(seen.diagnostics.map((one) => JSON.stringify(one)));
  assert.equal(once.size, seen.diagnostics.length);
});

test("the hover tells the reading", { skip }, () => {
  assert.match(seen.hover, /KR 2 \(key result\)/);
  assert.match(seen.hover, /promise: task/);
});

test("due dates stand behind the key results", { skip }, () => {
  assert.deepEqual(seen.hints, [[4, "due 2027-09-30"], [5, "due 2027-09-30"]]);
});

test("the outline shows objectives with their key results", { skip }, () => {
  const objective = seen.symbols.find(([name]) => name.startsWith("Objective 1 "));
  assert.equal(objective[1].length, 2);
});

test("a code action applies the rewrite, and the finding goes", { skip }, () => {
  assert.ok(seen.actions.includes("Suppress task-like here"));
  assert.match(seen.rewritten, /^- KR 2: \[number\] % of those who visit the new website/);
  assert.ok(!seen.after.some((one) => one.code === "task-like"));
});

function start(command, args, variables = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...variables }, stdio: "ignore" });
  running.push(child);
}

async function until(look, seconds) {
  for (let tries = 0; tries < seconds * 2; tries += 1) {
    if (await look()) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`not in ${seconds} seconds`);
}
