// A stand-in for the client of the server: it notes how it is made, and starts unless told not to.
import { log } from "./vscode.ts";

export class LanguageClient {
  #running = false;

  constructor(...given: unknown[]) {
    log.calls.push(["client", ...given]);
  }

  isRunning(): boolean {
    return this.#running;
  }

  async start(): Promise<void> {
    if (log.answers.get("start") === "refuse") throw new Error("connection closed");
    this.#running = true;
  }

  async dispose(): Promise<void> {
    this.#running = false;
  }
}
