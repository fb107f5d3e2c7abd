// A workspace file with one folder; a second one is added while it runs.
"use strict";
const assert = require("assert");
const path = require("path");
const vscode = require("vscode");
const { ID, codes, processes, show, until } = require("./helpers.js");

const DRAFT = ".GOV/task_packets/WP-1-Draft.md";

exports.tests = (folder) => [
  ["a second folder has its findings, its tree and the same server", async () => {
    const api = (await until("active", () => {
      const found = vscode.extensions.getExtension(ID);
      return found && found.isActive && found;
    })).exports;
    await until("a running server", () => api.isRunning());
    const first = await show(folder, DRAFT);
    await until("findings of the first", () => codes(first.uri).length > 0);
    const other = path.join(path.dirname(folder), "gov-only");
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: vscode.Uri.file(other) }));
    await until("two folders", () => vscode.workspace.workspaceFolders.length === 2);
    const second = await show(other, DRAFT);
    await until("findings of the second", () => codes(second.uri).length > 0);
    await vscode.commands.executeCommand("taskpacket.workPackets.focus");
    await until("both roots", () => api.standing().roots.map((root) => root.name).sort().join() === "gov-only,two");
    assert.strictEqual(processes().length, 1);
    // Not before the first change is through.
    await until("it may go", () => vscode.workspace.updateWorkspaceFolders(1, 1));
    await until("one root", () => api.standing().roots.map((root) => root.name).join() === "two");
    assert.deepStrictEqual(vscode.languages.getDiagnostics(second.uri), []);
  }],
];
