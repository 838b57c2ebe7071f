// Builds the page into dist/: the bundled scripts, the style, Pyodide, and the package with what it needs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packed } from "./pack.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = `${here}dist/`;
const python = process.env.PYTHON ?? "python3";
// what the package needs in the browser
const NEEDED = ["lark>=1.2,<2", "rich>=13.8"];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await build({
  entryPoints: [`${here}src/app.ts`, `${here}src/worker.ts`, `${here}src/style.css`],
  outdir: dist,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  external: ["./pyodide/pyodide.mjs"],
  legalComments: "linked",
});
for (const name of ["index.html", "icon.svg"]) cpSync(`${here}src/${name}`, `${dist}${name}`);

mkdirSync(`${dist}pyodide`);
for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"]) {
  cpSync(`${here}node_modules/pyodide/${name}`, `${dist}pyodide/${name}`);
}

const pip = (...args) => execFileSync(python, ["-m", "pip", ...args, "--quiet", "--no-deps"], { stdio: ["ignore", "ignore", "inherit"] });
const wheels = mkdtempSync(join(tmpdir(), "giar-lark-"));
try {
  pip("wheel", "--wheel-dir", wheels, `${here}..`);
  pip("download", "--only-binary", ":all:", "--dest", wheels, ...NEEDED);
  // the last file: a page that has it is finished
  writeFileSync(`${dist}packages.zip`, await packed(readdirSync(wheels).map((name) => join(wheels, name))));
} finally {
  rmSync(wheels, { recursive: true, force: true });
}
