/** Which Python runs the server. Nothing here knows of VS Code, so that it is tested without it. */

/** The module that the server needs besides flake8-trtc itself. */
const PROBE = "import flake8_trtc.server";
/** `-P` keeps the working directory, which is the user's project, off Python's path. */
const SAFE = "-P";

export interface Found {
  /** A Python that the server runs in. */
  readonly python: string;
}

export interface Missing {
  /** The first Python that runs, though without the server; undefined where none does. */
  readonly python: string | undefined;
  /** The one command that installs what is missing. */
  readonly command: string;
}

/** Where a Python may be, the best place first. */
export interface Places {
  /** The setting `flake8-trtc.python`. */
  readonly setting: string;
  /** The environment that the Python extension has chosen. */
  readonly environment: string | undefined;
  readonly folder: string | undefined;
  readonly windows: boolean;
}

/** Runs a program; whether it ended well, or undefined where it can't be started. */
export type Run = (program: string, args: readonly string[]) => Promise<boolean | undefined>;

/** The Pythons to try. One that the user has set is the only one. */
export function candidates(places: Places): string[] {
  const setting = places.setting.trim();
  if (setting !== "") {
    return [setting.replaceAll("${workspaceFolder}", places.folder ?? "")];
  }
  const path = places.windows ? ["python", "py"] : ["python3", "python"];
  return [...(places.environment === undefined ? [] : [places.environment]), ...path];
}

/** The first Python that has the server, or what to install where. */
export async function find(places: Places, run: Run): Promise<Found | Missing> {
  let first: string | undefined;
  for (const python of candidates(places)) {
    const ended = await run(python, [SAFE, "-c", PROBE]);
    if (ended === true) {
      return { python };
    }
    if (ended === false) {
      first ??= python;
    }
  }
  return { python: first, command: installation(first ?? candidates(places)[0] ?? "python3", places) };
}

/** The command that installs the server for a Python. */
export function installation(python: string, places: Pick<Places, "windows">): string {
  const quoted = /[^\w./:\\-]/.test(python) ? `"${python}"` : python;
  const call = places.windows && quoted.startsWith('"') ? `& ${quoted}` : quoted; // PowerShell's
  return `${call} -m pip install "flake8-trtc[lsp]"`;
}

/** How the server is started. */
export function server(python: string): { command: string; args: string[] } {
  return { command: python, args: [SAFE, "-m", "flake8_trtc", "server", "--stdio"] };
}
