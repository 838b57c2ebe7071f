// Draws a text in the colours that VS Code gives it: `node draw.mjs REPORT [THEME…] > page.html`.
// Without themes, in the light and the dark one that VS Code comes with.
import { readFileSync } from "node:fs";
import { createHighlighter } from "shiki";

const [report, ...named] = process.argv.slice(2);
const themes = named.length > 0 ? named : ["light-plus", "dark-plus"];
const grammar = JSON.parse(readFileSync(new URL("../vscode/syntaxes/giar.tmLanguage.json", import.meta.url), "utf8"));
const highlighter = await createHighlighter({ themes, langs: [{ ...grammar, name: "giar" }] });
const text = readFileSync(report, "utf8");

const style = `
  body { margin: 0; display: flex; align-items: stretch; font: 15px/1.55 "Noto Sans Mono CJK SC", "Sarasa Mono SC", monospace }
  pre { margin: 0; padding: 18px 22px; flex: 1; tab-size: 4; overflow: hidden }
  pre, code { font: inherit }`;
const panes = themes.map((theme) => highlighter.codeToHtml(text, { lang: "giar", theme }));
process.stdout.write(`<!DOCTYPE html><meta charset="utf-8"><style>${style}</style>${panes.join("\n")}\n`);
