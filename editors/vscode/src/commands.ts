// The commands of the extension.
import * as vscode from "vscode";
import { ask } from "./program.ts";
import type { Server } from "./server.ts";
import { rulesIn } from "./rules.ts";

interface Counts {
  readonly folder: string;
  readonly files: number;
  readonly cancelled: boolean;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Check the reports of a folder, or of all folders of the workspace; the problems view has what is found. */
export async function checkFolder(server: Server, folder?: vscode.Uri): Promise<void> {
  if (!(await ready(server))) return;
  const given = folder === undefined ? [] : [folder.toString()];
  const counts = (await vscode.commands.executeCommand<Counts[] | undefined>("giar-lark.checkFolder", ...given)) ?? [];
  const sum = (of: (one: Counts) => number) => counts.reduce((total, one) => total + of(one), 0);
  const [files, errors, warnings, notes] = [
    sum((one) => one.files),
    sum((one) => one.error),
    sum((one) => one.warning),
    sum((one) => one.info),
  ];
  const message = vscode.l10n.t(
    "{0} reports checked: {1} errors, {2} warnings, {3} notes.",
    files,
    errors,
    warnings,
    notes,
  );
  const show = vscode.l10n.t("Show them");
  const chosen = await vscode.window.showInformationMessage(message, ...(errors + warnings + notes > 0 ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand("workbench.actions.view.problems");
}

/** Choose a rule and read its page. */
export async function rulePage(server: Server, manifest: unknown): Promise<void> {
  if (!(await ready(server))) return;
  const items = rulesIn(manifest).map(({ code, about }) => ({ label: code, description: about }));
  const chosen = await vscode.window.showQuickPick(items, {
    matchOnDescription: true,
    placeHolder: vscode.l10n.t("Code or words of the rule"),
  });
  if (chosen !== undefined) await vscode.commands.executeCommand("giar-lark.explainRule", chosen.label);
}

/** Write an empty report for an organ and a year into a new editor. */
export async function newReport(server: Server): Promise<void> {
  const organ = await vscode.window.showInputBox({
    title: vscode.l10n.t("Name of the organ"),
    placeHolder: "青岚县水务局",
  });
  if (organ === undefined) return;
  const year = await vscode.window.showInputBox({
    title: vscode.l10n.t("Year that is reported on"),
    value: String(new Date().getFullYear() - 1),
    validateInput: (text) => (/^20[0-9]{2}$/.test(text) ? undefined : vscode.l10n.t("A year, such as 2025.")),
  });
  if (year === undefined) return;
  const named = organ.trim() === "" ? [] : ["--organ", organ.trim()];
  const answer = await ask(server.program, ["new", ...named, "--year", year]);
  if (answer.kind !== "fine") {
    const reason = answer.kind === "failed" ? answer.text : vscode.l10n.t("giar-lark is not installed.");
    await vscode.window.showErrorMessage(reason);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: "giar", content: answer.text });
  await vscode.window.showTextDocument(document);
}

/** Take the file that is being edited for a report. */
export async function treatAsReport(document = vscode.window.activeTextEditor?.document): Promise<void> {
  if (document !== undefined) await vscode.languages.setTextDocumentLanguage(document, "giar");
}

/** Start the server where it does not run; whether it runs then. */
async function ready(server: Server): Promise<boolean> {
  if (!server.running) await server.restart();
  return server.running;
}
