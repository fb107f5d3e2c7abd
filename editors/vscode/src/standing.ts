import * as vscode from "vscode";
import type { Client } from "./client";

/** The answers of the server, as docs/editors.md describes them. */
export interface WorkPacket {
  id: string;
  uri: string | null;
  what: string | null;
  stage: { name: string; why: string; next: string | null; todo: string } | null;
  status: string | null;
  board: string | null;
  waitsFor: { id: string; state: string; isOpen: boolean }[];
  missing: string[];
  errors: number;
  findings: number;
  age: { days: number; limit: number; isLate: boolean } | null;
}

export interface Section {
  name: string;
  packets: WorkPacket[];
}

export interface Root {
  uri: string;
  name: string;
  sections: Section[];
}

/** News come in bursts while somebody types. */
const REST_MS = 250;

/** Where work packets stand. The server is asked when it says that something changed, and only about what is looked at. */
export class Standing implements vscode.Disposable {
  roots: Root[] = [];
  /** The work packet of the active editor. */
  current: WorkPacket | undefined;

  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private client: Client | undefined;
  private isTreeVisible = false;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private readonly following: vscode.Disposable;

  constructor() {
    this.following = vscode.window.onDidChangeActiveTextEditor(() => this.soon(0));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.following.dispose();
    this.changed.dispose();
  }

  /** From now on this server is asked; without one nothing is known. */
  follow(client: Client | undefined): void {
    this.client = client;
    client?.onNotification("taskpacket/workPacketsChanged", () => this.soon(REST_MS));
    this.soon(0);
  }

  showTree(isVisible: boolean): void {
    this.isTreeVisible = isVisible;
    if (isVisible) this.soon(0);
  }

  /** Every work packet there is, as of now. */
  async all(): Promise<WorkPacket[]> {
    const answer = await this.request<{ roots: Root[] }>("taskpacket/workPackets", {});
    return (answer?.roots ?? []).flatMap((root) => root.sections).flatMap((section) => section.packets);
  }

  /** The work packet of the active editor, as of now. */
  async ofEditor(): Promise<WorkPacket | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "markdown" || document.uri.scheme !== "file") return undefined;
    const textDocument = { uri: document.uri.toString() };
    return (await this.request<WorkPacket | null>("taskpacket/status", { textDocument })) ?? undefined;
  }

  private soon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), ms);
  }

  private async ask(): Promise<void> {
    const turn = ++this.asked;
    const [roots, current] = await Promise.all([this.askForAll(), this.ofEditor()]);
    // An answer that was overtaken is older than what is shown.
    if (turn !== this.asked) return;
    this.roots = roots;
    this.current = current;
    this.changed.fire();
  }

  private async askForAll(): Promise<Root[]> {
    if (!this.isTreeVisible) return this.client === undefined ? [] : this.roots;
    return (await this.request<{ roots: Root[] }>("taskpacket/workPackets", {}))?.roots ?? [];
  }

  private async request<T>(method: string, params: object): Promise<T | undefined> {
    const client = this.client;
    if (client === undefined) return undefined;
    try {
      return await client.sendRequest<T>(method, params);
    } catch (error) {
      // A server that is about to end, or one that is older than this extension.
      client.warn(`${method}: ${String(error)}`);
      return undefined;
    }
  }
}

/** What is in a packet's way, or what it is ready for. */
export function readiness(packet: WorkPacket): string {
  return packet.missing.length === 0 ? "nothing in the way" : packet.missing.join(", ");
}

/** All that is known of a packet. */
export function card(packet: WorkPacket): vscode.MarkdownString {
  const rows: [string, string][] = [
    ["Stage", packet.stage === null ? "unknown" : `${packet.stage.name}: ${packet.stage.why}`],
    ["Status", packet.status ?? "no packet yet"],
    ["Task board", packet.board ?? "not listed"],
    ["Findings", `${packet.findings} (${packet.errors} errors)`],
    ["In the way", packet.missing.length === 0 ? "nothing" : packet.missing.join(", ")],
  ];
  if (packet.stage?.next != null) rows.push(["Next", `${packet.stage.next}: ${packet.stage.todo}`]);
  if (packet.age !== null) rows.push(["Work days in this state", `${packet.age.days} of ${packet.age.limit}`]);
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`**${packet.id}**\n\n`);
  // What a packet says is text, not Markdown of ours.
  if (packet.what !== null) text.appendText(packet.what).appendMarkdown("\n\n");
  text.appendMarkdown("| | |\n|---|---|\n");
  for (const [name, value] of rows) text.appendMarkdown(`| ${name} | ${value.replace(/[|\\`*_<[\]]/g, "\\$&")} |\n`);
  return text;
}
