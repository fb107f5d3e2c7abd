// What is seen in VS Code's window and done there by mouse and keys.
"use strict";
const fs = require("fs");
const path = require("path");

/** For a machine that does much else; what is there earlier is not waited for. */
const LIMIT = 60000;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Does something until it shows: a key or the mouse can come while the window is still busy with something else. */
async function again(what, act, shown) {
  for (const end = Date.now() + LIMIT; Date.now() < end; ) {
    await act().catch(() => {});
    if (await shown.first().waitFor({ timeout: 4000 }).then(() => true, () => false)) return;
  }
  throw new Error(`not within ${LIMIT / 1000} s: ${what}`);
}

async function until(what, ask) {
  for (const end = Date.now() + LIMIT; Date.now() < end; await sleep(50)) if (await ask()) return;
  throw new Error(`not within ${LIMIT / 1000} s: ${what}`);
}

const squiggles = (page, kinds = ["error", "warning", "info"]) => page.locator(kinds.map((kind) => `.squiggly-${kind}`).join(", "));
const messages = (page, words = /task ?packet/i) => page.locator(".notification-toast", { hasText: words });

exports.findings = async (page, record) => {
  await squiggles(page).first().waitFor({ state: "attached", timeout: LIMIT });
  record("findings are underlined on the screen", true);
  const said = await messages(page).allInnerTexts();
  record("nothing is complained of where all is well", said.length === 0, said.join("; "));
};

exports.complaint = async (page, record, missing) => {
  const message = messages(page, missing);
  await message.first().waitFor({ timeout: LIMIT });
  const count = await messages(page).count();
  record("a missing server is one error message", count === 1, `${count} messages`);
  await message.first().getByRole("button", { name: "Open Setting" }).click({ timeout: LIMIT });
  await page.locator(".settings-editor .setting-item", { hasText: /Server: Path/ }).first().waitFor({ timeout: LIMIT });
  record("its button opens the setting", true);
};

