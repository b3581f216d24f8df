// Stand-ins for the tools that send code somewhere else: each does with a function or a string what
// the tool does with it, by its text, in another realm.

function pageOf(realm) {
  const inner = realm.other();
  const element = { inner: (target) => ({ error: target.error, trtcError: target.error }) };
  const run = (what, ...values) => inner.send(what, ...values);
  const handle = async (what, ...values) => ({ jsonValue: async () => run(what, ...values), evaluate: (f) => inner.send(f, element) });
  const page = {
    evaluate: run, evaluateHandle: handle, waitForFunction: run, addInitScript: run,
    evaluateOnNewDocument: run,
    $eval: (_, what, ...values) => inner.send(what, element, ...values),
    $$eval: (_, what, ...values) => inner.send(what, { inner: (target) => [{ error: target.error, trtcError: target.error }] }, ...values),
    locator: () => locator, getByRole: () => locator, $: async () => locator,
    exposeFunction: async (_, what) => what(realm.error), exposeBinding: async (_, what) => what({}, realm.error),
    on: (_, hook) => hook(realm.error), route: async (_, hook) => hook(realm.error),
    goto: async () => {}, waitForSelector: async () => locator, close: async () => {},
    mainFrame: () => page, frames: () => [page], context: () => page, newPage: async () => page,
    addScriptTag: async ({ content }) => { inner.run(content); }, setContent: async () => {},
    workers: () => [{ evaluate: run }], browser: () => page,
  };
  const locator = {
    evaluate: (what, ...values) => inner.send(what, element, ...values),
    evaluateAll: page.$$eval.bind(null, ''), evaluateHandle: async () => locator,
    first: () => locator, click: async () => {}, $eval: page.$eval,
  };
  return page;
}

function driverOf(realm) {
  const inner = realm.other();
  const asynchronous = (what) => new Promise((done, failed) => {
    inner.context.finished = done;
    const text = typeof what === 'function' ? `(${what})(finished)` : `(function () {${what}\n})(finished)`;
    try { inner.run(text); } catch (error) { failed(error); }
  });
  const run = (what, ...values) => inner.body(what, ...values);
  return {
    executeScript: run, executeAsyncScript: asynchronous, execute: run, executeAsync: asynchronous,
    get: async () => {}, url: async () => {}, quit: async () => {}, deleteSession: async () => {},
    wait: async (condition) => (typeof condition === 'function' ? condition() : condition),
    waitUntil: async (condition) => condition(), call: async (what) => what(),
    addInitScript: run, exec: run,
  };
}

function testcafeOf(realm) {
  const inner = realm.other();
  const ClientFunction = (what, options) => {
    const called = (...values) => inner.send(what, ...values);
    called.with = () => called;
    return options === null ? undefined : called;
  };
  const Selector = (what) => (typeof what === 'function' ? { exists: inner.send(what), filter: (f) => inner.send(f, { trtcError: 1 }) } : { exists: true });
  const t = { eval: (what) => inner.send(what), expect: () => ({ ok: async () => {} }), wait: async () => t };
  return { ClientFunction, Selector, t, RequestHook: class {} };
}

function cypressOf(realm) {
  const inner = realm.other();
  const chain = (value) => ({
    then: (what, failed) => {
      if (failed !== undefined) return Promise.resolve(value).then(what, failed);
      return chain(realm.guarded(async () => what(realm.error)));
    },
    should: (what) => { if (typeof what === 'function') realm.later(() => what(realm.error)); return chain(value); },
    invoke: (name, text) => { if (name === 'eval') realm.guarded(async () => realm.seen.push(`eval ${await inner.run(text)}`)); return chain(value); },
    its: () => chain(value),
  });
  return {
    visit: () => chain(), window: () => chain(), wrap: (value) => chain(value), get: () => chain(),
    origin: (_, options, what = options) => {
      realm.guarded(async () => realm.seen.push(`origin ${await inner.send(what, {})}`));
      return chain();
    },
    on: () => {}, intercept: () => chain(),
  };
}

function mockersOf(realm) {
  const fn = (what = () => undefined) => {
    let now = what;
    const mocked = (...values) => now(...values);
    mocked.mockImplementation = (next) => { now = next; return mocked; };
    mocked.mockReturnValue = (value) => { now = () => value; return mocked; };
    mocked.mockRejectedValue = (value) => { now = () => Promise.reject(value); return mocked; };
    return mocked;
  };
  const mock = (name, factory) => { realm.mocks.set(name, factory()); };
  return {
    fn, mock, doMock: mock, hoisted: (what) => what(), unmock() {}, resetModules() {},
    unstable_mockModule: async (name, factory) => { realm.mocks.set(name, await factory()); },
    requireActual: () => ({ VERSION: '4' }), spyOn: () => fn(), clearAllMocks() {}, setTimeout() {},
  };
}

function mongoOf(realm) {
  const inner = realm.other();
  return {
    find: (query) => realm.guarded(async () => realm.seen.push(`where ${await inner.send(query.$where)}`)),
    aggregate: (steps) => realm.guarded(async () => realm.seen.push(`function ${await inner.send(steps[0].$function.body)}`)),
  };
}

