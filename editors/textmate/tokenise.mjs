// Tokens of texts by the engine of VS Code.
// Standard input: {"grammar": …, "texts": [text, …]}; standard output: for each text its tokens as [start, end, scopes],
// offsets in UTF-16 units of the text, scopes from the outermost to the innermost without the grammar's own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate");
const { OnigScanner, OnigString, loadWASM } = require("vscode-oniguruma");

async function loadGrammar(source) {
  await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  const onigLib = Promise.resolve({
    createOnigScanner: (patterns) => new OnigScanner(patterns),
    createOnigString: (text) => new OnigString(text),
  });
  const registry = new Registry({ onigLib, loadGrammar: async () => parseRawGrammar(source, "grammar.json") });
  return registry.loadGrammar(JSON.parse(source).scopeName);
}

function tokensOf(grammar, text) {
  const found = [];
  let stack = INITIAL;
  let at = 0;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack, 0);
    if (stoppedEarly) throw new Error(`line at ${at} took too long`);
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (scopes.length > 1) found.push([at + startIndex, Math.min(at + endIndex, at + line.length), scopes.slice(1)]);
    }
    stack = ruleStack;
    at += line.length + 1;
  }
  return found;
}

const { grammar: source, texts } = JSON.parse(readFileSync(0, "utf8"));
const grammar = await loadGrammar(JSON.stringify(source));
process.stdout.write(JSON.stringify(texts.map((text) => tokensOf(grammar, text))));
