// node scripts/package.mjs TARGET [PROGRAM]: a VSIX with the server inside. PROGRAM defaults to target/release.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [target = "linux-x64", named] = process.argv.slice(2);
const here = fileURLToPath(new URL("..", import.meta.url));
const top = fileURLToPath(new URL("../../..", import.meta.url));
const name = target.startsWith("win32") ? "taskpacket.exe" : "taskpacket";
const program = named ?? `${top}target/release/${name}`;
if (!existsSync(program)) {
  console.error(`package: ${program} does not exist; run \`cargo build --release --locked\` first, or name the program`);
  process.exit(1);
}
rmSync(`${here}server`, { recursive: true, force: true });
mkdirSync(`${here}server`);
cpSync(program, `${here}server/${name}`);
chmodSync(`${here}server/${name}`, 0o755);

const run = (command, ...args) => execFileSync(command, args, { cwd: here, stdio: "inherit" });
run(process.execPath, "scripts/prepare.mjs");
run(process.execPath, "scripts/build.mjs");
const { version } = JSON.parse(readFileSync(`${here}package.json`, "utf8"));
const vsix = `taskpacket-${target}-${version}.vsix`;
run(process.execPath, "node_modules/@vscode/vsce/vsce", "package", "--target", target, "--no-dependencies", "--skip-license", "--out", vsix);
