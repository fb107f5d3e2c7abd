// A copy of the demo workspace with one packet more, WP-1-Draft, which is not signed and lacks fields.
"use strict";
const assert = require("assert");
const path = require("path");
const vscode = require("vscode");
const { ID, active, at, code, codes, looked, processes, processor, quiet, replace, show, until } = require("./helpers.js");

const DRAFT = ".GOV/task_packets/WP-1-Draft.md";
const REVISION = ".GOV/task_packets/WP-1-Note-Sync-v2.md";
const PACKET = ".GOV/task_packets/WP-1-Tag-Search.md";

async function insert(document, line, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

exports.tests = (folder) => {
  let api;
  return [
    ["a workspace with .GOV activates the extension", async () => {
      api = await active();
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
    ["in the broken packet each mark lies on the words that are wrong", async () => {
      const document = await show(folder, ".GOV/task_packets/WP-1-Export-Bundle.md");
      const marked = () => vscode.languages.getDiagnostics(document.uri).map((one) => `${code(one)}: ${document.getText(one.range)}`);
      const wanted = ["status-spelling: In-Progress", "dependency-unknown-wp: WP-1-Zip-Library", "signature-reused: mara040320261415"];
      await until(wanted.join(", "), () => wanted.every((one) => marked().includes(one)));
      const said = vscode.languages.getDiagnostics(document.uri).map((one) => one.message);
      assert.ok(said.includes("`In-Progress` is spelled `In Progress`"), said.join("\n"));
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
    ["`insertLineageAudit` writes the audit of the revision in the editor", async () => {
      const document = await show(folder, REVISION);
      // What is signed is left alone.
      await replace(document, /USER_SIGNATURE: \w+/.exec(document.getText())[0], "USER_SIGNATURE: <pending>");
      const text = document.getText();
      const start = text.indexOf("## LINEAGE_AUDIT");
      const end = text.indexOf("\n## ", start) + 1;
      await replace(document, end > 0 ? text.slice(start, end) : text.slice(start), "");
      await until("it is missed", () => codes(document.uri).includes("lineage-missing"));
      await vscode.commands.executeCommand("taskpacket.insertLineageAudit");
      await until("the audit", () => document.getText().includes("## LINEAGE_AUDIT"));
      await until("nothing is missed", () => !codes(document.uri).includes("lineage-missing"));
    }],
    ["`handoffMessage` copies the message of the packet in the editor", async () => {
      await show(folder, REVISION);
      await vscode.env.clipboard.writeText("nothing");
      await vscode.commands.executeCommand("taskpacket.handoffMessage");
      const copied = await vscode.env.clipboard.readText();
      assert.ok(copied.startsWith("Task Packet: .GOV/task_packets/WP-1-Note-Sync-v2.md\nWP_ID: WP-1-Note-Sync-v2\n"), copied);
      // The page is looked at for complaints later; this word about it is none.
      await vscode.commands.executeCommand("notifications.clearAll");
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
      await replace(document, "**Status:** In Progress", "**Status:** Wandering");
      await until("it listens", () => codes(document.uri).some((one) => one.startsWith("status-")));
    }],
    ["a server that ends by itself is started again", async () => {
      const document = await show(folder, DRAFT);
      await replace(document, "**Status:** In Progress", "**Status:** Wandering");
      const before = api.starts();
      const own = processes();
      assert.strictEqual(own.length, 1, `one server: ${own}`);
      process.kill(own[0], "SIGKILL");
      await until("another start", () => api.starts() === before + 1 && api.isRunning());
      await until("findings", () => codes(document.uri).some((one) => one.startsWith("status-")));
    }],
    ["completion of a SPEC_ANCHOR offers sections of the Main Body only", async () => {
      const document = await show(folder, DRAFT);
      await insert(document, document.lineCount, "\n## AUTHORITY\n- SPEC_ANCHOR: \n");
      const end = document.lineAt(document.lineCount - 2).range.end;
      const list = await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, end);
      const sections = list.items.filter((item) => item.kind === vscode.CompletionItemKind.Reference);
      const chapters = new Set(sections.map((item) => /(\d+)/.exec(item.label.label ?? item.label)[1]));
      assert.ok(sections.length > 5, `${list.items.length} items, ${sections.length} sections`);
      for (const other of ["7", "8"]) assert.ok(!chapters.has(other), `chapter ${other} is no Main Body: ${[...chapters]}`);
    }],
    ["a signature that is typed a second time marks both packets", async () => {
      const first = await show(folder, ".GOV/task_packets/WP-1-Note-Sync-v2.md");
      const signature = /USER_SIGNATURE: (\w+)/.exec(first.getText())[1];
      assert.ok(!codes(first.uri).includes("signature-reused"));
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path.join(folder, DRAFT)));
      await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
      await insert(document, 3, `- USER_SIGNATURE: ${signature}\n`);
      await until("both are marked", () => [first, document].every((one) => codes(one.uri).includes("signature-reused")));
      await replace(document, `- USER_SIGNATURE: ${signature}\n`, "");
      await until("neither is marked", () => [first, document].every((one) => !codes(one.uri).includes("signature-reused")));
    }],
    ["settings of the editor count at once", async () => {
      const document = await show(folder, DRAFT);
      await replace(document, "**Status:** In Progress", "**Status:** Wandering");
      await until("the finding", () => codes(document.uri).includes("status-invalid"));
      const settings = () => vscode.workspace.getConfiguration("taskpacket");
      await settings().update("severity", { "status-invalid": "off" }, vscode.ConfigurationTarget.Workspace);
      await until("it is silent", () => !codes(document.uri).includes("status-invalid"));
      await settings().update("severity", undefined, vscode.ConfigurationTarget.Workspace);
      await until("it is told again", () => codes(document.uri).includes("status-invalid"));
    }],
    ["300 letters typed at full speed leave every squiggle on its words", async () => {
      const large = ".GOV/task_packets/WP-1-Large.md";
      const document = await show(folder, large);
      const marked = () => vscode.languages.getDiagnostics(document.uri)
        .map((one) => `${code(one)}: ${document.getText(one.range)}`).sort();
      const before = await until("findings", () => marked().length > 2 && marked());
      const editor = vscode.window.activeTextEditor;
      const place = at(document, "(Coder fills this", 0);
      editor.selection = new vscode.Selection(place, place);
      const [server] = processes();
      await quiet(server);
      const spent = processor(server);
      for (let letter = 0; letter < 300; letter++) await vscode.commands.executeCommand("type", { text: letter % 6 === 5 ? " " : "x" });
      await until("the last letter is in", () => document.getText().length >= 82000 + 300);
      await quiet(server);
      const each = (processor(server) - spent) / 300;
      await until("every finding on its words", () => marked().join("\n") === before.join("\n"));
      // The last list is of the last text: a word that is wrong is told where it stands now.
      await replace(document, "**Status:** In Progress", "**Status:** Wandering");
      await until("the status", () => marked().some((one) => one === "status-invalid: Wandering"));
      return `${each.toFixed(1)} ms of the server's processor for a letter`;
    }],
    ["the tree has the board's sections, with what the server knows of each packet", async () => {
      await vscode.commands.executeCommand("taskpacket.workPackets.focus");
      const sections = await until("sections", () => api.standing().roots[0]?.sections);
      const names = sections.map((section) => section.name);
      for (const name of ["In Progress", "Ready for Dev", "Done", "Not on the board"]) assert.ok(names.includes(name), names.join());
      const packet = sections.flatMap((section) => section.packets).find((one) => one.id === "WP-1-Note-Sync-v2");
      assert.ok(packet.uri.endsWith("/WP-1-Note-Sync-v2.md") && packet.waitsFor[0].id === "WP-1-Revision-Store", JSON.stringify(packet));
    }],
    ["the tree follows the board without a save and without asking on its own", async () => {
      const board = await show(folder, ".GOV/roles_shared/TASK_BOARD.md");
      await vscode.commands.executeCommand("taskpacket.workPackets.focus");
      const section = () => api.standing().roots[0]?.sections.find((one) => one.packets.some((it) => it.id === "WP-1-Tag-Search"))?.name;
      await until("it is there", () => section() === "In Progress");
      await replace(board, "- **[WP-1-Tag-Search]** - [IN_PROGRESS]", "");
      await replace(board, "## Blocked\n", "## Blocked\n- **[WP-1-Tag-Search]** - [BLOCKED]\n");
      await until("it moves", () => section() === "Blocked");
      await replace(board, "- **[WP-1-Tag-Search]** - [BLOCKED]\n", "");
      await replace(board, "## In Progress\n", "## In Progress\n- **[WP-1-Tag-Search]** - [IN_PROGRESS]\n");
      await until("it moves back", () => section() === "In Progress");
    }],
    ["the status bar follows the editor", async () => {
      await show(folder, PACKET);
      await until("the packet", () => api.standing().current?.id === "WP-1-Tag-Search");
      await show(folder, ".GOV/refinements/WP-1-Note-Sync-v2.md");
      await until("the refinement's packet", () => api.standing().current?.id === "WP-1-Note-Sync-v2");
      await show(folder, ".GOV/roles_shared/TASK_BOARD.md");
      await until("none", () => api.standing().current === undefined);
      await show(folder, PACKET);
      await until("the packet again", () => api.standing().current?.id === "WP-1-Tag-Search");
    }],
    ["a refused command says why, and what to do first", async () => {
      await show(folder, PACKET);
      // With an argument nobody is asked; the refusal is a message, not an error of the command.
      await vscode.commands.executeCommand("taskpacket.newPacket", { wpId: "WP-1-Offline-Cache" });
      const made = await vscode.workspace.findFiles(".GOV/task_packets/WP-1-Offline-Cache.md");
      assert.deepStrictEqual(made, []);
      await vscode.commands.executeCommand("notifications.clearAll");
    }],
    ["`newStub` makes the stub and its entry on the board", async () => {
      await vscode.commands.executeCommand("taskpacket.workPackets.focus");
      await vscode.commands.executeCommand("taskpacket.newStub", { wpId: "WP-1-Bird-Rings" });
      await until("the stub", async () => (await vscode.workspace.findFiles("**/stubs/WP-1-Bird-Rings.md")).length === 1);
      const board = await vscode.workspace.openTextDocument(path.join(folder, ".GOV/roles_shared/TASK_BOARD.md"));
      await until("its entry", () => board.getText().includes("**[WP-1-Bird-Rings]** - [STUB]"));
      await until("it is shown", () => vscode.window.activeTextEditor?.document.uri.fsPath.endsWith("/stubs/WP-1-Bird-Rings.md"));
      await until("the tree knows", () => api.standing().roots[0]?.sections.some((one) => one.packets.some((it) => it.id === "WP-1-Bird-Rings")));
    }],
    ["a mistake in taskpacket.toml is a finding", async () => {
      const document = await show(folder, "taskpacket.toml");
      await replace(document, "file-prefix", "file-prefx");
      assert.ok(await document.save(), "it is saved");
      await until("a finding", () => codes(document.uri).includes("config"));
      await replace(document, "file-prefx", "file-prefix");
      await document.save();
      await until("no finding", () => codes(document.uri).length === 0);
    }],
    ["the window shows what was found", async () => {
      const document = await show(folder, DRAFT);
      await until("findings", () => codes(document.uri).length > 0);
      await looked(folder);
    }],
  ];
};
