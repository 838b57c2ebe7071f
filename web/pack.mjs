// Packs the package for the browser: modules and regular expressions compiled by the very Python that will run them there,
// without what only terminals and editors use.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const COMPILED = `
import compileall, pathlib, py_compile, sys, zipfile

NOT_IN_THE_PAGE = ("giar_lark/cli/", "giar_lark/lsp/", "giar_lark/conformance/", "giar_lark/web/page/")
# rich draws nothing here; only its table of character widths is read
OF_RICH = ("rich/__init__", "rich/_extension", "rich/cells", "rich/_unicode_data")

def is_wanted(name):
    if name.endswith(".py") or ".dist-info/" in name or name.startswith(NOT_IN_THE_PAGE):
        return False
    return name.startswith(OF_RICH) or not name.startswith("rich/")

root = pathlib.Path("/packages")
sys.path[:0] = [str(root), "/project/tools"]
import write_patterns
write_patterns.write(root / "giar_lark")
unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
assert compileall.compile_dir(root, quiet=1, legacy=True, invalidation_mode=unchecked, stripdir=str(root))
with zipfile.ZipFile("/packages.zip", "w", zipfile.ZIP_DEFLATED) as packed:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and is_wanted(name):
            packed.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
`;

/** The bytes of one archive with all that some wheels hold and the page needs. */
export async function packed(wheels) {
  const python = await loadPyodide();
  python.mountNodeFS("/project", PROJECT);
  for (const wheel of wheels) python.unpackArchive(new Uint8Array(readFileSync(wheel)), "zip", { extractDir: "/packages" });
  python.runPython(COMPILED);
  return python.FS.readFile("/packages.zip");
}
