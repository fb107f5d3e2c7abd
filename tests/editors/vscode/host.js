// node host.js HOST VSIX WORK DEMO: installs the VSIX in VS Code's server and runs host-tests in its extension host.
"use strict";
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const http = require("http");
const net = require("net");
const path = require("path");

const [, , HOST, VSIX, WORK, DEMO] = process.argv;
const MAIN = path.join(HOST, "node_modules/code-server/lib/vscode/out/server-main.js");
const { chromium } = require(path.join(HOST, "node_modules/playwright-core"));
const MACHINE = ["data/Machine/settings.json", "srv/data/Machine/settings.json"];
const MISSING = "/nowhere/taskpacket";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const results = [];
const record = (name, ok, error) => {
  results.push(ok);
  console.log(`${ok ? "ok  " : "FAIL"} ${name}${!ok && error ? "\n     " + String(error).replace(/\n/g, "\n     ") : ""}`);
};

function write(name, text) {
  const file = path.join(WORK, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof text === "string" ? text : JSON.stringify(text));
}

function prepare() {
  fs.rmSync(WORK, { recursive: true, force: true });
  for (const folder of ["home", "ext", "none", "out", "shots"]) fs.mkdirSync(path.join(WORK, folder), { recursive: true });
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
  fs.cpSync(DEMO, path.join(WORK, "demo"), { recursive: true });
  const draft =
    "# Task Packet: WP-1-Draft\n\n## METADATA\n- TASK_ID: WP-1-Draft\n- **Status:** In Progress\n\n## SCOPE\n- What: Sync files.\n";
  fs.cpSync(DEMO, path.join(WORK, "pictures"), { recursive: true });
  fs.cpSync(DEMO, path.join(WORK, "two"), { recursive: true });
  write("two.code-workspace", { folders: [{ path: "two" }], settings: {} });
  for (const folder of ["demo", "gov-only", "changing", "two"]) write(`${folder}/.GOV/task_packets/WP-1-Draft.md`, draft);
  // As large as real ones grow, with a few things that are wrong.
  const packet = fs.readFileSync(path.join(DEMO, ".GOV/task_packets/WP-1-Tag-Search.md"), "utf8").replaceAll("WP-1-Tag-Search", "WP-1-Large");
  const log = "- A line of the Coder's own notes about what was tried and what came of it.\n";
  const parts = packet.replace(/mara\d+/g, "mara060320260815").split("## HYGIENE\n");
  write("demo/.GOV/task_packets/WP-1-Large.md",
    parts.join("## HYGIENE\n" + log.repeat(Math.ceil((82000 - packet.length) / log.length))));
  // A workspace must not choose the program.
  write("demo/.vscode/settings.json", { "taskpacket.server.path": MISSING });
  write("plain/README.md", "# Plain\n\nStatus: whatever\n");
  write("settings-only/taskpacket.toml", "[spec]\nfile-prefix = \"Demo_Master_Spec\"\n");
}

const freePort = () => new Promise((resolve, reject) => {
  const server = net.createServer().on("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const answers = (port) => new Promise((resolve) => {
  http.get({ host: "127.0.0.1", port, path: "/version" }, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  }).on("error", () => resolve(false));
});

async function until(what, ask, ms) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(100)) if (await ask()) return;
  throw new Error(`not within ${ms} ms: ${what}`);
}

