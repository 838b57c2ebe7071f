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
  #turn: Promise<void> = Promise.resolve();
  #wanted = false;

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

  /** Start the server with the first report; later ones find it running, or have been told why not. */
  startOnce(): Promise<void> {
    return this.#wanted ? this.#turn : this.restart();
  }

  /** Start the server anew where it was wanted before: a setting has changed. */
  async changed(): Promise<void> {
    if (this.#wanted) await this.restart();
  }

  /** Stop the server and start it; one at a time, however often it is asked for. */
  restart(): Promise<void> {
    this.#wanted = true;
    this.#turn = this.#turn.then(() => this.#stop()).then(() => this.#start());
    return this.#turn;
  }

  /** Start the server; where the program is missing or fails, tell what to do, and do not wait for the answer. */
  async #start(): Promise<void> {
    const program = this.program;
    const version = await ask(program, ["--version"]);
    if (version.kind === "missing") return void tellMissing(program);
    if (version.kind === "failed") return void tellFailed(program, version.text, this.output);
    this.output.info(`${program}: ${version.text.trim()}`);
    const client = new LanguageClient("giar-lark", "giar-lark", serverOptions(program), clientOptions(this.output));
    try {
      await client.start();
    } catch (error) {
      const reason = await ask(program, ["lsp"]);
      return void tellFailed(program, reason.kind === "failed" ? reason.text : String(error), this.output);
    }
    this.#client = client;
    await vscode.commands.executeCommand("setContext", "giar-lark.running", true);
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await vscode.commands.executeCommand("setContext", "giar-lark.running", false);
    await client?.dispose();
  }

  dispose(): void {
    void this.#stop();
    this.output.dispose();
  }
}

/** Where reports are edited; what stands in a history or a comparison is not. */
export const SCHEMES = ["file", "untitled"];

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
    documentSelector: SCHEMES.map((scheme) => ({ scheme, language: "giar" })),
    outputChannel: output,
    initializationOptions: optionsFrom(
      (name) => settings().get(name),
      vscode.env.language,
      (path) => expanded(path, folder),
    ),
    middleware: middleware(),
  };
}
