// A stand-in for the editor: it notes what is asked of it, and answers what a test has laid ready.
export const log: { calls: unknown[][]; answers: Map<string, unknown>; settings: Record<string, unknown> } = {
  calls: [],
  answers: new Map(),
  settings: {},
};

export function reset(settings: Record<string, unknown> = {}, answers: Record<string, unknown> = {}): void {
  log.calls = [];
  log.settings = settings;
  log.answers = new Map(Object.entries(answers));
  listeners.clear();
}

export const listeners = new Map<string, (given: never) => unknown>();

function note(name: string, ...given: unknown[]): Promise<unknown> {
  log.calls.push([name, ...given]);
  return Promise.resolve(log.answers.get(name));
}

function listen(name: string) {
  return (listener: (given: never) => unknown) => {
    listeners.set(name, listener);
    return { dispose() {} };
  };
}

export const window = {
  activeTextEditor: undefined,
  createOutputChannel: () => ({ info() {}, error: (text: string) => void note("output.error", text), show() {}, dispose() {} }),
  showErrorMessage: (...given: unknown[]) => note("showErrorMessage", ...given),
  showInformationMessage: (...given: unknown[]) => note("showInformationMessage", ...given),
  showInputBox: (...given: unknown[]) => note("showInputBox", ...given),
  showQuickPick: (...given: unknown[]) => note("showQuickPick", ...given),
  showTextDocument: (...given: unknown[]) => note("showTextDocument", ...given),
};

export const commands = {
  executeCommand: (name: string, ...given: unknown[]) => note(name, ...given),
  registerCommand: (name: string, run: (given: never) => unknown) => listen(name)(run),
};

export const workspace = {
  isTrusted: false,
  workspaceFolders: undefined,
  textDocuments: [] as unknown[],
  getConfiguration: () => ({
    get: (name: string) => log.settings[name],
    update: (name: string, value: unknown) => note("update", name, value),
  }),
  onDidOpenTextDocument: listen("open"),
  onDidChangeConfiguration: listen("configure"),
  onDidGrantWorkspaceTrust: listen("trust"),
  getWorkspaceFolder: () => undefined,
  openTextDocument: (...given: unknown[]) => note("openTextDocument", ...given),
};

export const languages = { setTextDocumentLanguage: (...given: unknown[]) => note("setTextDocumentLanguage", ...given) };
export const env = { language: "zh-cn", clipboard: { writeText: (text: string) => note("writeText", text) } };
export const l10n = { t: (text: string, ...given: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(given[Number(at)])) };
export const ConfigurationTarget = { Global: 1 };
export const Uri = { parse: (text: string) => ({ text }), joinPath: (...parts: unknown[]) => parts };
