// Annual reports on information disclosure in VS Code: colours by the grammar, everything else by `giar-lark lsp`.
import * as vscode from "vscode";
import { checkFolder, newReport, rulePage, treatAsReport } from "./commands.ts";
import { looksLikeReport } from "./detect.ts";
import { SCHEMES, Server, settings } from "./server.ts";

const RESTART = ["path", "lang", "select", "ignore", "baseline", "inlayHints"].map((name) => `giar-lark.${name}`);

export function activate(context: vscode.ExtensionContext): void {
  const server = new Server();
  const manifest: unknown = context.extension.packageJSON;
  const commands: Record<string, (...given: never[]) => unknown> = {
    check: (folder?: vscode.Uri) => checkFolder(server, folderOf(folder)),
    rulePage: () => rulePage(server, manifest),
    format: () => vscode.commands.executeCommand("editor.action.formatDocument"),
    new: () => newReport(server),
    treatAsReport: () => treatAsReport(),
    restart: () => server.restart(),
    showOutput: () => server.output.show(),
  };
  context.subscriptions.push(
    server,
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`giar-lark.${name}`, run)),
    vscode.workspace.onDidOpenTextDocument((document) => opened(server, document, manifest)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (RESTART.some((name) => event.affectsConfiguration(name))) void server.changed();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.changed()),
  );
  for (const document of vscode.workspace.textDocuments) void opened(server, document, manifest);
}

/** Start the server with the first report; ask about a plain text that looks like one. */
async function opened(server: Server, document: vscode.TextDocument, manifest: unknown): Promise<void> {
  if (!SCHEMES.includes(document.uri.scheme)) return;
  if (document.languageId === "giar") {
    await server.startOnce();
  } else if (document.languageId === "plaintext" && looksLikeReport(document.getText(), titleIn(manifest))) {
    if (await wanted()) await treatAsReport(document);
  }
}

/** Whether a text that looks like a report shall be taken for one, by the setting or by asking. */
async function wanted(): Promise<boolean> {
  const detect = settings().get<string>("detect");
  if (detect !== "ask") return detect === "always";
  const yes = vscode.l10n.t("Check it");
  const always = vscode.l10n.t("Always");
  const never = vscode.l10n.t("Never");
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t("This looks like an annual report on information disclosure."),
    yes,
    always,
    never,
  );
  if (chosen === always || chosen === never) {
    await settings().update("detect", chosen === always ? "always" : "never", vscode.ConfigurationTarget.Global);
  }
  return chosen === yes || chosen === always;
}

/** How a report begins, as the manifest says it to the editor, too. */
function titleIn(manifest: unknown): RegExp {
  const { contributes } = manifest as { contributes: { languages: { firstLine: string }[] } };
  return new RegExp(contributes.languages[0]?.firstLine ?? "$^", "u");
}

/** A command's argument, where it is a place; a button in an editor's title gives the file. */
function folderOf(given: vscode.Uri | undefined): vscode.Uri | undefined {
  const file = given?.path.match(/\.(?:txt|giar|md|html?)$/i);
  if (given === undefined || !file) return given;
  return vscode.workspace.getWorkspaceFolder(given)?.uri ?? vscode.Uri.joinPath(given, "..");
}