/** Somebody's first minutes with the demo, without any code inside; the pictures are for the extension's README. */
exports.user = async (page, record, folder, shots) => {
  page.setDefaultTimeout(LIMIT);
  const picture = async (name) => {
    // What moves comes to rest.
    await sleep(700);
    await page.screenshot({ path: path.join(shots, name + ".png") });
  };
  const tab = (name) => page.locator(".tab.active", { hasText: name });
  const rows = page.locator(".quick-input-list .monaco-list-row");
  const input = page.locator(".quick-input-widget input");
  const tree = page.locator(".pane", { hasText: "Work Packets" });
  const packet = (id) => tree.locator(".monaco-list-row", { hasText: id }).first();
  const word = (words) => page.locator(".view-line span span", { hasText: words });
  const run = async (command) => {
    await again(`the command ${command}`, async () => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await input.fill(">" + command, { timeout: 4000 });
    }, page.locator(".quick-input-list .monaco-list-row.focused", { hasText: command }));
    await page.keyboard.press("Enter");
  };
  const text = (name) => (fs.existsSync(name) ? fs.readFileSync(name, "utf8") : "");

  await squiggles(page, ["error"]).first().waitFor({ state: "attached" });
  const status = page.locator(".statusbar-item", { hasText: "DELEGATION" });
  await status.first().waitFor();
  record("the status bar shows the stage", true);

  await run("Explorer: Focus on Work Packets View");
  await packet("WP-1-Tag-Search").waitFor();
  record("the tree shows packets", true);
  await page.locator(".pane-header", { hasText: /^fieldbook/i }).first().click().catch(() => {});
  await page.mouse.move(322, 400);
  await page.mouse.down();
  await page.mouse.move(420, 400, { steps: 5 });
  await page.mouse.up();
  // Over nothing that a hover tells of.
  await page.mouse.move(200, 500);
  await picture("tree");
  await again("the packet of the tree", () => packet("WP-1-Tag-Search").click(), tab("WP-1-Tag-Search.md"));
  record("a click in the tree opens the packet", true);

  await again("more of the status", () => status.first().click(), rows.filter({ hasText: "DELEGATION" }));
  record("a click on the status bar tells more", true);
  await page.mouse.move(200, 500);
  await picture("status");
  await page.keyboard.press("Escape");

  // The item of the status bar has the keys now, and would tell more in the way.
  await tab("WP-1-Tag-Search.md").click();
  await again("the card", async () => {
    await page.mouse.move(700, 600);
    await word(/^WP-1-Tag-Search$/).nth(1).hover();
  }, page.locator(".monaco-hover:not(.hidden)", { hasText: "Stage" }));
  record("hover shows a card", true);
  await picture("hover");
  await page.keyboard.press("Escape");

  await again("the revision", () => packet("WP-1-Note-Sync-v2").click(), tab("WP-1-Note-Sync-v2.md"));
  await run("Task Packets: Copy the Handoff Message");
  const copied = messages(page, "Copied");
  await copied.first().waitFor();
  const told = await page.locator(".notification-toast").allInnerTexts();
  record("the handoff message is copied, and said once", told.length === 1, told.join(" | "));
  await copied.first().getByRole("button", { name: "Show It" }).click();
  await page.locator(".view-line", { hasText: "WP_ID: WP-1-Note-Sync-v2" }).first().waitFor();
  record("its button shows it", true);

  await again("the broken packet", () => page.locator(".tab", { hasText: "WP-1-Export-Bundle.md" }).first().click(), tab("WP-1-Export-Bundle.md"));
  await squiggles(page, ["error"]).nth(1).waitFor({ state: "attached" });
  await again("quick fixes", async () => {
    await page.keyboard.press("Escape");
    await word(/^In-Progress$/).first().click();
    await page.keyboard.press("Control+.");
  }, page.locator(".action-widget .monaco-list-row", { hasText: /Write|Insert/ }));
  record("the light bulb offers fixes", true);
  await picture("fix");
  await page.keyboard.press("Escape");

  await again("the commands", async () => {
    await page.keyboard.press("F1");
    await input.fill(">Task Packets: ", { timeout: 4000 });
  }, rows.filter({ hasText: "Copy the Handoff Message" }));
  await picture("commands");
  await page.keyboard.press("Escape");

  await run("Task Packets: New Stub");
  const judged = page.locator(".quick-input-widget", { hasText: "Ids have no dates" });
  await page.locator(".quick-input-widget", { hasText: /stub/i }).waitFor();
  await input.fill("WP-1-Fix-20260310");
  await judged.waitFor();
  record("the id of a new stub is judged while it is typed", true);
  await picture("new-stub");
  await input.fill("WP-1-Bird-Rings");
  await judged.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await tab("WP-1-Bird-Rings.md").waitFor();
  record("the new stub is made and shown", true);

  // By the key and not by VS Code's API, which would move the file before its words are changed.
  const field = page.locator(".rename-box input");
  await again("the field of the new name", async () => {
    await word(/WP-1-Bird-Rings/).first().click();
    await page.keyboard.press("F2");
  }, field);
  await field.fill("WP-1-Ringed-Birds");
  await page.keyboard.press("Enter");
  await tab("WP-1-Ringed-Birds.md").waitFor();
  const stub = (name) => path.join(folder, ".GOV/task_packets/stubs", name + ".md");
  const board = path.join(folder, ".GOV/roles_shared/TASK_BOARD.md");
  await until("the renamed stub", () => text(stub("WP-1-Ringed-Birds")).startsWith("# Work Packet Stub: WP-1-Ringed-Birds\n"));
  await until("its entry", () => text(board).includes("**[WP-1-Ringed-Birds]**"));
  await until("no mention of the old name", () => ![stub("WP-1-Bird-Rings"), board].some((name) => text(name).includes("WP-1-Bird-Rings")));
  record("a rename takes the file, the board and every mention along", true);

  await run("Welcome: Open Walkthrough...");
  const walkthrough = "Get Started with Task Packets";
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Task Packets" }).first().waitFor();
  await input.fill(walkthrough);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: walkthrough }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".getting-started-step", { hasText: "See where the work stands" }).first().waitFor();
  record("the walkthrough is there", true);
  await picture("walkthrough");
};
