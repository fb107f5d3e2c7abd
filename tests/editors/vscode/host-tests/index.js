// Runs inside VS Code's extension host; which tests depends on the workspace that is open.
"use strict";
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");
const { ID, activation, until } = require("./helpers.js");

/** Each test finds the files as they lie on the disk, and no editor. */
async function leave() {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until(`${document.fileName} as on the disk`, () => !document.isDirty);
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

exports.run = async function () {
  const file = vscode.workspace.workspaceFile ?? vscode.workspace.workspaceFolders[0].uri;
  const scenario = path.basename(file.fsPath, ".code-workspace");
  const out = path.join(process.env.TASKPACKET_TEST_OUT, scenario);
  const tell = (line) => fs.appendFileSync(out, JSON.stringify(line) + "\n");
  tell({ version: vscode.version });
  const [first, ...others] = require("./" + scenario + ".js").tests(vscode.workspace.workspaceFolders[0].uri.fsPath);
  const only = process.env.TASKPACKET_TEST_ONLY ?? "";
  if (process.env.TASKPACKET_TEST_REVERSED) others.reverse();
  // The first one waits for the server.
  for (const [name, test] of [first, ...others.filter(([name]) => name.includes(only))]) {
    try {
      // What a test measures it gives back.
      const measured = await test();
      await leave();
      tell({ name: measured === undefined ? name : `${name} (${measured})`, ok: true });
    } catch (error) {
      tell({ name, ok: false, error: String((error && error.stack) || error) });
      await leave().catch(() => {});
    }
  }
  if (vscode.extensions.getExtension(ID).isActive) tell({ activation: await activation() });
  tell({ end: true });
};
