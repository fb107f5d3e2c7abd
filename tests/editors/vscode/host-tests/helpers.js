"use strict";
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");

const ID = "taskpacket.taskpacket";

/** The first truthy answer, or an error that names what was waited for; the limit is for machines that do much else. */
async function until(what, ask, ms = 60000) {
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
  const isOurs = (pid) => {
    try {
      const [, name, rest] = /\((.*)\) (.*)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
      const [state, parent] = rest.split(" ");
      return name === "taskpacket" && state !== "Z" && Number(parent) === process.pid;
    } catch {
      return false;
    }
  };
  return fs.readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && isOurs(entry)).map(Number);
}

/** The processor's time of a process so far, in milliseconds. */
function processor(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  // utime and stime, in ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Until a process has had nothing to do for a while. */
async function quiet(pid) {
  let [before, since] = [processor(pid), Date.now()];
  await until("quiet", () => {
    const now = processor(pid);
    if (now !== before) [before, since] = [now, Date.now()];
    return Date.now() - since > 1000;
  });
}

/** What the extension gives its tests, once it is there. */
async function active() {
  const extension = await until("active", () => {
    const found = vscode.extensions.getExtension(ID);
    return found && found.isActive && found;
  });
  return extension.exports;
}

/** Milliseconds for reading the code and running it, both as VS Code's own page about performance tells them. */
async function activation() {
  await vscode.commands.executeCommand("perfview.show");
  const row = await until("its line", () => {
    const text = vscode.workspace.textDocuments.map((document) => document.getText()).join("\n");
    return text.split("\n").find((line) => line.includes(ID) && line.split("|").length > 5);
  });
  const times = row.split("|").map((cell) => cell.trim()).filter((cell) => /^\d+$/.test(cell)).map(Number);
  if (times.length < 3) throw new Error(`no times of the activation: ${row}`);
  return times.reduce((sum, time) => sum + time, 0);
}

/** Lets the page look at the window as it is now. */
async function looked(folder) {
  const out = path.join(process.env.TASKPACKET_TEST_OUT, path.basename(folder));
  fs.writeFileSync(out + ".look", "");
  await until("the page has looked", () => fs.existsSync(out + ".looked"), 180000);
}

module.exports = { ID, activation, active, at, code, codes, looked, processes, processor, quiet, replace, show, until };
