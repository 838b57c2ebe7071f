// What to tell where the program cannot be started: what is wrong, and one thing to do.
import * as vscode from "vscode";
import { INSTALL } from "./program.ts";

/** The program is not there. */
export async function tellMissing(program: string): Promise<void> {
  await offer(
    vscode.l10n.t(
      'The program "{0}" was not found, so reports are coloured but not checked. To install it, type: {1}',
      program,
      INSTALL,
    ),
  );
}

/** The program is there and does not run as a server. */
export async function tellFailed(program: string, reason: string, output: vscode.LogOutputChannel): Promise<void> {
  output.error(`${program}: ${reason}`);
  const last = reason.split("\n").at(-1) ?? "";
  await offer(
    vscode.l10n.t('"{0}" could not be started: {1}. To install what it needs, type: {2}', program, last, INSTALL),
  );
}

async function offer(message: string): Promise<void> {
  const copy = vscode.l10n.t("Copy the command");
  const set = vscode.l10n.t("Set the path…");
  const chosen = await vscode.window.showErrorMessage(message, copy, set);
  if (chosen === copy) await vscode.env.clipboard.writeText(INSTALL);
  if (chosen === set) await vscode.commands.executeCommand("workbench.action.openSettings", "giar-lark.path");
}
