// A copy of the demo workspace with one packet more, WP-1-Draft, which is not signed and lacks fields.
"use strict";
const assert = require("assert");
const { execFileSync } = require("child_process");
const path = require("path");
const vscode = require("vscode");
const { ID, at, code, codes, replace, show, until } = require("./helpers.js");

const DRAFT = ".GOV/task_packets/WP-1-Draft.md";
const PACKET = ".GOV/task_packets/WP-1-Tag-Search.md";

exports.tests = (folder) => {
  let api;
  return [
    ["a workspace with .GOV activates the extension", async () => {
      const extension = await until("active", () => {
        const found = vscode.extensions.getExtension(ID);
        return found && found.isActive && found;
      });
      api = extension.exports;
      await until("a running server", () => api.isRunning());
    }],
    ["the bundled server is used; the workspace cannot name another", async () => {
      const settings = vscode.workspace.getConfiguration("taskpacket").inspect("server.path");
      assert.strictEqual(vscode.workspace.getConfiguration("taskpacket").get("server.path"), "", JSON.stringify(settings));
      const extension = vscode.extensions.getExtension(ID);
      assert.strictEqual(api.server().path, path.join(extension.extensionPath, "server", "taskpacket"));
    }],
    ["findings arrive with their codes", async () => {
      const document = await show(folder, DRAFT);
      const found = await until("findings", () => {
        const list = vscode.languages.getDiagnostics(document.uri);
        return list.some((one) => code(one) === "scope-why-missing") && list;
      });
      assert.ok(found.every((one) => one.source === "taskpacket" && /^[a-z-]+$/.test(code(one))), JSON.stringify(found));
    }],
    ["findings follow an edit that is not saved", async () => {
      const document = await show(folder, PACKET);
      const before = codes(document.uri).filter((one) => one.startsWith("status-"));
      assert.deepStrictEqual(before, []);
      await replace(document, "**Status:** In Progress", "**Status:** Wandering");
      await until("a finding about the status", () => codes(document.uri).some((one) => one.startsWith("status-")));
      assert.ok(document.isDirty);
      await replace(document, "**Status:** Wandering", "**Status:** In Progress");
      await until("no finding about the status", () => !codes(document.uri).some((one) => one.startsWith("status-")));
    }],
    ["an anchor leads into the specification", async () => {
      const document = await show(folder, PACKET);
      const places = await vscode.commands.executeCommand(
        "vscode.executeDefinitionProvider", document.uri, at(document, "4.1.1 (Tag Names)"));
      const place = places.find((one) => (one.uri || one.targetUri).fsPath.endsWith("Fieldbook_Master_Spec_v01.004.md"));
      assert.ok(place, JSON.stringify(places));
      const spec = await vscode.workspace.openTextDocument(place.uri || place.targetUri);
      const line = (place.range || place.targetRange).start.line;
      assert.ok(spec.lineAt(line).text.includes("4.1.1"), spec.lineAt(line).text);
    }],
    ["hovering an id says where the packet stands", async () => {
      const document = await show(folder, PACKET);
      const hovers = await vscode.commands.executeCommand(
        "vscode.executeHoverProvider", document.uri, at(document, "WP-1-Tag-Search", 4));
      const said = hovers.flatMap((hover) => hover.contents.map((part) => part.value ?? part)).join("\n");
      assert.ok(said.includes("In Progress"), said);
    }],
    ["the outline has the packet's sections", async () => {
      const document = await show(folder, PACKET);
      const symbols = await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
      const names = JSON.stringify(symbols.map((one) => [one.name, (one.children || []).map((child) => child.name)]));
      assert.ok(names.includes("METADATA") && names.includes("BOOTSTRAP"), names);
    }],
    ["a missing field is inserted by a quick fix", async () => {
      const document = await show(folder, DRAFT);
      // Findings of a file that no tab shows are let go of, so they may have to come anew.
      const finding = await until("the finding", () =>
        vscode.languages.getDiagnostics(document.uri).find((one) => code(one) === "scope-why-missing"));
      const actions = await vscode.commands.executeCommand(
        "vscode.executeCodeActionProvider", document.uri, finding.range, "quickfix");
      const insert = actions.find((action) => action.title === "Insert Why");
      assert.ok(insert && insert.edit, JSON.stringify(actions.map((action) => action.title)));
      assert.ok(await vscode.workspace.applyEdit(insert.edit));
      assert.ok(document.getText().includes("- Why: <fill: the reason>"), document.getText());
      // A placeholder says nothing yet.
      await replace(document, "<fill: the reason>", "Notes differ between devices.");
      await until("the finding is gone", () => !codes(document.uri).includes("scope-why-missing"));
    }],
    ["`fixAll` writes the status as the protocol spells it", async () => {
      const document = await show(folder, DRAFT);
      await replace(document, "**Status:** In Progress", "**Status:** ready-for-dev");
      await until("a finding about the spelling", () => codes(document.uri).some((one) => one.startsWith("status-")));
      await vscode.commands.executeCommand("taskpacket.fixAll");
      await until("Ready for Dev", () => document.getText().includes("**Status:** Ready for Dev"));
    }],
    ["`openBoard` shows the task board", async () => {
      await vscode.commands.executeCommand("taskpacket.openBoard");
      const shown = vscode.window.activeTextEditor.document.uri.fsPath;
      assert.strictEqual(shown, path.join(folder, ".GOV/roles_shared/TASK_BOARD.md"));
    }],
    ["`showLog` and `restart`: another server, and findings again", async () => {
      const document = await show(folder, DRAFT);
      const before = api.starts();
      await vscode.commands.executeCommand("taskpacket.showLog");
      // Two at once stand in line.
      await Promise.all([1, 2].map(() => vscode.commands.executeCommand("taskpacket.restart")));
      assert.strictEqual(api.starts(), before + 2);
      assert.ok(api.isRunning());
      await until("findings after the restart", () => codes(document.uri).length > 0);
      await replace(document, "**Status:** Ready for Dev", "**Status:** Wandering");
      await until("it listens", () => codes(document.uri).some((one) => one.startsWith("status-")));
    }],
    ["a server that ends by itself is started again", async () => {
      const document = await show(folder, DRAFT);
      const before = api.starts();
      const own = execFileSync("pgrep", ["-P", String(process.pid), "-x", "taskpacket"]).toString().trim().split("\n");
      assert.strictEqual(own.length, 1, `one server: ${own}`);
      process.kill(Number(own[0]), "SIGKILL");
      await until("another start", () => api.starts() === before + 1 && api.isRunning());
      await until("findings", () => codes(document.uri).some((one) => one.startsWith("status-")));
    }],
    ["a mistake in taskpacket.toml is a finding", async () => {
      const document = await show(folder, "taskpacket.toml");
      await replace(document, "file-prefix", "file-prefx");
      await document.save();
      await until("a finding", () => codes(document.uri).includes("config"));
      await replace(document, "file-prefx", "file-prefix");
      await document.save();
      await until("no finding", () => codes(document.uri).length === 0);
      await show(folder, DRAFT);
    }],
  ];
};
