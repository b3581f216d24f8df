import assert from "node:assert/strict";
import test from "node:test";
import { candidates, find, installation, server, type Places, type Run } from "../src/python";

const places: Places = { setting: "", environment: undefined, folder: "/project", windows: false };

/** Programs by how they end: with the server, without it, or not at all. */
const programs =
  (ends: Record<string, boolean>): Run =>
  (program) =>
    Promise.resolve(ends[program]);

test("the setting is the only candidate", () => {
  const setting = " ${workspaceFolder}/.venv/bin/python ";
  assert.deepEqual(candidates({ ...places, setting, environment: "/env" }), [
    "/project/.venv/bin/python",
  ]);
});

test("then the environment, then the PATH", () => {
  assert.deepEqual(candidates({ ...places, environment: "/env/python" }), [
    "/env/python",
    "python3",
    "python",
  ]);
  assert.deepEqual(candidates({ ...places, windows: true }), ["python", "py"]);
});

test("the first that has the server is taken", async () => {
  const environment = "/env/python";
  const run = programs({ "/env/python": false, python: true });
  assert.deepEqual(await find({ ...places, environment }, run), { python: "python" });
});

test("what is missing is installed for the first that runs", async () => {
  const environment = "/my env/python";
  assert.deepEqual(await find({ ...places, environment }, programs({ [environment]: false })), {
    python: environment,
    command: '"/my env/python" -m pip install "flake8-trtc[lsp]"',
  });
  assert.deepEqual(await find(places, programs({})), {
    python: undefined,
    command: 'python3 -m pip install "flake8-trtc[lsp]"',
  });
});

test("a path with blanks is called in PowerShell", () => {
  assert.equal(
    installation("C:\\My Env\\python.exe", { windows: true }),
    '& "C:\\My Env\\python.exe" -m pip install "flake8-trtc[lsp]"',
  );
  assert.equal(
    installation("C:\\env\\python.exe", { windows: true }),
    'C:\\env\\python.exe -m pip install "flake8-trtc[lsp]"',
  );
});

test("nothing of the working directory is imported", async () => {
  const called: (readonly string[])[] = [];
  const run: Run = (_, args) => {
    called.push(args);
    return Promise.resolve(true);
  };
  await find(places, run);
  assert.deepEqual(called, [["-P", "-c", "import flake8_trtc.server"]]);
  assert.deepEqual(server("python3"), {
    command: "python3",
    args: ["-P", "-m", "flake8_trtc", "server", "--stdio"],
  });
});
