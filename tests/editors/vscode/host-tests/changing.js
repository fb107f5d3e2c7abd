// The machine's setting names a server that does not exist, until it is changed.
"use strict";
const assert = require("assert");
const fs = require("fs");
const vscode = require("vscode");
const { ID, codes, show, until } = require("./helpers.js");

exports.tests = (folder) => [
  ["a changed setting starts the server without a reload", async () => {
    const extension = await until("active", () => {
      const found = vscode.extensions.getExtension(ID);
      return found && found.isActive && found;
    });
    assert.strictEqual(extension.exports.isRunning(), false);
    const document = await show(folder, ".GOV/task_packets/WP-1-Draft.md");
    for (const file of process.env.TASKPACKET_TEST_MACHINE.split(":")) fs.writeFileSync(file, "{}");
    await until("a running server", () => extension.exports.isRunning());
    await until("findings", () => codes(document.uri).length > 0);
  }],
];
