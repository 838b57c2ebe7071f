// The package in a worker: Pyodide runs it. Messages are `{id, call, args}`, answers `{id, value}` or `{id, error}`.

import type { PyProxy } from "pyodide/ffi";

type OfDocument = "state" | "edit" | "fix" | "fix_all" | "saved" | "saved_name";
type Call = OfDocument | "ready" | "sample" | "blank" | "clear" | "add" | "turn_to";

type Session = PyProxy & Record<OfDocument, (...args: unknown[]) => unknown>;

interface Desk extends PyProxy {
  clear(): void;
  add(data: PyProxy, name: string, lang: string): string;
  turn_to(name: string): Session;
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
  const desk = python.pyimport("giar_lark.web.desk").Desk() as Desk;
  return { python, session, desk };
}

const started = start();
let current: Session | undefined;

async function answer(call: Call, args: unknown[]): Promise<unknown> {
  const { python, session, desk } = await started;
  switch (call) {
    case "ready":
      return true;
    case "sample":
      return session.sample();
    case "blank":
      return copied(session.blank());
    case "clear":
      return desk.clear();
    case "add": {
      const [data, name, lang] = args as [Uint8Array, string, string];
      const bytes = python.toPy(data);
      const free = desk.add(bytes, name, lang);
      bytes.destroy();
      return free;
    }
    case "turn_to":
      current?.destroy();
      current = desk.turn_to(args[0] as string);
      return current.state(args[1]);
  }
  if (current === undefined) throw new Error("no document is open");
  return call === "saved" ? copied(current.saved() as PyProxy) : current[call](...args);
}

function copied(bytes: PyProxy): Uint8Array {
  const data = (bytes.toJs() as Uint8Array).slice();
  bytes.destroy();
  return data;
}

self.onmessage = async (event: MessageEvent<{ id: number; call: Call; args: unknown[] }>) => {
  const { id, call, args } = event.data;
  try {
    self.postMessage({ id, value: await answer(call, args) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
