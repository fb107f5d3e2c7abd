// node host.js HOST VSIX WORK DEMO: installs the VSIX in VS Code's server, runs host-tests in its extension host, and looks at its window.
"use strict";
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { prepare } = require("./workspaces.js");
const { complaint, findings, user } = require("./window.js");

const [, , HOST, VSIX, WORK, DEMO] = process.argv;
const MAIN = path.join(HOST, "node_modules/code-server/lib/vscode/out/server-main.js");
const { chromium } = require(path.join(HOST, "node_modules/playwright-core"));
const MACHINE = ["data/Machine/settings.json", "srv/data/Machine/settings.json"].map((file) => path.join(WORK, file));
const MISSING = "/nowhere/taskpacket";
const ONLY = process.env.TASKPACKET_TEST_ONLY;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const indented = (text) => String(text).trim().replace(/^/gm, "     ");
const results = [];
const record = (name, ok, error) => {
  results.push(ok);
  console.log(`${ok ? "ok  " : "FAIL"} ${name}${!ok && error ? "\n" + indented(error) : ""}`);
};

async function until(what, ask, ms) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`not within ${ms / 1000} s: ${what}`);
}

/** VS Code's server, once it listens; `ended` throws where it does no more. */
async function start(env, base) {
  const log = path.join(WORK, "server.log");
  const out = fs.openSync(log, "w");
  const child = spawn(process.execPath, [
    MAIN, ...base, "--host", "127.0.0.1", "--port", "0",
    "--without-connection-token", "--user-data-dir", path.join(WORK, "data"), "--telemetry-level", "off",
    "--enable-smoke-test-driver", "--disable-workspace-trust",
  ], { env, stdio: ["ignore", out, out] });
  const tail = () => fs.readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  let end;
  child.on("error", (error) => (end = error.message)).on("exit", (code, signal) => (end ??= `ended with ${code ?? signal}`));
  const ended = () => {
    if (end) throw new Error(`VS Code's server: ${end}\n${tail()}`);
  };
  const listens = () => {
    ended();
    return /agent listening on (\d+)/.exec(fs.readFileSync(log, "utf8"))?.[1];
  };
  const port = await until("VS Code's server listens", listens, 120000).catch((error) => {
    child.kill();
    throw new Error(`${error.message}\n${tail()}`);
  });
  return { port, ended, tail, stop: () => child.kill() };
}

