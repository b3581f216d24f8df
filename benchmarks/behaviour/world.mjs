// Runs jobs, one JSON line each on standard input, in realms of their own (node:vm); one JSON line
// each comes out: the trace of each code. Started with --experimental-vm-modules.
//
// A job: { id, world, main, files, codes }. world: "page" (main is a list of parts, files are not
// used), "module" or "commonjs" (main is a path in files), "calls" (main is a list of texts that a
// program has sent somewhere, each with how it is run there).
import path from 'node:path';
import readline from 'node:readline';
import vm from 'node:vm';
import { packages, globals } from './tools.mjs';
import { compiled, javascript, vue } from './compile.mjs';

const LIMIT = { timeout: 20000 }; // milliseconds; nothing that is made here loops

// What a value looks like in a trace; the same for values of every realm.
export function shown(value, depth = 0) {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'function';
  if (typeof value === 'symbol' || typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (typeof value.getCode === 'function') return 'error';
  if (depth > 3) return '…';
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === 'Error') return `${value.name}: ${value.message}`;
  if (tag === 'Array') return `[${Array.from(value, (item) => shown(item, depth + 1)).join()}]`;
  if (tag === 'Set') return `Set${shown([...value], depth)}`;
  const entries = Object.keys(value).map((key) => `${key}: ${shown(value[key], depth + 1)}`);
  return `{${entries.join()}}`;
}

export class Realm {
  constructor(code, seen = []) {
    this.code = code;
    this.seen = seen;
    this.hooks = []; // called with the error once everything has been loaded
    this.tests = [];
    this.mocks = new Map();
    this.context = vm.createContext({});
    const realm = this;
    const error = {
      name: 'RtcError', message: `m <${code}>`,
      getCode: () => code, getExtraCode: () => 0,
    };
    this.error = error;
    const shared = {
      log: (...values) => seen.push(values.map((item) => shown(item)).join(' ')),
      error, lastTrtcError: error, lastError: error,
      console: { log() {}, warn() {}, error() {} },
      setTimeout: (what) => realm.later(what), setInterval: (what) => realm.later(what),
      clearTimeout() {}, queueMicrotask, addEventListener: (_, hook) => realm.hooks.push(hook),
      document: {
        title: '', body: {}, addEventListener: (_, hook) => realm.hooks.push(hook),
        querySelector: () => ({ addEventListener: (_, hook) => realm.hooks.push(hook), error }),
        getElementById: () => ({ addEventListener: (_, hook) => realm.hooks.push(hook), error }),
      },
      TRTC: sdk(error),
    };
    Object.assign(this.context, shared, globals(this));
    vm.runInContext('var window = globalThis, self = globalThis, global = globalThis;', this.context);
  }

  // A realm beside this one, whose trace is written to the same place: a page, a worker.
  other() {
    const inner = new Realm(this.code, this.seen);
    return inner;
  }

  run(text) {
    return vm.runInContext(text, this.context, LIMIT);
  }

  later(what) {
    queueMicrotask(() => this.guarded(() => {
      if (typeof what === 'function') what();
      else this.run(String(what));
    }));
    return 1;
  }

  // Run something; what it throws is part of the trace.
  async guarded(what) {
    try {
      return await what();
    } catch (error) {
      this.seen.push(`threw ${shown(error)}`);
      return undefined;
    }
  }

  // Call a function of another realm here, as tools do: by its text, with arguments as JSON.
  async send(what, ...values) {
    let text = String(what);
    let called;
    try {
      called = this.run(`(${text})`);
    } catch (error) {
      if (typeof what !== 'function') throw error;
      text = text.startsWith('async ') ? `async function ${text.slice(6)}` : `function ${text}`;
      called = this.run(`(${text})`);
    }
    const given = values.map((item) => (item?.inner ? item.inner(this) : copy(item)));
    return copy(typeof called === 'function' ? await called(...given) : called);
  }

  // Run the body of a function here, as WebDriver does.
  async body(what, ...values) {
    const text = typeof what === 'function' ? `return (${what}).apply(null, arguments)` : what;
    const called = vm.compileFunction(text, [], { parsingContext: this.context });
    return copy(await called(...values.map(copy)));
  }
}

function copy(value) {
  return value === undefined || typeof value === 'function' ? undefined : JSON.parse(JSON.stringify(value));
}

export function sdk(error) {
  const failing = new Proxy({}, {
    get: (_, key) => (key === 'then' ? undefined
      : key === 'on' ? (event, hook) => hook(error) : () => Promise.reject(error)),
  });
  return { VERSION: '4.15.22', createClient: () => failing, createStream: () => failing };
}

async function settled() {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done));
}

function resolved(specifier, from, files) {
  if (!specifier.startsWith('.')) return undefined;
  const joined = path.posix.join(path.posix.dirname(from), specifier);
  return [joined, `${joined}.js`, `${joined}/index.js`, `${joined}.json`].find((name) => name in files);
}

function packaged(realm, specifier) {
  const found = realm.mocks.get(specifier) ?? vue(specifier) ?? packages(realm)[specifier];
  if (found === undefined) throw new Error(`no module ${specifier}`);
  return found;
}

