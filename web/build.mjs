// Builds the page into dist/: the bundled scripts, the style, Pyodide, and the wheels of the package and of what it needs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = `${here}dist/`;
const python = process.env.PYTHON ?? "python3";
// what the package needs in the browser; rich draws nothing here, only its table of character widths is read
const NEEDED = ["lark>=1.2,<2", "rich>=13.8"];

rmSync(dist, { recursive: true, force: true });
mkdirSync(`${dist}packages`, { recursive: true });

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
pip("wheel", "--wheel-dir", `${dist}packages`, `${here}..`);
pip("download", "--only-binary", ":all:", "--dest", `${dist}packages`, ...NEEDED);
writeFileSync(`${dist}packages/index.json`, JSON.stringify(readdirSync(`${dist}packages`).filter((name) => name.endsWith(".whl")).sort()));
