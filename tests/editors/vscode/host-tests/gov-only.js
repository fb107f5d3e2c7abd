// Only .GOV with one packet in it, and no settings.
"use strict";
const vscode = require("vscode");
const { ID, codes, show, until } = require("./helpers.js");

exports.tests = (folder) => [
  [".GOV alone activates the extension", async () => {
    const extension = await until("active", () => {
      const found = vscode.extensions.getExtension(ID);
      return found && found.isActive && found;
    });
    await until("a running server", () => extension.exports.isRunning());
    const document = await show(folder, ".GOV/task_packets/WP-1-Draft.md");
    await until("findings", () => codes(document.uri).length > 0);
  }],
];
