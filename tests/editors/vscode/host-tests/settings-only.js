// No .GOV, only a taskpacket.toml; the machine's setting names a server that does not exist, until it is changed.
"use strict";
const assert = require("assert");
const fs = require("fs");
const { active, codes, looked, show, until } = require("./helpers.js");

exports.tests = (folder) => [
  ["taskpacket.toml alone activates the extension; a missing server does not break it", async () => {
    const api = await active();
    assert.strictEqual(api.isRunning(), false);
    assert.strictEqual(api.server(), undefined);
    await looked(folder);
  }],
  ["a changed setting starts the server without a reload", async () => {
    const api = await active();
    assert.strictEqual(api.isRunning(), false);
    const document = await show(folder, "rules/task_packets/WP-1-Draft.md");
    for (const file of process.env.TASKPACKET_TEST_MACHINE.split(":")) fs.writeFileSync(file, "{}");
    await until("a running server", () => api.isRunning());
    await until("findings", () => codes(document.uri).length > 0);
  }],
];
