// The package in a worker: Pyodide runs it, one document at a time. Messages are `{id, call, args}`, answers `{id, value}`.

import type { PyProxy } from "pyodide/ffi";

type Call = "open" | "state" | "edit" | "fix" | "fix_all" | "saved" | "saved_name" | "printable" | "sample" | "ready";

interface Session extends PyProxy {
  state(lang: string): string;
  edit(changes: string): string;
  fix(id: string): string;
  fix_all(): string;
  saved(): PyProxy;
  saved_name(): string;
  printable(): string;
}

const base = new URL(self.name);

async function start() {
  const packages = fetch(new URL("packages.zip", base)).then((answer) => answer.arrayBuffer());
  const { loadPyodide } = await import(new URL("pyodide/pyodide.mjs", base).href);
  const python = await loadPyodide({ indexURL: new URL("pyodide/", base).href });
  python.unpackArchive(await packages, "zip");
  const session = python.pyimport("giar_lark.web.session");
  // the first check loads the grammar: it is done on a report that is at hand, so that the user's does not wait for it
  session.Session(python.toPy(new TextEncoder().encode(session.sample())), "sample", "zh").destroy();
  return { python, session };
}

const started = start();
let current: Session | undefined;

async function answer(call: Call, args: unknown[]): Promise<unknown> {
  const { python, session } = await started;
  if (call === "ready") return true;
  if (call === "sample") return session.sample();
  if (call === "open") {
    const [data, name, lang] = args as [Uint8Array, string, string];
    current?.destroy();
    const bytes = python.toPy(data);
    current = session.Session(bytes, name, lang) as Session;
    bytes.destroy();
    return current.state(lang);
  }
  if (current === undefined) throw new Error("no document is open");
  if (call === "saved") {
    const bytes = current.saved();
    const data = bytes.toJs() as Uint8Array;
    bytes.destroy();
    return data.slice();
  }
  const method = current[call] as (...values: unknown[]) => unknown;
  return method.call(current, ...args);
}

self.onmessage = async (event: MessageEvent<{ id: number; call: Call; args: unknown[] }>) => {
  const { id, call, args } = event.data;
  try {
    self.postMessage({ id, value: await answer(call, args) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
