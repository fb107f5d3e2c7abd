import assert from "node:assert";
import { load } from "./bundle.mjs";

const { boardPath } = await load(process.argv[2], "board.ts");
const usual = ".GOV/roles_shared/TASK_BOARD.md";
for (const [toml, wanted] of [
  ["", usual],
  ["[spec]\ntask-board = \"no.md\"\n", usual],
  ["[layout] # where\ntask-board = \"b.md\"\n", "b.md"],
  ["[layout]\ngovernance = '.rules'\n[spec]\n", ".rules/roles_shared/TASK_BOARD.md"],
  ["layout.task-board = \"c.md\"\n", "c.md"],
  ["[layout]\n# task-board = \"d.md\"\n", usual],
]) {
  assert.strictEqual(boardPath(toml), wanted, toml);
}
