import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { activate } from "../src/extension.ts";
import { middleware } from "../src/middleware.ts";
import { INSTALL } from "../src/program.ts";
import { listeners, log, reset } from "./vscode.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const report = "某某县水务局2023年政府信息公开工作年度报告\n一、总体情况\n";

function started(settings: Record<string, unknown>, answers: Record<string, unknown> = {}): void {
  reset(settings, answers);
  activate({ subscriptions: [], extension: { packageJSON: manifest } } as never);
}

const open = (document: unknown) => listeners.get("open")?.(document as never);
const run = (name: string, given?: unknown) => listeners.get(`giar-lark.${name}`)?.(given as never);
const text = (languageId: string, words: string, scheme = "file") => ({ languageId, getText: () => words, uri: { scheme } });
const change = (...names: string[]) => {
  const event = { affectsConfiguration: (name: string) => names.includes(name) };
  return listeners.get("configure")?.(event as never);
};
/** Let everything that has been begun come to its end. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const calls = (name: string) => log.calls.filter(([called]) => called === name).map(([, ...given]) => given);

/** A program that answers to `--version`, and to `new` with its words. */
function program(): string {
  const path = join(mkdtempSync(join(tmpdir(), "giar-")), "giar-lark");
  writeFileSync(path, '#!/bin/sh\n[ "$1" = --version ] && echo giar-lark 9 || { [ "$1" = new ] && echo "$@" || { echo install it >&2; exit 2; }; }\n');
  chmodSync(path, 0o755);
  return path;
}

test("every command of the manifest is there", () => {
  started({});
  const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  assert.deepEqual([...listeners.keys()].filter((name) => name.startsWith("giar-lark.")).sort(), declared.sort());
});

test("where the program is missing, the message says what to type", async () => {
  started({ path: "/no/such/giar-lark" }, { showErrorMessage: "Copy the command" });
  await open(text("giar", report));
  await settled();
  assert.equal(calls("showErrorMessage").length, 1);
  assert.ok(String(calls("showErrorMessage")[0]?.[0]).includes(INSTALL));
  assert.deepEqual(calls("writeText"), [[INSTALL]]);
});

test("where the server refuses to start, its own reason is told", async () => {
  started({ path: program() }, { start: "refuse" });
  await open(text("giar", report));
  assert.ok(String(calls("showErrorMessage")[0]?.[0]).includes("install it"));
});

test("the server is started with the first report, with the program and the options of the settings", async () => {
  const path = program();
  started({ path, lang: "auto", select: ["T3"], inlayHints: "off", detect: "ask" });
  await open(text("json", "{}"));
  assert.deepEqual(calls("client"), []);
  await Promise.all([open(text("giar", report)), open(text("giar", report))]);
  const [[, , server, client]] = calls("client") as [[string, string, { command: string; args: string[] }, { initializationOptions: unknown }]];
  assert.equal(calls("client").length, 1);
  assert.deepEqual([server.command, server.args], [path, ["lsp"]]);
  assert.deepEqual(client.initializationOptions, { lang: "zh", inlayHints: "off", select: ["T3"] });
});

test("a plain text that looks like a report is asked about, and the answer is kept", async () => {
  started({ detect: "ask" }, { showInformationMessage: "Always" });
  const document = text("plaintext", report);
  await open(document);
  assert.deepEqual(calls("setTextDocumentLanguage"), [[document, "giar"]]);
  assert.deepEqual(calls("update"), [["detect", "always"]]);
});

test("a plain text is left alone where that is set, or where it is no report", async () => {
  started({ detect: "never" });
  await open(text("plaintext", report));
  started({ detect: "always" });
  await open(text("plaintext", "会议纪要"));
  assert.deepEqual(calls("setTextDocumentLanguage"), []);
});

