// The worker as a set of functions. The page's policy holds in it too, for it is begun from within the page.

import type { Change, Report } from "./report";
import type { Language } from "./words";

interface Waiting {
  done(value: unknown): void;
  failed(error: Error): void;
}

export class Checker {
  private worker = begun();
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  /** What has brought the documents to where they are: done once more after an accident. */
  private past: [string, unknown[]][] = [];

  constructor() {
    this.listen();
  }

  ready = () => this.call("ready") as Promise<true>;
  sample = () => this.call("sample") as Promise<string>;
  blank = () => this.call("blank") as Promise<Uint8Array<ArrayBuffer>>;
  clear = () => {
    this.past = [];
    return this.call("clear");
  };
  /** Open a document beside the others; the name that it has from now on. */
  add = (data: Uint8Array, name: string, lang: Language) => this.step("add", data, name, lang) as Promise<string>;
  turnTo = (name: string, lang: Language) => this.report("turn_to", name, lang);
  state = (lang: Language) => this.report("state", lang);
  edit = (changes: Change[]) => this.report("edit", JSON.stringify(changes));
  fix = (id: string) => this.report("fix", id);
  fixAll = () => this.report("fix_all");
  saved = () => this.call("saved") as Promise<Uint8Array<ArrayBuffer>>;
  savedName = () => this.call("saved_name") as Promise<string>;

  /** After an accident: a new worker, and all once more that went well before. */
  async recover(): Promise<void> {
    this.worker.terminate();
    this.fail(new Error("ended"));
    this.worker = begun();
    this.listen();
    for (const [call, args] of this.past) await this.call(call, ...args);
  }

  private async report(call: string, ...args: unknown[]): Promise<Report> {
    return JSON.parse((await this.step(call, ...args)) as string) as Report;
  }

  private async step(call: string, ...args: unknown[]): Promise<unknown> {
    const value = await this.call(call, ...args);
    this.past.push([call, args]);
    return value;
  }

  private call(call: string, ...args: unknown[]): Promise<unknown> {
    const id = ++this.last;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, call, args });
    });
  }

  private listen() {
    this.worker.onmessage = (event: MessageEvent<{ id: number; value?: unknown; error?: string }>) => this.take(event.data);
    this.worker.onerror = (event) => this.fail(new Error(event.message));
  }

  private take({ id, value, error }: { id: number; value?: unknown; error?: string }) {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) waiting?.done(value);
    else waiting?.failed(new Error(error));
  }

  private fail(error: Error) {
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}

function begun(): Worker {
  const base = new URL(".", location.href);
  // a worker from an address of its own would have no policy; one from a blob has that of its page
  const script = new Blob([`import ${JSON.stringify(new URL("worker.js", base).href)};`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(script), { type: "module", name: base.href });
}
