/** As much of VS Code as the extension touches, for tests: it notes what is done to it. */

type Listener = (event: unknown) => unknown;

export interface Noted {
  readonly warnings: string[];
  readonly commands: Map<string, (...args: unknown[]) => unknown>;
  readonly executed: unknown[][];
  copied: string;
  settings: Record<string, unknown>;
  trusted: boolean;
  python: string | undefined;
  readonly listeners: Listener[];
}

export const noted: Noted = {
  warnings: [],
  commands: new Map(),
  executed: [],
  copied: "",
  settings: {},
  trusted: true,
  python: undefined,
  listeners: [],
};

const nothing = (): void => undefined;
const disposable = { dispose: nothing };

export const window = {
  createOutputChannel: () => ({
    ...disposable,
    info: nothing,
    warn: nothing,
    debug: nothing,
    error: nothing,
    show: nothing,
  }),
  showWarningMessage: (text: string, ...actions: string[]) => {
    noted.warnings.push(text);
    return Promise.resolve(actions[0]);
  },
  showErrorMessage: (text: string) => {
    noted.warnings.push(text);
    return Promise.resolve(undefined);
  },
};

export const commands = {
  registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
    noted.commands.set(name, run);
    return disposable;
  },
  executeCommand: (...args: unknown[]) => {
    noted.executed.push(args);
    return Promise.resolve();
  },
};

export const workspace = {
  get isTrusted() {
    return noted.trusted;
  },
  workspaceFolders: [{ uri: { fsPath: "/project" } }],
  getConfiguration: () => ({ get: (name: string) => noted.settings[name] }),
  onDidChangeConfiguration: (listener: Listener) => {
    noted.listeners.push(listener);
    return disposable;
  },
  onDidGrantWorkspaceTrust: () => disposable,
};

export const extensions = {
  getExtension: () => {
    const path = noted.python;
    return path === undefined
      ? undefined
      : {
          activate: () =>
            Promise.resolve({
              environments: {
                getActiveEnvironmentPath: () => ({ path }),
                resolveEnvironment: () =>
                  Promise.resolve({ executable: { uri: { fsPath: path } } }),
                onDidChangeActiveEnvironmentPath: () => disposable,
              },
            }),
        };
  },
};

export const env = {
  clipboard: {
    writeText: (text: string) => {
      noted.copied = text;
      return Promise.resolve();
    },
  },
};

export const l10n = {
  t: (text: string, ...values: string[]) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? ""),
};
