// A folder without .GOV and without taskpacket.toml.
"use strict";
const assert = require("assert");
const vscode = require("vscode");
const { ID, show } = require("./helpers.js");

exports.tests = (folder) => [
  ["a workspace without .GOV does not activate the extension", async () => {
    const document = await show(folder, "README.md");
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension, "it is installed");
    assert.strictEqual(extension.isActive, false);
    assert.deepStrictEqual(vscode.languages.getDiagnostics(document.uri), []);
  }],
];
