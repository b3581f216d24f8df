import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { ExtensionContext } from "vscode";
import { activate, deactivate } from "../src/extension";
import { started } from "./client";
import { noted } from "./vscode";

/** A program that stands for a Python and ends so. */
function program(code: number): string {
  const path = join(mkdtempSync(join(tmpdir(), "python-")), "python");
  writeFileSync(path, `#!/bin/sh\nexit ${String(code)}\n`);
  chmodSync(path, 0o755);
  return path;
}

const context = { subscriptions: [] } as unknown as ExtensionContext;

async function restarted(): Promise<void> {
  await noted.commands.get("flake8-trtc.restart")?.();
}

test("the extension", { skip: process.platform === "win32" }, async () => {
  const [good, bad] = [program(0), program(1)];
  noted.python = bad;
  noted.settings = { python: good, options: { "trtc-language": "zh" } };
  await activate(context);
  assert.equal(started.length, 1);
  assert.deepEqual(started[0]?.server, {
    command: good,
    args: ["-P", "-m", "flake8_trtc", "server", "--stdio"],
  });
  assert.deepEqual(started[0].options.initializationOptions, {
    delay: 200,
    config: "",
    options: { "trtc-language": "zh" },
  });

  // The environment of the Python extension, where the workspace is trusted.
  noted.settings = {};
  noted.python = good;
  await restarted();
  assert.ok(started[0].stopped);
  assert.equal(started[1]?.server.command, good);

  // What is missing is said in one command, which is copied.
  noted.settings = { python: bad };
  await Promise.all(
    noted.listeners.map((listener) => listener({ affectsConfiguration: () => true })),
  );
  assert.equal(started.length, 2);
  const command = `${bad} -m pip install "flake8-trtc[lsp]"`;
  assert.deepEqual(noted.warnings, [
    `flake8-trtc is not installed for this Python; run: ${command}`,
  ]);
  await new Promise(setImmediate);
  assert.equal(noted.copied, command);
  noted.settings = { python: "/no/such/python" };
  await restarted();
  assert.match(noted.warnings[1] ?? "", /^flake8-trtc needs Python 3.11 or later; then run: /);

  noted.settings = { enable: false, python: good };
  await restarted();
  assert.equal(started.length, 2);

  await noted.commands.get("flake8-trtc.fixAll")?.();
  assert.deepEqual(noted.executed, [
    ["editor.action.sourceAction", { kind: "source.fixAll.trtc", apply: "first" }],
  ]);
  await deactivate();
});
