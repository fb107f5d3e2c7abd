import { env, window, workspace, type LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  type DocumentSelector,
  type FeatureState,
  type StaticFeature,
} from "vscode-languageclient/node";
import type { Found } from "./server";

/** VS Code knows no language "toml" by itself, so the settings file is named. */
const DOCUMENTS: DocumentSelector = [
  { scheme: "file", language: "markdown" },
  { scheme: "file", language: "json" },
  { scheme: "file", pattern: "**/taskpacket.toml" },
];

/** The settings of taskpacket.toml that the editor has; those that say nothing are left out by the server. */
function settings(): Record<string, unknown> {
  const { server: _server, trace: _trace, ...shared } = { ...workspace.getConfiguration("taskpacket") };
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => typeof value !== "function"));
}

/** What a command answers that writes a message. */
interface Text {
  title: string;
  text: string;
}

function isText(answer: unknown): answer is Text {
  const { title, text } = (answer ?? {}) as Partial<Text>;
  return typeof title === "string" && typeof text === "string";
}

/** The server shows no message that the clipboard is to have. */
const TAKES_TEXTS: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...capabilities.experimental, taskpacketTexts: true };
  },
  initialize: () => undefined,
  getState: (): FeatureState => ({ kind: "static" }),
  clear: () => undefined,
};

async function copy({ title, text }: Text): Promise<void> {
  await env.clipboard.writeText(text);
  const show = "Show It";
  void window.showInformationMessage(`Copied: ${title}.`, show).then(async (chosen) => {
    if (chosen === show) await window.showTextDocument(await workspace.openTextDocument({ content: text }));
  });
}

/** A language client that leaves messages on the screen, and starting anew, to the extension. */
export class Client extends LanguageClient {
  /**
   * `ended` is called where a running server ends by itself; `asked` gives the argument of a command that was started
   * without one, or `undefined` where it is not to be run.
   */
  constructor(
    server: Found,
    log: LogOutputChannel,
    ended: (client: Client) => void,
    asked: (command: string) => Promise<object | undefined>,
  ) {
    // Standard input and output; naming that transport would add an argument to the command.
    const run = { command: server.path, args: ["server"] };
    super("taskpacket", "Task Packets", run, {
      documentSelector: DOCUMENTS,
      initializationOptions: settings(),
      outputChannel: log,
      middleware: {
        executeCommand: async (command, given: unknown[], next) => {
          const argument = given.length > 0 ? given[0] : await asked(command);
          if (argument === undefined) return undefined;
          try {
            const answer: unknown = await next(command, [argument]);
            if (isText(answer)) await copy(answer);
            return answer;
          } catch (error) {
            // What the server refuses it explains.
            void window.showWarningMessage(error instanceof Error ? error.message : String(error));
            return undefined;
          }
        },
      },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true, message: "The server ended." }),
      },
    });
    this.registerFeature(TAKES_TEXTS);
    this.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running && newState === State.Stopped) ended(this);
    });
  }

  /** What is checked follows the editor's settings without a restart. */
  async configure(): Promise<void> {
    await this.sendNotification("workspace/didChangeConfiguration", { settings: { taskpacket: settings() } });
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