function testersOf(realm) {
  const page = pageOf(realm);
  const fixtures = { page, context: page, browser: page, electronApp: page, request: {} };
  const test = (name, what) => { realm.tests.push([name, () => what(fixtures)]); };
  const describe = (_, what) => what();
  Object.assign(test, { describe, step: (_, what) => what(), use() {}, beforeEach: (what) => what(fixtures), only: test });
  Object.assign(describe, { only: describe });
  const expect = (value) => {
    const say = (word) => (other) => { realm.seen.push(`expect ${word} ${JSON.stringify(value) ?? 'undefined'} ${JSON.stringify(other) ?? ''}`); };
    const words = ['toBe', 'toEqual', 'toBeTruthy', 'toBeFalsy'];
    const matchers = Object.fromEntries(words.map((word) => [word, say(word)]));
    const later = (reads) => Object.fromEntries(words.map((word) => [word, async (other) => {
      let found;
      try { found = await value; } catch (error) { found = reads ? `threw ${error.message}` : error; }
      realm.seen.push(`expect ${word} ${JSON.stringify(found) ?? 'undefined'} ${JSON.stringify(other) ?? ''}`);
    }]));
    return { ...matchers, resolves: later(true), rejects: later(false), not: matchers };
  };
  expect.poll = (what) => ({ toBe: async (other) => realm.seen.push(`poll ${await what()} ${other}`) });
  return { test, it: test, describe, expect };
}

// What needs no import: of browsers, test runners and extensions.
export function globals(realm) {
  class Blob {
    constructor(texts) { this.text = texts.join(''); }
  }
  class Worker {
    constructor(from) {
      const text = typeof from === 'string' && from.startsWith('data:') ? decodeURIComponent(from.slice(from.indexOf(',') + 1)) : String(from?.text ?? from);
      const inner = realm.other();
      const worker = this;
      inner.context.postMessage = (data) => { realm.seen.push(`worker said ${JSON.stringify(data)}`); worker.onmessage?.({ data }); };
      realm.guarded(() => inner.run(text));
      this.inner = inner;
    }
    postMessage(data) {
      const { onmessage } = this.inner.context;
      realm.guarded(() => onmessage?.({ data }));
    }
    terminate() {}
  }
  let page;
  const target = () => (page ??= realm.other());
  const inject = ({ func, code, args = [] }) => realm.guarded(async () => {
    const given = func ? await target().send(func, ...args) : await target().run(code);
    realm.seen.push(`injected ${given}`);
  });
  const makers = { cy: cypressOf, browser: driverOf, jest: mockersOf, testers: testersOf };
  const parts = {};
  realm.part = (name) => (parts[name] ??= makers[name](realm));
  // Made when a script asks for them, since most do not; a script may declare the names itself.
  const lazy = { cy: 'cy', browser: 'browser', jest: 'jest', test: 'testers', it: 'testers', describe: 'testers', expect: 'testers' };
  for (const [name, part] of Object.entries(lazy)) {
    Object.defineProperty(realm.context, name, {
      get: () => (part === 'testers' ? realm.part(part)[name] : realm.part(part)), set() {}, configurable: true,
    });
  }
  return {
    Blob, Worker, URL: { createObjectURL: (blob) => blob, revokeObjectURL() {} },
    chrome: { scripting: { executeScript: inject }, tabs: { executeScript: (_, what) => inject(what) } },
    fixture: () => ({ page() {} }), atob, btoa, encodeURIComponent, structuredClone,
  };
}

// What a module can import.
export function packages(realm) {
  const trtc = realm.context.TRTC;
  const { test, describe, expect } = realm.part('testers');
  const page = () => pageOf(realm);
  const launcher = { launch: async () => ({ newPage: async () => page(), newContext: async () => page(), close: async () => {} }) };
  const mockers = realm.part('jest');
  class Builder {
    forBrowser() { return this; }
    build() { return driverOf(realm); }
  }
  class NodeWorker {
    constructor(text) {
      const inner = realm.other();
      inner.context.require = () => ({ parentPort: { postMessage: (data) => realm.seen.push(`thread said ${JSON.stringify(data)}`) } });
      realm.guarded(() => inner.run(text));
    }
    on() { return this; }
  }
  const vmModule = {
    runInNewContext: (text) => realm.other().run(text), runInThisContext: (text) => realm.run(text),
    createContext: () => realm.other(), runInContext: (text, inner) => inner.run(text),
  };
  return {
    'trtc-js-sdk': { default: trtc, ...trtc },
    '@playwright/test': { test, describe, expect, chromium: launcher },
    playwright: { chromium: launcher, firefox: launcher, default: { chromium: launcher } },
    puppeteer: { default: launcher, ...launcher }, 'puppeteer-core': { default: launcher, ...launcher },
    'selenium-webdriver': { Builder, By: {}, default: { Builder } },
    webdriverio: { remote: async () => driverOf(realm) },
    '@wdio/globals': { browser: driverOf(realm), expect, $: async () => ({}) },
    testcafe: testcafeOf(realm),
    nightwatch: { default: driverOf(realm) },
    worker_threads: { Worker: NodeWorker }, 'node:worker_threads': { Worker: NodeWorker },
    vm: { default: vmModule, ...vmModule }, 'node:vm': { default: vmModule, ...vmModule },
    vitest: { vi: mockers, test, it: test, describe, expect, beforeEach: (what) => what() },
    '@jest/globals': { jest: mockers, test, it: test, describe, expect },
    mongodb: { collection: mongoOf(realm) },
    electron: { BrowserWindow: class { constructor() { this.webContents = { executeJavaScript: async (text) => realm.other().run(text) }; } } },
  };
}
