"use strict";
const { spawnSync } = require("child_process");
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");

const ID = "taskpacket.taskpacket";

/** The first truthy answer, or an error that names what was waited for. */
async function until(what, ask, ms = 20000) {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const code = (diagnostic) =>
  typeof diagnostic.code === "object" && diagnostic.code ? String(diagnostic.code.value) : String(diagnostic.code);

const codes = (uri) => vscode.languages.getDiagnostics(uri).map(code);

async function show(folder, name) {
  const uri = vscode.Uri.file(path.join(folder, name));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The position of the first `words`, a few letters in. */
function at(document, words, inside = 1) {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`${document.fileName} does not contain ${words}`);
  return document.positionAt(offset + inside);
}

async function replace(document, old, now) {
  const start = at(document, old, 0);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + old.length)), now);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error("the edit was not applied");
}

/** The servers that this extension host has started. */
function processes() {
  const found = spawnSync("pgrep", ["-P", String(process.pid), "-x", "taskpacket"], { encoding: "utf8" }).stdout;
  return found.trim().split("\n").filter((line) => line !== "").map(Number);
}

/** The processor's time of a process so far, in milliseconds. */
function processor(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  // utime and stime, in ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

module.exports = { ID, at, code, codes, processes, processor, replace, show, until };
