/** The client of vscode-languageclient, for tests: it notes how servers are started. */

export interface Started {
  readonly server: { command: string; args: string[] };
  readonly options: { initializationOptions: unknown; documentSelector: unknown[] };
  stopped: boolean;
}

export const started: Started[] = [];

export class LanguageClient {
  private readonly noted: Started;

  constructor(_: string, __: string, server: Started["server"], options: Started["options"]) {
    this.noted = { server, options, stopped: false };
  }

  start(): Promise<void> {
    started.push(this.noted);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.noted.stopped = true;
    return Promise.resolve();
  }
}
