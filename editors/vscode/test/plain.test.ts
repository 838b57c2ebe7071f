import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { test } from "node:test";
import { looksLikeReport } from "../src/detect.ts";
import { languageOf, optionsFrom } from "../src/options.ts";
import { ask, expanded, programOf } from "../src/program.ts";
import { rulesIn } from "../src/rules.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const title = new RegExp(manifest.contributes.languages[0].firstLine, "u");
const around = { setting: "", folders: ["/a", "/b"], trusted: true };

test("the program of the settings wins", () => {
  assert.equal(programOf({ ...around, setting: "~/x/giar-lark" }), `${homedir()}/x/giar-lark`);
  assert.equal(programOf({ ...around, setting: "${workspaceFolder}/bin/giar-lark" }), "/a/bin/giar-lark");
});

test("the environment of a folder is used where the folder is trusted", () => {
  const inB = (path: string) => path === "/b/.venv/bin/giar-lark";
  assert.equal(programOf(around, inB, "linux"), "/b/.venv/bin/giar-lark");
  assert.equal(programOf({ ...around, trusted: false }, inB, "linux"), "giar-lark");
  assert.equal(programOf(around, () => false, "linux"), "giar-lark");
});

test("a tilde within a name is none of the user's folder", () => {
  assert.equal(expanded("~x/giar-lark", undefined), "~x/giar-lark");
});

test("a program that is missing, one that fails, and one that answers are told apart", async () => {
  assert.deepEqual(await ask("no-such-program-giar", []), { kind: "missing" });
  assert.deepEqual(await ask(process.execPath, ["-e", "console.error('why'); process.exit(2)"]), { kind: "failed", text: "why" });
  assert.deepEqual(await ask(process.execPath, ["-e", "console.log('giar-lark 1')"]), { kind: "fine", text: "giar-lark 1\n" });
});

test("what is not set is not said to the server", () => {
  const set = new Map<string, unknown>([["lang", "auto"], ["select", []], ["baseline", ""], ["inlayHints", "off"]]);
  assert.deepEqual(optionsFrom((name) => set.get(name), "zh-cn", (path) => path), { lang: "zh", inlayHints: "off" });
});

test("what is set is said to the server", () => {
  const set = new Map<string, unknown>([["lang", "en"], ["ignore", ["FM"]], ["baseline", "known.json"], ["inlayHints", "all"]]);
  const options = optionsFrom((name) => set.get(name), "zh-cn", (path) => `/a/${path}`);
  assert.deepEqual(options, { lang: "en", inlayHints: "all", ignore: ["FM"], baseline: "/a/known.json" });
});

test("the language is the editor's unless it is set", () => {
  assert.deepEqual([languageOf("auto", "zh-tw"), languageOf("auto", "de"), languageOf("zh", "en")], ["zh", "en", "zh"]);
});

test("a report is known by its title and its first heading", () => {
  assert.ok(looksLikeReport("\n　某某县水务局\n2023年政府信息公开工作年度报告\n\n引言。\n一、总体情况\n", title));
  assert.ok(looksLikeReport("\ufeff# 某某县2023年政府信息公开年报\r\n1、 总体情况\r\n", title));
  assert.ok(!looksLikeReport("关于报送2023年政府信息公开工作年度报告的通知：\n一、请于一月底前报送。\n", title));
  assert.ok(!looksLikeReport("会议纪要\n一、总体情况\n", title));
});

test("the rules are those of the settings, without their beginnings and names", () => {
  const rules = rulesIn(manifest);
  assert.ok(rules.length > 60);
  assert.ok(rules.every(({ code, about }) => /^[A-Z][A-Z0-9]-\d\d$/.test(code) && about.includes(" / ")));
  assert.deepEqual(rulesIn(undefined), []);
});
