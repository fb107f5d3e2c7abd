import * as vscode from "vscode";
import { card, readiness, type Standing, type WorkPacket } from "./standing";

/** The stage and readiness of the packet in the active editor. */
export function register(standing: Standing): vscode.Disposable[] {
  const item = vscode.window.createStatusBarItem("taskpacket.status", vscode.StatusBarAlignment.Left, 50);
  item.name = "Work Packet";
  item.command = "taskpacket.showStatus";
  const show = () => {
    const packet = standing.current;
    if (packet === undefined) return item.hide();
    item.text = `$(${packet.missing.length === 0 ? "pass" : "checklist"}) ${stage(packet)}: ${short(packet)}`;
    item.tooltip = card(packet);
    item.accessibilityInformation = { label: `${packet.id}, stage ${stage(packet)}, ${readiness(packet)}` };
    item.show();
  };
  return [
    item,
    standing.onDidChange(show),
    vscode.commands.registerCommand("taskpacket.showStatus", () => showStatus(standing.current)),
  ];
}

function stage(packet: WorkPacket): string {
  return packet.stage?.name ?? "unknown";
}

/** What is in the way, in the room that a status bar has. */
function short({ missing }: WorkPacket): string {
  const [first] = missing;
  if (first === undefined) return "ready";
  return missing.length === 1 ? first : `${first} +${missing.length - 1}`;
}

/** Everything known of a packet as a list to choose from: each line leads on. */
async function showStatus(packet: WorkPacket | undefined): Promise<void> {
  if (packet === undefined) {
    void vscode.window.showInformationMessage("No task packet, refinement or stub is shown.");
    return;
  }
  type Line = vscode.QuickPickItem & { run?: () => Thenable<unknown> };
  const run = (command: string, ...args: unknown[]) => () => vscode.commands.executeCommand(command, ...args);
  const lines: Line[] = [
    { label: `$(milestone) ${stage(packet)}`, description: packet.stage?.why },
    { label: `$(project) ${packet.board ?? "not on the board"}`, description: "opens the task board", run: run("taskpacket.openBoard") },
    {
      label: `$(warning) ${packet.findings} findings`,
      description: `${packet.errors} errors; opens the list of problems`,
      run: run("workbench.actions.view.problems"),
    },
    ...packet.missing.map((why): Line => ({ label: `$(circle-slash) ${why}` })),
  ];
  if (packet.stage?.next != null) lines.splice(1, 0, { label: `$(arrow-right) ${packet.stage.next}`, description: packet.stage.todo });
  if (packet.uri !== null) {
    const uri = vscode.Uri.parse(packet.uri, true);
    lines.push({ label: "$(go-to-file) Open", description: vscode.workspace.asRelativePath(uri), run: run("vscode.open", uri) });
  }
  const options = { title: packet.id, placeHolder: packet.what ?? readiness(packet) };
  await (await vscode.window.showQuickPick(lines, options))?.run?.();
}