test("a setting that was wrong and is mended starts the server; before the first report nothing does", async () => {
  started({ path: "/no/such/giar-lark" });
  await change("giar-lark.path");
  await settled();
  assert.deepEqual(calls("showErrorMessage"), []);
  await open(text("giar", report));
  log.settings["path"] = program();
  await change("giar-lark.path");
  await settled();
  assert.equal(calls("client").length, 1);
  await change("editor.fontSize");
  await settled();
  assert.equal(calls("client").length, 1);
});

test("a message that nobody answers does not keep the server from starting", async () => {
  started({ path: "/no/such/giar-lark" }, { showErrorMessage: new Promise(() => {}) });
  await open(text("giar", report));
  log.settings["path"] = program();
  await change("giar-lark.path");
  await settled();
  assert.equal(calls("client").length, 1);
});

test("a report that has been told of once is not told of again", async () => {
  started({ path: "/no/such/giar-lark" });
  await open(text("giar", report));
  await open(text("giar", report));
  assert.equal(calls("showErrorMessage").length, 1);
});

test("what stands in a history is left alone", async () => {
  started({ path: program(), detect: "always" });
  await open(text("giar", report, "git"));
  await open(text("plaintext", report, "git"));
  assert.deepEqual([calls("client"), calls("setTextDocumentLanguage")], [[], []]);
});

test("a folder is checked by the server, and the counts are told", async () => {
  const counts = [{ folder: "/a", files: 3, cancelled: false, error: 2, warning: 1, info: 0 }];
  started({ path: program() }, { "giar-lark.checkFolder": counts, showInformationMessage: "Show them" });
  await run("check", { path: "/a", toString: () => "file:///a" });
  assert.deepEqual(calls("giar-lark.checkFolder"), [["file:///a"]]);
  assert.equal(calls("showInformationMessage")[0]?.[0], "3 reports checked: 2 errors, 1 warnings, 0 notes.");
  assert.equal(calls("workbench.actions.view.problems").length, 1);
});

test("a rule is chosen and explained", async () => {
  started({ path: program() }, { showQuickPick: { label: "T3-03" } });
  await run("rulePage");
  assert.deepEqual(calls("giar-lark.explainRule"), [["T3-03"]]);
});

test("a new report is opened as one", async () => {
  started({ path: program() }, { showInputBox: "2024" });
  await run("new");
  assert.deepEqual(calls("openTextDocument"), [[{ language: "giar", content: "new --organ 2024 --year 2024\n" }]]);
});

test("the reason of a dismissal is asked for, and without one nothing is done", async () => {
  const sent: unknown[] = [];
  const next = (_: string, given: unknown[]) => sent.push(...given);
  const send = (given: object) => middleware().executeCommand?.("giar-lark.dismiss", [given], next as never);
  reset({}, { showInputBox: " 登记如此 " });
  await send({ uri: "file:///a", id: "x" });
  await send({ uri: "file:///a", id: "x", reason: "有了" });
  reset({}, {});
  await send({ uri: "file:///a", id: "x" });
  assert.deepEqual(sent, [
    { uri: "file:///a", id: "x", reason: "登记如此" },
    { uri: "file:///a", id: "x", reason: "有了" },
  ]);
});

test("a page of a rule is shown to be read", async () => {
  reset();
  const shown = await middleware().window?.showDocument?.({ uri: "file:///T3-03.md" } as never, undefined as never, undefined as never);
  assert.deepEqual([shown, calls("markdown.showPreviewToSide").length], [{ success: true }, 1]);
});

test("everything that is said is said in Chinese, too", () => {
  const bundle = JSON.parse(readFileSync("l10n/bundle.l10n.zh-cn.json", "utf8"));
  const sources = readdirSync("src").map((name) => readFileSync(join("src", name), "utf8")).join("\n");
  const said = [...sources.matchAll(/l10n\.t\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g)].map(([, double, single]) => double ?? single ?? "");
  assert.deepEqual(said.filter((words) => !(words in bundle)), []);
  assert.deepEqual(Object.keys(bundle).filter((words) => !said.includes(words)), []);
});