async function moduleOf(realm, files, name, cache) {
  const { context } = realm;
  const link = (specifier, from) => {
    const file = resolved(specifier, from.identifier, files);
    if (file !== undefined && !realm.mocks.has(specifier)) return make(file);
    if (cache.has(specifier)) return cache.get(specifier);
    const values = packaged(realm, specifier);
    const made = new vm.SyntheticModule(Object.keys(values), function fill() {
      for (const [key, value] of Object.entries(values)) this.setExport(key, value);
    }, { context, identifier: specifier });
    cache.set(specifier, made);
    return made;
  };
  const make = (file) => {
    if (!cache.has(file)) {
      const text = file.endsWith('.ts') ? javascript(files[file]) : files[file];
      cache.set(file, new vm.SourceTextModule(text, {
        context,
        identifier: file,
        importModuleDynamically: async (specifier, from) => {
          const found = await link(specifier, from);
          if (found.status === 'unlinked') await found.link(link);
          await found.evaluate(LIMIT);
          return found;
        },
      }));
    }
    return cache.get(file);
  };
  const main = make(name);
  await main.link(link);
  await main.evaluate(LIMIT);
  return main.namespace;
}

function requirer(realm, files, from, cache) {
  return (specifier) => {
    if (realm.mocks.has(specifier)) return realm.mocks.get(specifier);
    const file = resolved(specifier, from, files);
    if (file === undefined) return packaged(realm, specifier);
    if (!cache.has(file)) commonjs(realm, files, file, cache);
    return cache.get(file).exports;
  };
}

function commonjs(realm, files, name, cache) {
  const module = { exports: {} };
  cache.set(name, module);
  if (name.endsWith('.json')) {
    module.exports = JSON.parse(files[name]);
    return module;
  }
  const given = ['exports', 'require', 'module', '__filename', '__dirname'];
  const run = vm.compileFunction(files[name], given, { parsingContext: realm.context });
  run.call(module.exports, module.exports, requirer(realm, files, name, cache), module, name, '.');
  return module;
}

// Call every function that a module exports; log the rest.
async function exercise(realm, exported) {
  for (const key of Object.keys(exported).sort()) {
    const value = exported[key];
    if (typeof value !== 'function' || /^class\b/.test(String(value))) {
      realm.seen.push(`${key}: ${shown(value)}`);
    } else {
      await realm.guarded(async () => realm.seen.push(`${key}() ${shown(await value(realm.error))}`));
    }
  }
}

async function parts(realm, list) {
  const modules = [];
  for (const { how, text } of list) {
    if (how === 'module') modules.push(text);
    else if (how === 'classic') await realm.guarded(() => realm.run(text));
    await settled();
  }
  for (const text of modules) {
    await realm.guarded(() => moduleOf(realm, { 'page.mjs': text }, 'page.mjs', new Map()));
  }
  await hooks(realm);
  for (const { how, text } of list) {
    if (how === 'handler') {
      await realm.guarded(() => {
        const given = { parsingContext: realm.context };
        return vm.compileFunction(text, ['event'], given).call({ error: realm.error }, {});
      });
    }
  }
}

async function hooks(realm) {
  await settled();
  for (const hook of realm.hooks) await realm.guarded(() => hook({ error: realm.error }));
  for (const [name, test] of realm.tests) {
    await realm.guarded(async () => realm.seen.push(`${name}: ${shown(await test())}`));
  }
}

// The texts that a program has sent somewhere, each run as it is run there, in one realm.
async function calls(realm, list) {
  for (const { how, text, parts: inner } of list) {
    await realm.guarded(async () => {
      if (how === 'page') await parts(realm.other(), inner);
      else if (how === 'evaluate') realm.seen.push(`gave ${shown(await evaluated(realm, text))}`);
      else if (how === 'body') realm.seen.push(`gave ${shown(await realm.body(text))}`);
      else if (how === 'script') realm.seen.push(`gave ${shown(await realm.run(text))}`);
      else realm.seen.push(`text ${text}`);
    });
  }
  await hooks(realm);
}

// An expression or a function, called with the error, as Playwright has it.
async function evaluated(realm, text) {
  const value = realm.run(/^\s*(?:async\s+)?function\b/.test(text) ? `(${text.trim()})` : text);
  return typeof value === 'function' ? value(realm.error) : value;
}

async function traced(job, code) {
  const realm = new Realm(code);
  const { world, main, files } = job;
  await realm.guarded(async () => {
    if (world === 'page') await parts(realm, main);
    else if (world === 'calls') await calls(realm, main);
    else if (world === 'vue' || world === 'nuxt') await component(realm, job);
    else {
      const exported = world !== 'commonjs'
        ? await moduleOf(realm, files, main, new Map())
        : commonjs(realm, files, main, new Map()).exports;
      await hooks(realm);
      await exercise(realm, exported ?? {});
    }
  });
  await settled();
  return realm.seen.join('\n');
}

// A component, compiled, set up and rendered to a string.
async function component(realm, job) {
  const { script, meta, render } = await compiled(job.files[job.main]);
  if (meta !== null) realm.seen.push(`meta ${shown(tried(await realm.other().run(`(${meta})`), realm.error))}`);
  const loaded = await moduleOf(realm, { ...job.files, 'Room.js': script }, 'Room.js', new Map());
  const { default: made, ...others } = loaded;
  for (const key of ['name', 'errorCode']) realm.seen.push(shown(made[key]));
  realm.seen.push(shown(tried({ failed: made.failed }, realm.error)));
  await exercise(realm, others);
  realm.seen.push(await render(made, (warning) => realm.seen.push(`warned ${warning.split('\n')[0]}`)));
}

// An object with each of its functions called.
function tried(object, error) {
  const entries = Object.entries(object).map(([key, value]) => [key, typeof value === 'function' ? value(error) : value]);
  return Object.fromEntries(entries);
}

process.on('unhandledRejection', () => {});
for await (const line of readline.createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  const traces = [];
  for (const code of job.codes) traces.push(await traced(job, code));
  process.stdout.write(`${JSON.stringify({ id: job.id, traces })}\n`);
}