/** Opens one window; where that fails, what the page and VS Code's server said of it is told, and how it looked. */
async function open({ browser, vscode, shots }, name, opened, payload, look) {
  const said = [];
  const page = await browser.newPage({ viewport: { width: 1100, height: 680 }, permissions: ["clipboard-read", "clipboard-write"] });
  page.on("pageerror", (error) => said.push(`page: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && said.push(`console: ${message.text()}`));
  page.on("requestfailed", (request) => said.push(`not loaded: ${request.url()} ${request.failure()?.errorText}`));
  page.on("crash", () => said.push("the page crashed"));
  try {
    const remote = `vscode-remote://127.0.0.1:${vscode.port}`;
    const pairs = payload.map(([key, file]) => [key, remote + file]);
    const query = `${opened}&payload=${encodeURIComponent(JSON.stringify(pairs))}`;
    await page.goto(`http://127.0.0.1:${vscode.port}/?${query}`, { timeout: 120000 });
    await look(page);
  } catch (error) {
    const picture = path.join(shots, `${name}-failed.png`);
    await page.screenshot({ path: picture }).catch(() => {});
    record(`${name}: the window`, false, [error.message, `It looked like ${picture}.`, ...said.slice(-15), vscode.tail()].join("\n"));
  } finally {
    await page.close().catch(() => {});
  }
}

/** Opens one workspace with its tests inside; `look` sees the page when they ask for it. */
async function inside(world, name, look) {
  const out = path.join(WORK, "out", name);
  const file = path.join(WORK, name);
  const opened = fs.existsSync(file + ".code-workspace") ? `workspace=${encodeURIComponent(file + ".code-workspace")}` : `folder=${encodeURIComponent(file)}`;
  // Tests are run inside for an extension in development only, so the installed one is named as that.
  const tests = [["extensionDevelopmentPath", world.extension], ["extensionTestsPath", path.join(__dirname, "host-tests/index.js")]];
  await open(world, name, opened, tests, async (page) => {
    let lines = [];
    const more = () => {
      world.vscode.ended();
      if (look && fs.existsSync(out + ".look") && !fs.existsSync(out + ".looked")) return true;
      const now = fs.existsSync(out) ? fs.readFileSync(out, "utf8").split("\n").slice(0, -1) : [];
      return now.length > lines.length && now;
    };
    for (let last = "the extension host starts"; ; ) {
      const now = await until(`anything after: ${last}`, more, 180000);
      if (now === true) {
        await look(page, record);
        fs.writeFileSync(out + ".looked", "");
        continue;
      }
      for (const line of now.slice(lines.length).map((text) => JSON.parse(text))) {
        if (line.end) return;
        if (line.name !== undefined) record((last = line.name), line.ok, line.error);
        if (line.activation !== undefined) world.activations.push(line.activation);
        if (line.version !== undefined) last = `VS Code ${line.version} started`;
      }
      lines = now;
    }
  });
}

async function main() {
  prepare(WORK, DEMO, MISSING);
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: "{}",
    HOME: path.join(WORK, "home"),
    TASKPACKET_TEST_OUT: path.join(WORK, "out"),
    TASKPACKET_TEST_MACHINE: MACHINE.join(":"),
  };
  delete env.TASKPACKET_SERVER;
  const base = ["--accept-server-license-terms", "--server-data-dir", path.join(WORK, "srv"), "--extensions-dir", path.join(WORK, "ext")];
  execFileSync(process.execPath, [MAIN, ...base, "--install-extension", VSIX], { env, stdio: "pipe" });
  const installed = fs.readdirSync(path.join(WORK, "ext")).find((name) => name.startsWith("taskpacket.taskpacket-"));
  record("the VSIX is installed", installed !== undefined);

  const vscode = await start(env, base);
  let browser;
  try {
    browser = await chromium.launch({
      executablePath: path.join(HOST, "browser/chromium"),
      env: { ...process.env, HOME: path.join(WORK, "home"), LD_LIBRARY_PATH: path.join(HOST, "browser/lib"), FONTCONFIG_FILE: path.join(HOST, "browser/fonts.conf") },
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
      timeout: 120000,
    });
    const world = { browser, vscode, extension: path.join(WORK, "ext", installed), shots: path.join(WORK, "shots"), activations: [] };
    await inside(world, "demo", findings);
    // One test of the demo alone needs no other window.
    if (!ONLY) {
      // The installed extension, as anybody has it.
      const folder = path.join(WORK, "fieldbook");
      const packet = [["openFile", path.join(folder, ".GOV/task_packets/WP-1-Export-Bundle.md")]];
      await open(world, "user", `folder=${encodeURIComponent(folder)}`, packet, (page) => user(page, record, folder, world.shots));
      await inside(world, "two");
      await inside(world, "plain");
      for (const file of MACHINE) {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, JSON.stringify({ "taskpacket.server.path": MISSING }));
      }
      await inside(world, "settings-only", (page) => complaint(page, record, MISSING));
      // What else the machine does only adds to it, so the least of them counts, and none where it does much else.
      const [times, [load]] = [world.activations, os.loadavg()];
      if (load > 4 * os.cpus().length) console.log(`not run: vscode: whether activation takes less than 100 ms, at a load of ${load}`);
      else record(`activation takes less than 100 ms (${times.join(", ")})`, times.length === 3 && Math.min(...times) < 100);
    }
  } finally {
    if (browser) await browser.close().catch(() => {});
    vscode.stop();
  }
}

main().catch((error) => record("VS Code runs", false, error.stack)).finally(() => {
  const passed = results.filter(Boolean).length;
  console.log(`host: ${passed} passed, ${results.length - passed} failed`);
  process.exit(passed === results.length && passed > 1 ? 0 : 1);
});
