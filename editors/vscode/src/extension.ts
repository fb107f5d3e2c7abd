import * as vscode from "vscode";
import type { Client } from "./client";
import { register } from "./commands";
import { asked } from "./create";
import { find, probe, type Found } from "./server";
import { Standing } from "./standing";
import * as status from "./status";
import * as tree from "./tree";

const MOST_CRASHES = 3;
const WITHIN_MS = 3 * 60 * 1000;

/** What the extension's own tests look at. */
export interface Api {
  server(): Found | undefined;
  isRunning(): boolean;
  /** How often a server was started since the window opened. */
  starts(): number;
  standing(): Standing;
}

let client: Client | undefined;
let found: Found | undefined;
let starts = 0;
let crashes: number[] = [];
let log: vscode.LogOutputChannel;
let standing: Standing;
/** Restarts stand in line: there is never more than one server. */
let line: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  log = vscode.window.createOutputChannel("Task Packets", { log: true });
  standing = new Standing();
  const again = () => restart(context);
  context.subscriptions.push(
    log,
    standing,
    ...register(log, again),
    ...tree.register(standing),
    ...status.register(standing),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("taskpacket.server.path")) void again();
      else if (event.affectsConfiguration("taskpacket") && client?.isRunning()) void client.configure();
    }),
  );
  void vscode.commands.executeCommand("setContext", "taskpacket.active", true);
  // The window does not wait for the server.
  void again();
  return {
    server: () => found,
    isRunning: () => client?.isRunning() ?? false,
    starts: () => starts,
    standing: () => standing,
  };
}

export async function deactivate(): Promise<void> {
  await line;
  await stop();
}

/** The one way to a running server: the first start goes through here too. */
function restart(context: vscode.ExtensionContext): Promise<void> {
  line = line.then(async () => {
    await stop();
    try {
      await start(context);
    } catch (error) {
      const said = reason(error);
      log.error(said);
      void complain(`Task Packets: ${said}`);
    }
  });
  return line;
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  found = undefined;
  const server = await find({
    setting: vscode.workspace.getConfiguration("taskpacket").get<string>("server.path", ""),
    environment: process.env,
    extensionPath: context.extensionPath,
  });
  log.info(`server: ${server.path} (${server.why})`);
  log.info(`it says: ${await probe(server)}`);
  // The language client is most of the extension's code: it is read when it is needed, not while the window starts.
  const { Client } = await import("./client.js");
  const next = new Client(server, log, (ended) => {
    // One that was stopped on purpose is not ours any more.
    if (ended === client) crashed(context);
  }, (command) => asked(command, standing));
  client = next;
  try {
    await next.start();
  } catch (error) {
    throw new Error(`\`${server.path}\` (${server.why}) did not get ready: ${reason(error)}.`);
  }
  found = server;
  starts += 1;
  standing.follow(next);
}

/** A server that ended by itself is started again, but not for ever. */
function crashed(context: vscode.ExtensionContext): void {
  const now = Date.now();
  crashes = [...crashes.filter((then) => now - then < WITHIN_MS), now];
  if (crashes.length <= MOST_CRASHES) {
    void restart(context);
  } else {
    void complain(`Task Packets: the server ended ${crashes.length} times within three minutes and is left alone now.`);
  }
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  standing.follow(undefined);
  if (old === undefined) return;
  try {
    await old.dispose();
  } catch (error) {
    log.warn(`the server did not stop in order: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function complain(message: string): Promise<void> {
  const open = "Open Setting";
  const show = "Show Log";
  const chosen = await vscode.window.showErrorMessage(message, open, show);
  if (chosen === open) {
    // The setting belongs to the machine that the server runs on.
    const where = vscode.env.remoteName === undefined ? "openSettings" : "openRemoteSettings";
    await vscode.commands.executeCommand(`workbench.action.${where}`, { query: "taskpacket.server.path" });
  } else if (chosen === show) {
    log.show();
  }
}
