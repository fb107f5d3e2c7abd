// Writes the settings of taskpacket.toml into package.json, from their JSON schema. A test of the project compares the two.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const manifest = fileURLToPath(new URL("../package.json", import.meta.url));
const schema = JSON.parse(readFileSync(fileURLToPath(new URL("../../../docs/taskpacket.schema.json", import.meta.url)), "utf8"));

/** `null` stands for what is not set: the file, or else the protocol, decides. */
function property({ type, default: usual, description, ...rest }) {
  delete rest.properties;
  const shown = usual === undefined ? "" : ` Without it: \`${JSON.stringify(usual)}\`.`;
  return {
    type: [type, "null"],
    default: null,
    ...rest,
    scope: "window",
    markdownDescription: `${description}${shown} What \`taskpacket.toml\` says counts more.`,
  };
}

const properties = {};
for (const [name, described] of Object.entries(schema.properties)) {
  if (described.properties === undefined) properties[`taskpacket.${name}`] = property(described);
  for (const [key, inner] of Object.entries(described.properties ?? {})) {
    properties[`taskpacket.${name}.${key}`] = property(inner);
  }
}
const text = JSON.parse(readFileSync(manifest, "utf8"));
const [own, ...others] = [text.contributes.configuration].flat();
text.contributes.configuration = [own, { title: "What is checked", order: 2, properties }];
if (others.length > 1) throw new Error("package.json has more settings than these two groups");
writeFileSync(manifest, JSON.stringify(text, null, 2) + "\n");
