// No .GOV, only a taskpacket.toml; the machine's setting names a server that does not exist.
"use strict";
const assert = require("assert");
const vscode = require("vscode");
const { ID, until } = require("./helpers.js");

exports.tests = () => [
  ["taskpacket.toml alone activates the extension; a missing server does not break it", async () => {
    const extension = await until("active", () => {
      const found = vscode.extensions.getExtension(ID);
      return found && found.isActive && found;
    });
    assert.strictEqual(extension.exports.isRunning(), false);
    assert.strictEqual(extension.exports.server(), undefined);
  }],
];
