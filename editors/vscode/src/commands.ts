import * as vscode from "vscode";
import { boardPath } from "./board";

export function register(log: vscode.LogOutputChannel, restart: () => Promise<void>): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand("taskpacket.restart", restart),
    vscode.commands.registerCommand("taskpacket.showLog", () => log.show()),
    vscode.commands.registerCommand("taskpacket.fixAll", fixAll),
    vscode.commands.registerCommand("taskpacket.openBoard", openBoard),
  ];
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: "source.fixAll.taskpacket",
    apply: "first",
  });
}

/** The board of the folder that the active file lies in; else the first folder that has one. */
async function openBoard(): Promise<void> {
  const folders = [...(vscode.workspace.workspaceFolders ?? [])];
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  if (own) folders.unshift(own);
  let missing = "";
  for (const folder of folders) {
    const board = vscode.Uri.joinPath(folder.uri, boardPath(await settings(folder)));
    try {
      await vscode.workspace.fs.stat(board);
    } catch {
      missing ||= vscode.workspace.asRelativePath(board, folders.length > 1);
      continue;
    }
    await vscode.window.showTextDocument(board);
    return;
  }
  void vscode.window.showInformationMessage(
    missing === "" ? "No folder is open." : `There is no task board: ${missing} does not exist.`,
  );
}

async function settings(folder: vscode.WorkspaceFolder): Promise<string> {
  try {
    const file = vscode.Uri.joinPath(folder.uri, "taskpacket.toml");
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return "";
  }
}
