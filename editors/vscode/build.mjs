// Bundles the extension to dist/extension.js, with the licences of what is in it beside it; with --test, the tests to
// out/test/, a stand-in for the editor among them.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const shared = { bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" };

/** The licences of the packages that a bundle is made of. */
function licences(inputs) {
  const roots = Object.keys(inputs).map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]);
  const texts = [...new Set(roots.filter(Boolean))].sort().map((root) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
    const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file && existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, "utf8").trim() : license;
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

if (process.argv.includes("--test")) {
  rmSync("out", { recursive: true, force: true });
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...shared,
    sourcemap: "inline",
    entryPoints: tests.map((name) => `test/${name}`),
    outdir: "out/test",
    alias: { vscode: "./test/vscode.ts", "vscode-languageclient/node": "./test/languageclient.ts" },
  });
} else {
  rmSync("dist", { recursive: true, force: true });
  const { metafile } = await build({
    ...shared,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  writeFileSync("dist/LICENSES.txt", licences(metafile.inputs));
}
