import * as vscode from "vscode";
import type { Standing, WorkPacket } from "./standing";

const WHAT = new Map([
  ["taskpacket.newPacket", "packet"],
  ["taskpacket.newStub", "stub"],
  ["taskpacket.newRefinement", "refinement"],
  ["taskpacket.newRevision", "revision"],
]);

/** What a command of the server is to be run with, asked of the user; `undefined` where they thought better of it. */
export async function asked(command: string, standing: Standing): Promise<object | undefined> {
  const what = WHAT.get(command);
  if (what === undefined) return {};
  const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const known = await standing.all();
  const wpId = await vscode.window.showInputBox({
    title: `New ${what}`,
    prompt: what === "revision" ? "The packet that it revises" : "The id of the work packet",
    placeHolder: "WP-1-Note-Sync",
    value: what === "stub" ? "WP-1-" : (standing.current?.id ?? "WP-1-"),
    validateInput: (id) => trouble(id, what, known),
  });
  return wpId === undefined ? undefined : { uri: uri?.toString(), wpId };
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
