import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { homedir } from "node:os";
import * as path from "node:path";

/** A server, and why this one. */
export interface Found {
  path: string;
  why: string;
}

export interface Places {
  setting: string;
  environment: NodeJS.ProcessEnv;
  extensionPath: string;
}

const NAME = process.platform === "win32" ? "taskpacket.exe" : "taskpacket";

/** The first of: the setting, TASKPACKET_SERVER, the bundled program, PATH. What somebody asked for by name is never passed over. */
export async function find(places: Places): Promise<Found> {
  const setting = places.setting.trim();
  if (setting !== "") return named(setting, "the setting taskpacket.server.path");

  const variable = places.environment["TASKPACKET_SERVER"]?.trim() ?? "";
  if (variable !== "") return named(variable, "the environment variable TASKPACKET_SERVER");

  const bundled = path.join(places.extensionPath, "server", NAME);
  if ((await trouble(bundled)) === undefined) return { path: bundled, why: "it came with the extension" };

  for (const folder of (places.environment["PATH"] ?? "").split(path.delimiter)) {
    // A relative entry may lead into the workspace, whose programs are not ours to run.
    if (!path.isAbsolute(folder)) continue;
    const candidate = path.join(folder, NAME);
    if ((await trouble(candidate)) === undefined) return { path: candidate, why: "found on PATH" };
  }
  throw new Error("no server: none came with the extension and `taskpacket` is not on PATH.");
}

async function named(written: string, by: string): Promise<Found> {
  const file = written.startsWith("~/") ? path.join(homedir(), written.slice(2)) : written;
  if (!path.isAbsolute(file)) throw new Error(`${by} must be an absolute path, not \`${written}\`.`);
  const why = await trouble(file);
  if (why !== undefined) throw new Error(`${by} names \`${file}\`, which ${why}.`);
  return { path: file, why: `named by ${by}` };
}

async function trouble(file: string): Promise<string | undefined> {
  try {
    if (!(await stat(file)).isFile()) return "is not a file";
  } catch {
    return "does not exist";
  }
  try {
    await access(file, constants.X_OK);
  } catch {
    return "may not be run";
  }
  return undefined;
}

/** Runs it once for its version, so that a program that cannot run is told of by name. */
export function probe(server: Found): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(server.path, ["--version"], { timeout: 10_000 }, (error, stdout) => {
      const said = stdout.trim();
      if (error === null && said.startsWith("taskpacket ")) return resolve(said);
      const why = error === null ? "is another program" : `does not run: ${firstLine(error.message)}`;
      reject(new Error(`\`${server.path}\` (${server.why}) ${why}.`));
    });
  });
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
