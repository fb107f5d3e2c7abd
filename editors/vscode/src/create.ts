import * as vscode from "vscode";
import type { Standing, WorkPacket } from "./standing";

const WHAT = new Map([
  ["taskpacket.newPacket", "packet"],
  ["taskpacket.newStub", "stub"],
  ["taskpacket.newRefinement", "refinement"],
  ["taskpacket.newRevision", "revision"],
]);

/** What a command of the server is to be run with. */
interface Argument {
  /** A file or folder of the workspace that is meant. */
  uri: string | undefined;
  wpId: string;
}

/** The argument of a command, asked of the user; `undefined` where they thought better of it. */
export async function asked(command: string, standing: Standing): Promise<Argument | undefined> {
  const what = WHAT.get(command);
  if (what === undefined) return chosen(standing);
  const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const wpId = await named(what, standing);
  return wpId === undefined ? undefined : { uri: uri?.toString(), wpId };
}

/** The work packet of the editor; where it shows none, one of those that have a packet. */
async function chosen(standing: Standing): Promise<Argument | undefined> {
  const current = await standing.ofEditor();
  if (current !== undefined) return { uri: vscode.window.activeTextEditor?.document.uri.toString(), wpId: current.id };
  const items = (await standing.all()).flatMap(({ id, uri, stage, what }) =>
    uri === null || kind(uri) !== "packet" ? [] : [{ label: id, description: stage?.name, detail: what ?? undefined, uri }],
  );
  const item = await vscode.window.showQuickPick(items, { placeHolder: "Which work packet?" });
  return item === undefined ? undefined : { uri: item.uri, wpId: item.label };
}

async function named(what: string, standing: Standing): Promise<string | undefined> {
  const known = await standing.all();
  return vscode.window.showInputBox({
    title: `New ${what}`,
    prompt: what === "revision" ? "The packet that it revises" : "The id of the work packet",
    placeHolder: "WP-1-Note-Sync",
    value: what === "stub" ? "WP-1-" : (standing.current?.id ?? "WP-1-"),
    validateInput: (id) => trouble(id, what, known),
  });
}

/** What is wrong with an id while it is typed; the server has the last word. */
export function trouble(id: string, what: string, known: readonly WorkPacket[]): string | undefined {
  if (!/^WP-[1-9]-[A-Za-z0-9]/.test(id)) return "An id is WP-, the phase and a name, as in WP-1-Note-Sync.";
  if (!/^WP-[1-9]-[A-Za-z0-9][A-Za-z0-9.]*(-[A-Za-z0-9.]+)*$/.test(id)) return "A name has letters and digits, with single hyphens between them.";
  if (/-(19|20)\d{6}(-|$)/.test(id)) return "Ids have no dates; a second attempt is called -v2.";
  const same = known.find((packet) => packet.id.toLowerCase() === id.toLowerCase() && packet.uri !== null);
  if (what === "revision") return same === undefined ? `There is no ${id} to revise.` : undefined;
  const there = same?.uri == null ? undefined : kind(same.uri);
  const isTaken = there === what || (there === "packet" && what === "stub");
  return isTaken ? `There is a ${there} ${same?.id} already.` : undefined;
}

function kind(uri: string): string {
  if (uri.includes("/stubs/")) return "stub";
  return uri.includes("/refinements/") ? "refinement" : "packet";
}
