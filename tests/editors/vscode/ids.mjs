import assert from "node:assert";
import { load } from "./bundle.mjs";

const { trouble } = await load(process.argv[2], "create.ts", { vscode: "export const window = {}, workspace = {};" });
const packet = { id: "WP-1-Note-Sync", uri: "file:///w/.GOV/task_packets/WP-1-Note-Sync.md", status: "Done" };
const stub = { id: "WP-1-Later", uri: "file:///w/.GOV/task_packets/stubs/WP-1-Later.md", status: null };
const known = [packet, stub];
for (const [id, what, wanted] of [
  ["WP-1-Bird-Rings", "stub", undefined],
  ["WP-1-", "stub", /in WP-1-Note-Sync/],
  ["note-sync", "stub", /WP-, the phase/],
  ["WP-1-Note--Sync", "stub", /single hyphens/],
  ["WP-1-Fix-20260310", "stub", /no dates/],
  ["WP-1-later", "stub", /a stub WP-1-Later already/],
  ["WP-1-Note-Sync", "packet", /a packet WP-1-Note-Sync already/],
  ["WP-1-Later", "packet", undefined],
  ["WP-1-Later", "refinement", undefined],
  ["WP-1-Note-Sync", "revision", undefined],
  ["WP-1-Nothing", "revision", /no WP-1-Nothing to revise/],
]) {
  const said = trouble(id, what, known);
  if (wanted === undefined) assert.strictEqual(said, undefined, `${what} ${id}`);
  else assert.match(said ?? "", wanted, `${what} ${id}`);
}
