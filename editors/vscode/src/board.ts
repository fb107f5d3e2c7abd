/** Where the task board lies, given the text of `taskpacket.toml` (empty where there is none). */
export function boardPath(toml: string): string {
  const layout = layoutOf(toml);
  const governance = layout.get("governance") ?? ".GOV";
  return layout.get("task-board") ?? `${governance}/roles_shared/TASK_BOARD.md`;
}

/** The plain strings of the table `[layout]`: all that the board's place depends on. */
function layoutOf(toml: string): Map<string, string> {
  const found = new Map<string, string>();
  let table = "";
  for (const line of toml.split(/\r?\n/)) {
    const header = /^\s*\[\s*([\w.-]+)\s*\]\s*(#.*)?$/.exec(line);
    if (header) {
      table = header[1] ?? "";
      continue;
    }
    const entry = /^\s*(layout\s*\.\s*)?([\w-]+)\s*=\s*(?:"([^"\\]*)"|'([^']*)')/.exec(line);
    const inLayout = entry?.[1] !== undefined ? table === "" : table === "layout";
    if (entry?.[2] !== undefined && inLayout) found.set(entry[2], entry[3] ?? entry[4] ?? "");
  }
  return found;
}
