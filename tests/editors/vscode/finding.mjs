import assert from "node:assert";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { load } from "./bundle.mjs";

const { find, probe } = await load(process.argv[2], "server.ts");
const root = mkdtempSync(path.join(tmpdir(), "taskpacket-"));
const program = (folder, text = "#!/bin/sh\necho taskpacket 9.9.9\n", mode = 0o755) => {
  mkdirSync(path.join(root, folder), { recursive: true });
  const file = path.join(root, folder, "taskpacket");
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};
try {
  const [set, variable, bundled, onPath] = ["set", "env", "ext/server", "bin"].map((folder) => program(folder));
  const places = { setting: set, environment: { TASKPACKET_SERVER: variable, PATH: path.dirname(onPath) }, extensionPath: path.join(root, "ext") };

  assert.strictEqual((await find(places)).path, set);
  places.setting = " ";
  assert.strictEqual((await find(places)).path, variable);
  delete places.environment.TASKPACKET_SERVER;
  assert.strictEqual((await find(places)).path, bundled);
  places.extensionPath = path.join(root, "none");
  assert.strictEqual((await find(places)).path, onPath);

  // What was asked for by name is not passed over, and nothing relative is run.
  for (const [setting, said] of [["/nowhere/taskpacket", /does not exist/], ["bin/taskpacket", /absolute/], [root, /not a file/]]) {
    await assert.rejects(find({ ...places, setting }), said);
  }
  if (process.getuid?.() !== 0) await assert.rejects(find({ ...places, setting: program("dull", "", 0o644) }), /may not be run/);
  process.chdir(root);
  await assert.rejects(find({ ...places, environment: { PATH: "bin:.:" } }), /no server/);

  assert.strictEqual(await probe({ path: set, why: "" }), "taskpacket 9.9.9");
  await assert.rejects(probe({ path: program("other", "#!/bin/sh\necho other\n"), why: "" }), /another program/);
  await assert.rejects(probe({ path: program("broken", "#!/bin/sh\nexit 3\n"), why: "" }), /does not run/);
  await assert.rejects(probe({ path: program("junk", "\u0000junk"), why: "" }), /does not run/);
} finally {
  rmSync(root, { recursive: true, force: true });
}
