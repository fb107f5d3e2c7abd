import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
  type DocumentSelector,
} from "vscode-languageclient/node";
import type { Found } from "./server";

/** VS Code knows no language "toml" by itself, so the settings file is named. */
const DOCUMENTS: DocumentSelector = [
  { scheme: "file", language: "markdown" },
  { scheme: "file", language: "json" },
  { scheme: "file", pattern: "**/taskpacket.toml" },
];

const MOST_CRASHES = 3;
const WITHIN_MS = 3 * 60 * 1000;

/** A language client that leaves messages on the screen to `complain`. */
export class Client extends LanguageClient {
  constructor(server: Found, log: LogOutputChannel, complain: (said: string) => void) {
    const crashes: number[] = [];
    const run = { command: server.path, args: ["server"], transport: TransportKind.stdio };
    super("taskpacket", "Task Packets", run, {
      documentSelector: DOCUMENTS,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          const now = Date.now();
          crashes.push(now);
          const recent = crashes.filter((then) => now - then < WITHIN_MS).length;
          // While it starts, the one who started it is told.
          if (!this.isRunning()) return { action: CloseAction.DoNotRestart, handled: true };
          if (recent <= MOST_CRASHES) return { action: CloseAction.Restart, handled: true };
          complain(`the server ended ${recent} times within three minutes and is left alone now.`);
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    });
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
