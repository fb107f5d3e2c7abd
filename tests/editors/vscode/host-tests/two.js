// A workspace file with one folder, in which only .GOV with one packet is; a second folder is added while it runs.
"use strict";
const assert = require("assert");
const path = require("path");
const vscode = require("vscode");
const { active, codes, processes, show, until } = require("./helpers.js");

const DRAFT = ".GOV/task_packets/WP-1-Draft.md";

exports.tests = (folder) => [
  [".GOV alone activates the extension", async () => {
    const api = await active();
    await until("a running server", () => api.isRunning());
    const document = await show(folder, DRAFT);
    await until("findings", () => codes(document.uri).length > 0);
  }],
  ["a second folder has its findings, its tree and the same server", async () => {
    const api = await active();
    const first = await show(folder, DRAFT);
    await until("findings of the first", () => codes(first.uri).length > 0);
    const other = path.join(path.dirname(folder), "second");
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: vscode.Uri.file(other) }));
    await until("two folders", () => vscode.workspace.workspaceFolders.length === 2);
    const second = await show(other, DRAFT);
    await until("findings of the second", () => codes(second.uri).length > 0);
    await vscode.commands.executeCommand("taskpacket.workPackets.focus");
    await until("both roots", () => api.standing().roots.map((root) => root.name).sort().join() === "gov-only,second");
    assert.strictEqual(processes().length, 1);
    // Not before the first change is through.
    await until("it may go", () => vscode.workspace.updateWorkspaceFolders(1, 1));
    await until("one root", () => api.standing().roots.map((root) => root.name).join() === "gov-only");
    await until("its findings are gone", () => vscode.languages.getDiagnostics(second.uri).length === 0);
  }],
];
