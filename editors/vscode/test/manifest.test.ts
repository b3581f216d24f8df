import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { LANGUAGES, settings } from "../src/settings";

interface Manifest {
  readonly activationEvents: string[];
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, { default: unknown }> };
  };
}

const read = (name: string): unknown => JSON.parse(readFileSync(name, "utf-8"));
const text = readFileSync("package.json", "utf-8");
const manifest = JSON.parse(text) as Manifest;
const keys = (name: string): string[] => Object.keys(read(name) as object).sort();
const han = /[\u4e00-\u9fff]/;

test("every sentence of the manifest is there in both languages", () => {
  const used = [...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? "").sort();
  assert.deepEqual([...new Set(used)], keys("package.nls.json"));
  assert.deepEqual(keys("package.nls.zh-cn.json"), keys("package.nls.json"));
  for (const [key, value] of Object.entries(read("package.nls.zh-cn.json") as object)) {
    assert.ok(key === "displayName" || han.test(value as string), key);
  }
});

test("what the extension says is there in both languages", () => {
  const source = readFileSync("src/extension.ts", "utf-8");
  const said = [...source.matchAll(/l10n\.t\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "").sort();
  assert.deepEqual(readdirSync("l10n").sort(), [
    "bundle.l10n.json",
    "bundle.l10n.zh-cn.json",
  ]);
  assert.deepEqual(keys("l10n/bundle.l10n.json"), said);
  assert.deepEqual(keys("l10n/bundle.l10n.zh-cn.json"), said);
  for (const value of Object.values(read("l10n/bundle.l10n.zh-cn.json") as object)) {
    assert.match(value as string, han);
  }
});

test("every setting is in the README with its default", () => {
  const readme = readFileSync("README.md", "utf-8");
  for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
    const value = setting.default === "" ? "" : `\`${show(setting.default)}\` `;
    assert.ok(readme.includes(`| \`${name}\` | ${value}|`), name);
  }
});

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

test("the extension starts for every language that the server reads", () => {
  assert.deepEqual(
    manifest.activationEvents,
    LANGUAGES.map((language) => `onLanguage:${language}`),
  );
});

test("settings without a value are the server's defaults", () => {
  assert.deepEqual(settings({ get: () => undefined }), { delay: 200, config: "", options: {} });
});
