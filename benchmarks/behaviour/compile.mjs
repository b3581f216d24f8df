// What needs npm's packages: TypeScript as JavaScript, and components of Vue. The directory that
// they are installed in is the first argument of the process.
import { createRequire } from 'node:module';
import path from 'node:path';

const directory = process.argv[2];
const load = directory ? createRequire(path.join(directory, 'x.js')) : () => undefined;
const VUE = { vue: 'vue', 'vue/server-renderer': '@vue/server-renderer', '@vue/server-renderer': '@vue/server-renderer' };

export function javascript(text) {
  return load('esbuild').transformSync(text, { loader: 'ts', format: 'esm', target: 'es2022' }).code;
}

// A package of Vue, if it is one.
export function vue(specifier) {
  return specifier in VUE ? load(VUE[specifier]) : undefined;
}

const META = 'definePageMeta(';

// The script of a component, with its template inside; what Nuxt takes out of it; its rendering.
export async function compiled(text) {
  const { parse, compileScript } = load('@vue/compiler-sfc');
  const { meta, rest } = extracted(text);
  const { descriptor, errors } = parse(rest);
  if (errors.length) throw errors[0];
  const { lang } = descriptor.scriptSetup;
  const { content } = compileScript(descriptor, {
    id: 'x', inlineTemplate: true, templateOptions: { ssr: true, ssrCssVars: [] }, hoistStatic: true,
  });
  const script = lang === 'ts' ? javascript(content) : content;
  const render = async (made, warn) => {
    const app = load('vue').createSSRApp(made, {});
    app.config.warnHandler = warn;
    return load('@vue/server-renderer').renderToString(app);
  };
  return { script, meta, render };
}

// What `definePageMeta` is given, which Nuxt moves into a module of its own.
function extracted(text) {
  const start = text.indexOf(META);
  if (start < 0) return { meta: null, rest: text };
  let depth = 1;
  let end = start + META.length;
  for (; depth; end++) depth += '([{'.includes(text[end]) - ')]}'.includes(text[end]);
  return { meta: text.slice(start + META.length, end - 1), rest: text.slice(0, start) + text.slice(end) };
}
