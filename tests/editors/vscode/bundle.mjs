// One TypeScript file of the client, as a module; `instead` gives the text of modules that are only there in VS Code.
import { createRequire } from "node:module";

export async function load(client, file, instead = {}) {
  const { build } = createRequire(`${client}/package.json`)("esbuild");
  const plugin = {
    name: "instead",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path }) => (path in instead ? { path, namespace: "instead" } : undefined));
      onLoad({ filter: /.*/, namespace: "instead" }, ({ path }) => ({ contents: instead[path] }));
    },
  };
  const options = { entryPoints: [`${client}/src/${file}`], bundle: true, platform: "node", format: "esm", write: false, plugins: [plugin] };
  const text = (await build(options)).outputFiles[0].text;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
