/** flake8-trtc in VS Code: finds a Python, and starts the language server in it. */

import { execFile } from "node:child_process";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { find, server, type Missing, type Run } from "./python";
import { LANGUAGES, SECTION, settings } from "./settings";

/** The part of the Python extension's interface that is used. */
interface PythonExtension {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(
      path: unknown,
    ): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

const PROBE_MILLISECONDS = 20_000;
let output: vscode.LogOutputChannel | undefined;
let client: LanguageClient | undefined;
/** Starts and stops one after the other, whatever the user does in the meantime. */
let last: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel("flake8-trtc", { log: true });
  output = channel;
  context.subscriptions.push(
    channel,
    vscode.commands.registerCommand("flake8-trtc.restart", restart),
    vscode.commands.registerCommand("flake8-trtc.showOutput", () => {
      channel.show();
    }),
    vscode.commands.registerCommand("flake8-trtc.fixAll", fixAll),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration(SECTION)) {
        await restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  const python = await pythonExtension();
  if (python !== undefined) {
    context.subscriptions.push(python.environments.onDidChangeActiveEnvironmentPath(restart));
  }
  await restart();
}

export async function deactivate(): Promise<void> {
  await last;
  await stop();
}

function restart(): Promise<void> {
  last = last.then(stop).then(start, start);
  return last;
}

async function stop(): Promise<void> {
  const stopped = client;
  client = undefined;
  await stopped?.stop();
}

async function start(): Promise<void> {
  const given = vscode.workspace.getConfiguration(SECTION);
  if (given.get<boolean>("enable") === false) {
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0];
  const found = await find(
    {
      setting: given.get<string>("python") ?? "",
      environment: await environment(folder?.uri),
      folder: folder?.uri.fsPath,
      windows: process.platform === "win32",
    },
    run,
  );
  if ("command" in found) {
    void sayMissing(found);
    return;
  }
  output?.info(`Python: ${found.python}`);
  const options: LanguageClientOptions = {
    documentSelector: [
      ...LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      { notebook: "jupyter-notebook", language: "python" },
      { notebook: "jupyter-notebook", language: "javascript" },
      { notebook: "jupyter-notebook", language: "typescript" },
    ],
    initializationOptions: settings(given),
    ...(output === undefined ? {} : { outputChannel: output, traceOutputChannel: output }),
  };
  client = new LanguageClient(SECTION, "flake8-trtc", server(found.python), options);
  try {
    await client.start();
  } catch (error) {
    output?.error(String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t("The flake8-trtc server could not be started; see its output."),
    );
  }
}

const run: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: PROBE_MILLISECONDS }, (error, _, said) => {
      if (error === null) {
        resolve(true);
        return;
      }
      output?.debug(`${program}: ${said || error.message}`);
      resolve(typeof error.code === "number" ? false : undefined);
    });
  });

async function sayMissing(missing: Missing): Promise<void> {
  output?.warn(missing.command);
  const copy = vscode.l10n.t("Copy the command");
  const text =
    missing.python === undefined
      ? vscode.l10n.t("flake8-trtc needs Python 3.11 or later; then run: {0}", missing.command)
      : vscode.l10n.t("flake8-trtc is not installed for this Python; run: {0}", missing.command);
  if ((await vscode.window.showWarningMessage(text, copy)) === copy) {
    await vscode.env.clipboard.writeText(missing.command);
  }
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
  try {
    return await vscode.extensions.getExtension<PythonExtension>("ms-python.python")?.activate();
  } catch (error) {
    output?.warn(String(error));
    return undefined;
  }
}

/** The Python of the environment that the Python extension has chosen; never an untrusted one. */
async function environment(resource: vscode.Uri | undefined): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) {
    return undefined;
  }
  const python = await pythonExtension();
  const path = python?.environments.getActiveEnvironmentPath(resource);
  const resolved = path && (await python?.environments.resolveEnvironment(path));
  return resolved?.executable.uri?.fsPath;
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.sourceAction", {
    kind: "source.fixAll.trtc",
    apply: "first",
  });
}
