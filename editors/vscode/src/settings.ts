/** What the user has set, as the server takes it. */

export const SECTION = "flake8-trtc";

/** What VS Code gives for a section of settings. */
export interface Reader {
  get(name: string): unknown;
}

export interface Settings {
  readonly delay: number;
  readonly config: string;
  readonly options: Record<string, unknown>;
}

/** The server's `initializationOptions`. */
export function settings(read: Reader): Settings {
  const [delay, config, options] = ["delay", "config", "options"].map((name) => read.get(name));
  return {
    delay: typeof delay === "number" ? delay : 200,
    config: typeof config === "string" ? config : "",
    options: typeof options === "object" ? { ...options } : {},
  };
}

/** The languages that the server reads, by VS Code's names. */
export const LANGUAGES: readonly string[] = [
  "python",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "vue",
  "svelte",
  "html",
  "jinja-html",
  "django-html",
  "markdown",
  "mdx",
];
