// Copies what the extension shares with the rest of the project: the grammar and the licences.
import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const top = fileURLToPath(new URL("../../..", import.meta.url));
mkdirSync(`${here}syntaxes`, { recursive: true });
const grammar = "taskpacket.injection.tmLanguage.json";
cpSync(`${top}grammars/${grammar}`, `${here}syntaxes/${grammar}`);
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(`${top}${licence}`, `${here}${licence}`);
