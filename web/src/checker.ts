// The worker as a set of functions. The page's policy holds in it too, for it is begun from within the page.

import type { Change, Report } from "./report";
import type { Language } from "./words";

export class Checker {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  private last = 0;

  constructor() {
    const base = new URL(".", location.href);
    // a worker from an address of its own would have no policy; one from a blob has that of its page
    const script = new Blob([`import ${JSON.stringify(new URL("worker.js", base).href)};`], { type: "text/javascript" });
    const address = URL.createObjectURL(script);
    this.worker = new Worker(address, { type: "module", name: base.href });
    this.worker.onmessage = (event: MessageEvent<{ id: number; value?: unknown; error?: string }>) => this.take(event.data);
    this.worker.onerror = (event) => this.fail(new Error(event.message));
  }

  ready = () => this.call("ready") as Promise<true>;
  sample = () => this.call("sample") as Promise<string>;
  open = (data: Uint8Array, name: string, lang: Language) => this.report("open", data, name, lang);
  state = (lang: Language) => this.report("state", lang);
  edit = (changes: Change[]) => this.report("edit", JSON.stringify(changes));
  fix = (id: string) => this.report("fix", id);
  fixAll = () => this.report("fix_all");
  saved = () => this.call("saved") as Promise<Uint8Array<ArrayBuffer>>;
  savedName = () => this.call("saved_name") as Promise<string>;

  private async report(call: string, ...args: unknown[]): Promise<Report> {
    return JSON.parse((await this.call(call, ...args)) as string) as Report;
  }

  private call(call: string, ...args: unknown[]): Promise<unknown> {
    const id = ++this.last;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, call, args });
    });
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