/** Opens one workspace with its tests; `look` sees the page before the window may close. */
async function scenario(browser, port, extension, name, look, opened = `folder=${encodeURIComponent(path.join(WORK, name))}`) {
  const permissions = ["clipboard-read", "clipboard-write"];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions });
  const out = path.join(WORK, "out", name + ".json");
  try {
    const remote = `vscode-remote://127.0.0.1:${port}`;
    const payload = [
      ["extensionDevelopmentPath", remote + extension],
      ["extensionTestsPath", remote + path.join(__dirname, "host-tests/index.js")],
    ];
    const query = `${opened}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    await until(`results of ${name}`, () => fs.existsSync(out), 480000);
    for (const { name: test, ok, error } of JSON.parse(fs.readFileSync(out, "utf8")).results) record(test, ok, error);
    if (look) await look(page);
  } catch (error) {
    record(`${name}: the window`, false, error.message);
  } finally {
    await page.screenshot({ path: path.join(WORK, "shots", name + ".png") }).catch(() => {});
    fs.writeFileSync(out + ".seen", "");
    await sleep(300);
    await page.close().catch(() => {});
  }
}

async function squigglesAreShown(page) {
  const squiggles = page.locator(".squiggly-error, .squiggly-warning, .squiggly-info");
  await squiggles.first().waitFor({ state: "attached", timeout: 20000 });
  record("findings are underlined on the screen", true);
  const said = await page.locator(".notification-toast", { hasText: /task ?packet/i }).allInnerTexts();
  record("nothing is complained of where all is well", said.length === 0, said.join("; "));
}

/** What a user sees and does, without any code inside: each step leaves a picture. */
async function pictures(browser, port, extension) {
  const folder = path.join(WORK, "pictures");
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const packets = path.join(folder, ".GOV/task_packets");
  const payload = [["extensionDevelopmentPath", remote + extension], ["openFile", remote + path.join(packets, "WP-1-Export-Bundle.md")]];
  const page = await browser.newPage({ viewport: { width: 1100, height: 680 }, permissions: ["clipboard-read", "clipboard-write"] });
  const picture = (name, clip) => page.screenshot({ path: path.join(WORK, "shots", name + ".png"), clip });
  const run = async (command) => {
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").fill(">" + command);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: command }).first().waitFor();
    await page.keyboard.press("Enter");
  };
  try {
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    await page.locator(".squiggly-error").first().waitFor({ state: "attached", timeout: 60000 });
    const status = page.locator(".statusbar-item", { hasText: "DELEGATION" });
    await status.first().waitFor({ timeout: 20000 });
    record("the status bar shows the stage", true);

    await run("Explorer: Focus on Work Packets View");
    const row = page.locator(".pane", { hasText: "Work Packets" }).locator(".monaco-list-row", { hasText: "WP-1-Tag-Search" }).first();
    await row.waitFor({ timeout: 20000 });
    record("the tree shows packets", true);
    await page.locator(".pane-header", { hasText: /^Pictures|^pictures/i }).first().click().catch(() => {});
    await page.mouse.move(700, 400);
    await sleep(1500);
    await picture("tree");
    await row.click();
    await page.locator(".tab.active", { hasText: "WP-1-Tag-Search.md" }).waitFor({ timeout: 20000 });
    record("a click in the tree opens the packet", true);

    await status.first().click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "DELEGATION" }).first().waitFor({ timeout: 20000 });
    record("a click on the status bar tells more", true);
    await sleep(500);
    await picture("status");
    await page.keyboard.press("Escape");

    await page.locator(".view-line span span", { hasText: /^WP-1-Tag-Search$/ }).nth(1).hover();
    await page.locator(".monaco-hover:not(.hidden)", { hasText: "Stage" }).first().waitFor({ timeout: 20000 });
    record("hover shows a card", true);
    await sleep(500);
    await picture("hover");
    await page.keyboard.press("Escape");

    await page.locator(".pane", { hasText: "Work Packets" }).locator(".monaco-list-row", { hasText: "WP-1-Note-Sync-v2" }).first().click();
    await page.locator(".tab.active", { hasText: "WP-1-Note-Sync-v2.md" }).waitFor({ timeout: 20000 });
    await run("Task Packets: Copy the Handoff Message");
    const copied = page.locator(".notification-toast", { hasText: "Copied" });
    await copied.first().waitFor({ timeout: 20000 });
    const told = await page.locator(".notification-toast").allInnerTexts();
    record("the handoff message is copied, and said once", told.length === 1, told.join(" | "));
    await copied.first().getByRole("button", { name: "Show It" }).click();
    await page.locator(".view-line", { hasText: "WP_ID: WP-1-Note-Sync-v2" }).first().waitFor({ timeout: 20000 });
    record("its button shows it", true);
    await page.locator(".tab", { hasText: "WP-1-Export-Bundle.md" }).first().click();
    await page.locator(".tab.active", { hasText: "WP-1-Export-Bundle.md" }).waitFor({ timeout: 20000 });
    await page.locator(".squiggly-error").nth(1).waitFor({ state: "attached", timeout: 20000 });
    for (let turn = 0; ; turn++) {
      await page.locator(".view-line span span", { hasText: /^In-Progress$/ }).first().click();
      await page.keyboard.press("Control+.");
      const menu = page.locator(".action-widget .monaco-list-row", { hasText: /Write|Insert/ });
      if (await menu.first().waitFor({ timeout: 8000 }).then(() => true, () => false)) break;
      if (turn > 5) throw new Error("no quick fixes are offered");
      await page.keyboard.press("Escape");
    }
    record("the light bulb offers fixes", true);
    await sleep(500);
    await picture("fix");
    await page.keyboard.press("Escape");

    await run("Task Packets: New Stub");
    const input = page.locator(".quick-input-widget input");
    await input.fill("WP-1-Fix-20260310");
    await page.locator(".quick-input-widget", { hasText: "Ids have no dates" }).waitFor({ timeout: 20000 });
    record("the id of a new stub is judged while it is typed", true);
    await input.fill("WP-1-Bird-Rings");
    await page.locator(".quick-input-widget", { hasText: "Ids have no dates" }).waitFor({ state: "hidden", timeout: 20000 });
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "WP-1-Bird-Rings.md" }).waitFor({ timeout: 20000 });
    record("the new stub is made and shown", true);

    // By the key and not by VS Code's API, which would move the file before its words are changed.
    await page.locator(".view-line span span", { hasText: /WP-1-Bird-Rings/ }).first().click();
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").waitFor({ timeout: 20000 });
    await page.locator(".rename-box input").fill("WP-1-Ringed-Birds");
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "WP-1-Ringed-Birds.md" }).waitFor({ timeout: 20000 });
    const text = (name) => (fs.existsSync(name) ? fs.readFileSync(name, "utf8") : "");
    const stub = (name) => path.join(packets, "stubs", name + ".md");
    await until("the renamed stub", () => text(stub("WP-1-Ringed-Birds")).startsWith("# Work Packet Stub: WP-1-Ringed-Birds\n"), 20000);
    await until("its entry", () => text(path.join(folder, ".GOV/roles_shared/TASK_BOARD.md")).includes("**[WP-1-Ringed-Birds]**"), 20000);
    const left = [stub("WP-1-Bird-Rings"), path.join(folder, ".GOV/roles_shared/TASK_BOARD.md")].map(text).join("");
    record("a rename takes the file, the board and every mention along", !left.includes("WP-1-Bird-Rings"), left);

    await run("Welcome: Open Walkthrough...");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Task Packets" }).first().waitFor({ timeout: 20000 });
    await page.locator(".quick-input-widget input").fill("Get Started with Task Packets");
    await page.keyboard.press("Enter");
    await page.locator(".getting-started-step", { hasText: "See where the work stands" }).first().waitFor({ timeout: 20000 });
    record("the walkthrough is there", true);
    await sleep(1000);
    await picture("walkthrough");
  } catch (error) {
    await picture("pictures-failed").catch(() => {});
    throw error;
  } finally {
    await page.close().catch(() => {});
  }
}

async function complaintIsShown(page) {
  const toast = page.locator(".notification-toast", { hasText: MISSING });
  await toast.first().waitFor({ timeout: 20000 });
  const count = await page.locator(".notification-toast", { hasText: /task ?packet/i }).count();
  record("a missing server is one error message", count === 1, `${count} messages`);
  await toast.first().getByRole("button", { name: "Open Setting" }).click();
  await page.locator(".settings-editor .setting-item", { hasText: /Server: Path/ }).first().waitFor({ timeout: 20000 });
  record("its button opens the setting", true);
}

async function main() {
  prepare();
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: "{}",
    HOME: path.join(WORK, "home"),
    TASKPACKET_TEST_OUT: path.join(WORK, "out"),
    TASKPACKET_TEST_MACHINE: MACHINE.map((file) => path.join(WORK, file)).join(":"),
  };
  delete env.TASKPACKET_SERVER;
  const base = ["--accept-server-license-terms", "--server-data-dir", path.join(WORK, "srv")];
  execFileSync(process.execPath, [MAIN, ...base, "--extensions-dir", path.join(WORK, "ext"), "--install-extension", VSIX], { env, stdio: "pipe" });
  const installed = fs.readdirSync(path.join(WORK, "ext")).find((name) => name.startsWith("taskpacket.taskpacket-"));
  record("the VSIX is installed", installed !== undefined);
  const extension = path.join(WORK, "ext", installed);

  const port = await freePort();
  const log = fs.openSync(path.join(WORK, "server.log"), "w");
  // Only the copy that is under test is loaded, so the folder of other extensions is empty.
  const server = spawn(process.execPath, [
    MAIN, ...base, "--extensions-dir", path.join(WORK, "none"), "--host", "127.0.0.1", "--port", String(port),
    "--without-connection-token", "--user-data-dir", path.join(WORK, "data"), "--telemetry-level", "off",
    "--enable-smoke-test-driver", "--disable-workspace-trust",
  ], { env, stdio: ["ignore", log, log] });
  let browser;
  try {
    await until("VS Code's server answers", () => answers(port), 30000);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    await scenario(browser, port, extension, "demo", squigglesAreShown);
    await pictures(browser, port, extension).catch((error) => record("the window as a user sees it", false, error.message));
    const workspace = `workspace=${encodeURIComponent(path.join(WORK, "two.code-workspace"))}`;
    await scenario(browser, port, extension, "two", undefined, workspace);
    await scenario(browser, port, extension, "gov-only");
    await scenario(browser, port, extension, "plain");
    for (const file of MACHINE) write(file, { "taskpacket.server.path": MISSING });
    await scenario(browser, port, extension, "settings-only", complaintIsShown);
    await scenario(browser, port, extension, "changing");
  } catch (error) {
    record("VS Code runs", false, error.message);
  } finally {
    if (browser) await browser.close();
    server.kill("SIGTERM");
  }
}

main().catch((error) => record("VS Code runs", false, error.stack)).finally(() => {
  const passed = results.filter(Boolean).length;
  console.log(`host: ${passed} passed, ${results.length - passed} failed`);
  process.exit(passed === results.length && passed > 1 ? 0 : 1);
});
