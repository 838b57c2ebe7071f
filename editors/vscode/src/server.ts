// The language server: started, stopped, and spoken to.
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { middleware } from "./middleware.ts";
import { tellFailed, tellMissing } from "./missing.ts";
import { optionsFrom } from "./options.ts";
import { ask, expanded, programOf } from "./program.ts";

export class Server {
  readonly output = vscode.window.createOutputChannel("giar-lark", { log: true });
  #client: LanguageClient | undefined;

  /** The program that runs the server, as the settings have it now. */
  get program(): string {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return programOf({
      setting: settings().get<string>("path") ?? "",
      folders: folders.map((folder) => folder.uri.fsPath),
      trusted: vscode.workspace.isTrusted,
    });
  }

  /** Whether the server is there to be asked. */
  get running(): boolean {
    return this.#client?.isRunning() ?? false;
  }

  /** Start the server; where the program is missing or fails, tell what to do. */
  async start(): Promise<void> {
    const program = this.program;
    const version = await ask(program, ["--version"]);
    if (version.kind === "missing") return tellMissing(program);
    if (version.kind === "failed") return tellFailed(program, version.text, this.output);
    this.output.info(`${program}: ${version.text.trim()}`);
    const client = new LanguageClient("giar-lark", "giar-lark", serverOptions(program), clientOptions(this.output));
    try {
      await client.start();
    } catch (error) {
      const reason = await ask(program, ["lsp"]);
      return tellFailed(program, reason.kind === "failed" ? reason.text : String(error), this.output);
    }
    this.#client = client;
    await vscode.commands.executeCommand("setContext", "giar-lark.running", true);
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await vscode.commands.executeCommand("setContext", "giar-lark.running", false);
    await client?.dispose();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  dispose(): void {
    void this.stop();
    this.output.dispose();
  }
}

export function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("giar-lark");
}

function serverOptions(program: string): ServerOptions {
  const env = { ...process.env, PYTHONUTF8: "1" };
  return { command: program, args: ["lsp"], options: { env } };
}

function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return {
    documentSelector: [{ language: "giar" }],
    outputChannel: output,
    initializationOptions: optionsFrom((name) => settings().get(name), vscode.env.language, (path) => expanded(path, folder)),
    middleware: middleware(),
  };
}
