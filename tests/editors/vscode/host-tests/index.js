// Runs inside VS Code's extension host; which tests depends on the workspace that is open.
"use strict";
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");

exports.run = async function () {
  const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
  const scenario = path.basename(folder);
  const out = path.join(process.env.TASKPACKET_TEST_OUT, scenario + ".json");
  const results = [];
  for (const [name, test] of require("./" + scenario + ".js").tests(folder)) {
    // The first one waits for the server.
    if (results.length > 0 && !name.includes(process.env.TASKPACKET_TEST_ONLY ?? "")) continue;
    try {
      // What a test measures it gives back.
      const measured = await test();
      results.push({ name: measured === undefined ? name : `${name} (${measured})`, ok: true });
    } catch (error) {
      results.push({ name, ok: false, error: String((error && error.stack) || error) });
    }
  }
  fs.writeFileSync(out + ".part", JSON.stringify({ version: vscode.version, results }, null, 1));
  fs.renameSync(out + ".part", out);
  // The window is looked at before it may close.
  await require("./helpers.js").until("the page says that it has seen enough", () => fs.existsSync(out + ".seen"), 60000);
};
