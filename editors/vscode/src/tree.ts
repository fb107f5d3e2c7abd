import * as vscode from "vscode";
import { card, type Root, type Section, type Standing, type WorkPacket } from "./standing";

type Node =
  | { kind: "root"; root: Root }
  | { kind: "section"; section: Section; root: string }
  | { kind: "packet"; packet: WorkPacket; section: string; root: string }
  | { kind: "blocker"; id: string; state: string; isOpen: boolean; packet: WorkPacket | undefined };

/** Sections that nobody works in. */
const CLOSED = /^(Done|Superseded|Stub Backlog)/;

/** Work packets by board section; a packet's children are what it waits for. */
class Tree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly standing: Standing) {
    standing.onDidChange(() => this.changed.fire());
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined: {
        const roots = this.standing.roots.filter((root) => root.sections.length > 0);
        const [only] = roots;
        return only !== undefined && roots.length === 1 ? sections(only) : roots.map((root) => ({ kind: "root", root }));
      }
      case "root":
        return sections(node.root);
      case "section":
        return node.section.packets.map((packet) => ({ kind: "packet", packet, section: node.section.name, root: node.root }));
      case "packet":
        return node.packet.waitsFor.map((blocker) => ({ kind: "blocker", ...blocker, packet: this.find(node.root, blocker.id) }));
      case "blocker":
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case "root": {
        const item = new vscode.TreeItem(node.root.name, Expanded);
        item.id = node.root.uri;
        item.iconPath = vscode.ThemeIcon.Folder;
        return item;
      }
      case "section": {
        const item = new vscode.TreeItem(node.section.name, CLOSED.test(node.section.name) ? Collapsed : Expanded);
        item.id = `${node.root}#${node.section.name}`;
        item.description = String(node.section.packets.length);
        return item;
      }
      case "packet": {
        const item = packetItem(node.packet, node.packet.waitsFor.length === 0 ? None : Collapsed);
        item.id = `${node.root}#${node.section}#${node.packet.id}`;
        return item;
      }
      case "blocker": {
        const item = new vscode.TreeItem(`waits for ${node.id}`, None);
        item.description = node.state;
        item.iconPath = new vscode.ThemeIcon(node.isOpen ? "circle-slash" : "pass");
        if (node.packet !== undefined) open(item, node.packet);
        return item;
      }
    }
  }

  private find(root: string, id: string): WorkPacket | undefined {
    const here = this.standing.roots.find((other) => other.uri === root);
    return here?.sections.flatMap((section) => section.packets).find((packet) => packet.id === id);
  }
}

export function register(standing: Standing): vscode.Disposable[] {
  const view = vscode.window.createTreeView("taskpacket.workPackets", { treeDataProvider: new Tree(standing) });
  standing.showTree(view.visible);
  return [view, view.onDidChangeVisibility(({ visible }) => standing.showTree(visible))];
}

function sections(root: Root): Node[] {
  return root.sections.map((section) => ({ kind: "section", section, root: root.uri }));
}

function packetItem(packet: WorkPacket, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(packet.id, state);
  const parts = [packet.stage?.name ?? "unknown"];
  const blocked = packet.waitsFor.filter((blocker) => blocker.isOpen).length;
  if (blocked > 0) parts.push(`waits for ${blocked}`);
  if (packet.findings > 0) parts.push(`${packet.findings} ${packet.findings === 1 ? "finding" : "findings"}`);
  if (packet.age?.isLate) parts.push(`${packet.age.days} work days`);
  item.description = parts.join(" \u00b7 ");
  item.tooltip = card(packet);
  item.iconPath = icon(packet);
  item.contextValue = packet.uri === null ? undefined : "packet";
  open(item, packet);
  return item;
}

function open(item: vscode.TreeItem, packet: WorkPacket): void {
  if (packet.uri === null) return;
  item.resourceUri = vscode.Uri.parse(packet.uri, true);
  item.command = { command: "vscode.open", title: "Open", arguments: [item.resourceUri] };
}

/** Red where a state has lasted too long, yellow near it; errors are told by the shape. */
function icon(packet: WorkPacket): vscode.ThemeIcon {
  const shape = packet.errors > 0 ? "error" : packet.missing.length > 0 ? "circle-outline" : "circle-filled";
  const { age } = packet;
  if (age === null) return new vscode.ThemeIcon(shape);
  const colour = age.isLate ? "charts.red" : age.days * 5 >= age.limit * 4 ? "charts.yellow" : "charts.green";
  return new vscode.ThemeIcon(shape, new vscode.ThemeColor(colour));
}
