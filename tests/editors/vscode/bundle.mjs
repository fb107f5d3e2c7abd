// One TypeScript file of the client, as a module.
import { createRequire } from "node:module";

export async function load(client, file) {
  const { buildSync } = createRequire(`${client}/package.json`)("esbuild");
  const options = { entryPoints: [`${client}/src/${file}`], bundle: true, platform: "node", format: "esm", write: false };
  const text = buildSync(options).outputFiles[0].text;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
