// Which program to start, and what it says when it cannot be.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export interface Surroundings {
  /** What the setting says; empty for nothing. */
  readonly setting: string;
  /** The folders of the workspace. */
  readonly folders: readonly string[];
  /** Whether programs inside these folders may be run. */
  readonly trusted: boolean;
}

/** What to type to install the program. */
export const INSTALL = 'python -m pip install "giar-lark[lsp]"';

/** The program to start: the one set, the one in the environment of a trusted folder, or the one on the PATH. */
export function programOf(
  around: Surroundings,
  exists: (path: string) => boolean = existsSync,
  platform: string = process.platform,
): string {
  if (around.setting !== "") return expanded(around.setting, around.folders[0]);
  const inside = platform === "win32" ? join(".venv", "Scripts", "giar-lark.exe") : join(".venv", "bin", "giar-lark");
  const own = around.trusted ? around.folders.map((folder) => join(folder, inside)).find(exists) : undefined;
  return own ?? "giar-lark";
}

/** A path of the settings with `~` and `${workspaceFolder}` written out. */
export function expanded(path: string, folder: string | undefined): string {
  const home = path === "~" || path.startsWith("~/") ? homedir() + path.slice(1) : path;
  return folder === undefined ? home : home.replaceAll("${workspaceFolder}", folder);
}

export type Answer =
  | { readonly kind: "fine"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "failed"; readonly text: string };

/** What a program answers to some arguments, with nothing on its standard input. */
export function ask(program: string, words: readonly string[], timeout = 20_000): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(program, words, { timeout, encoding: "utf8" }, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "fine", text: stdout });
      else if (error.code === "ENOENT" || error.code === "EACCES") resolve({ kind: "missing" });
      else resolve({ kind: "failed", text: stderr.trim() || error.message });
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end();
  });
}
