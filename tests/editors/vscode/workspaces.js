// The folders that VS Code opens, and its settings.
"use strict";
const fs = require("fs");
const path = require("path");

const DRAFT =
  "# Task Packet: WP-1-Draft\n\n## METADATA\n- TASK_ID: WP-1-Draft\n- **Status:** In Progress\n\n## SCOPE\n- What: Sync files.\n";

/** `missing` is a program that a workspace names, which must not choose it. */
exports.prepare = (work, demo, missing) => {
  const write = (name, text) => {
    const file = path.join(work, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof text === "string" ? text : JSON.stringify(text));
  };
  fs.rmSync(work, { recursive: true, force: true });
  for (const folder of ["home", "ext", "out", "shots"]) fs.mkdirSync(path.join(work, folder), { recursive: true });
  write("data/User/settings.json", {
    "security.workspace.trust.enabled": false,
    "telemetry.telemetryLevel": "off",
    "workbench.startupEditor": "none",
    "extensions.autoUpdate": false,
    "extensions.autoCheckUpdates": false,
    "extensions.ignoreRecommendations": true,
    "workbench.enableExperiments": false,
    "git.enabled": false,
  });
  for (const copy of ["demo", "fieldbook", "second"]) fs.cpSync(demo, path.join(work, copy), { recursive: true });
  for (const folder of ["demo", "gov-only", "second"]) write(`${folder}/.GOV/task_packets/WP-1-Draft.md`, DRAFT);
  write("two.code-workspace", { folders: [{ path: "gov-only" }], settings: {} });
  // In a browser VS Code saves by itself after a second; the tests say themselves what lies on the disk.
  write("demo/.vscode/settings.json", { "taskpacket.server.path": missing, "files.autoSave": "off" });
  write("plain/README.md", "# Plain\n\nStatus: whatever\n");
  write("settings-only/taskpacket.toml", "[layout]\ngovernance = \"rules\"\n");
  write("settings-only/rules/task_packets/WP-1-Draft.md", DRAFT);
  // As large as real ones grow, with a few things that are wrong.
  const packet = fs.readFileSync(path.join(demo, ".GOV/task_packets/WP-1-Tag-Search.md"), "utf8").replaceAll("WP-1-Tag-Search", "WP-1-Large");
  const log = "- A line of the Coder's own notes about what was tried and what came of it.\n";
  const parts = packet.replace(/mara\d+/g, "mara060320260815").split("## HYGIENE\n");
  write("demo/.GOV/task_packets/WP-1-Large.md", parts.join("## HYGIENE\n" + log.repeat(Math.ceil((82000 - packet.length) / log.length))));
};
