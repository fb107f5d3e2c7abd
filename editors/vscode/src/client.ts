import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type DocumentSelector,
} from "vscode-languageclient/node";
import type { Found } from "./server";

/** VS Code knows no language "toml" by itself, so the settings file is named. */
const DOCUMENTS: DocumentSelector = [
  { scheme: "file", language: "markdown" },
  { scheme: "file", language: "json" },
  { scheme: "file", pattern: "**/taskpacket.toml" },
];

/** A language client that leaves messages on the screen, and starting anew, to the extension. */
export class Client extends LanguageClient {
  /** `ended` is called where a running server ends by itself. */
  constructor(server: Found, log: LogOutputChannel, ended: (client: Client) => void) {
    // Standard input and output; naming that transport would add an argument to the command.
    const run = { command: server.path, args: ["server"] };
    super("taskpacket", "Task Packets", run, {
      documentSelector: DOCUMENTS,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true, message: "The server ended." }),
      },
    });
    this.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running && newState === State.Stopped) ended(this);
    });
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
