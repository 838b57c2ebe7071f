// The text of the report in CodeMirror, with the findings marked under it.

import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { ChangeSet, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { element } from "./dom";
import type { Change, Finding, Place, Report } from "./report";
import type { Words } from "./words";

const SETTLED = 250;

export interface EditorEvents {
  /** The text was changed by the user and has settled. */
  changed(): void;
  /** A finding's repair was asked for. */
  fix(finding: Finding): void;
  /** The cursor has come to a place. */
  moved(offset: number): void;
}

export class Editor {
  readonly view: EditorView;
  private label = "";
  private pending: ChangeSet | null = null;
  private timer = 0;
  private quiet = false;

  constructor(parent: HTMLElement, private readonly events: EditorEvents) {
    const root = parent.attachShadow({ mode: "open" });
    // in a shadow root CodeMirror adopts its style sheets, which needs no exception from the policy
    const style = element("link", { rel: "stylesheet", href: "style.css" });
    const host = element("div", { class: "editor" });
    root.append(style, host);
    this.view = new EditorView({ root, parent: host });
  }

  /** What the text is called to those who do not see it. */
  call(label: string) {
    this.label = label;
    this.view.dispatch();
  }

  /** Show a document that has just been opened, or go on with one where it was left: its cursor, and what can be undone. */
  show(report: Report, left?: EditorState) {
    this.forget();
    this.view.setState(left?.doc.toString() === report.text ? left : this.stateOf(report));
    this.view.dispatch({ scrollIntoView: true });
  }

  private stateOf(report: Report): EditorState {
    return EditorState.create({
      doc: report.text,
      extensions: [
        report.format === "text" ? lineNumbers() : [],
        EditorState.readOnly.of(!report.editable),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSpecialChars({ addSpecialChars: /[\u00a0\u200b\ufeff]/gu }),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        EditorState.tabSize.of(6),
        EditorView.contentAttributes.of(() => ({ "aria-label": this.label, lang: "zh-CN", spellcheck: "false", tabindex: "0" })),
        keymap.of([...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.quiet) this.collect(update.changes);
          if (update.selectionSet && !update.docChanged) this.events.moved(update.state.selection.main.head);
        }),
      ],
    });
  }

  /** Take over the text of a report after a repair, as one step that can be undone. */
  follow(text: string) {
    this.forget();
    const change = difference(this.view.state.doc.toString(), text);
    if (!change) return;
    this.quiet = true;
    this.view.dispatch({ changes: change });
    this.quiet = false;
  }

  mark(findings: readonly Finding[], words: Words) {
    const length = this.view.state.doc.length;
    const diagnostics = findings.filter((finding) => finding.to <= length).map((finding) => this.diagnostic(finding, words));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  goTo(place: Place) {
    const { from, to } = place;
    this.view.dispatch({ selection: { anchor: to, head: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  }

  focus() {
    this.view.focus();
  }

  /** Put something else into a place, as the user would by typing. */
  write(change: Change) {
    this.view.dispatch({ changes: change, userEvent: "input" });
  }

  /** What the user has changed since the last call, in the offsets of the text before. */
  changes(): Change[] {
    const found: Change[] = [];
    this.pending?.iterChanges((from, to, _first, _last, insert) => found.push({ from, to, insert: insert.toString() }));
    this.forget();
    return found;
  }

  undo() {
    undo(this.view);
  }

  redo() {
    redo(this.view);
  }

  canUndo(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  canRedo(): boolean {
    return redoDepth(this.view.state) > 0;
  }

  /** Tell what was typed at once, without waiting until it has settled. */
  settle() {
    if (this.pending) this.events.changed();
  }

  private forget() {
    clearTimeout(this.timer);
    this.pending = null;
  }

  private collect(changes: ChangeSet) {
    this.pending = this.pending ? this.pending.compose(changes) : changes;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.events.changed(), SETTLED);
  }

  private diagnostic(finding: Finding, words: Words): Diagnostic {
    const { from, to, severity, code, message, help } = finding;
    return {
      from,
      to: Math.max(to, from),
      severity,
      source: code,
      message,
      renderMessage: () =>
        element("div", {}, element("strong", {}, message), help && element("p", {}, words.help, help), finding.fix?.words ? element("p", {}, finding.fix.words) : null),
      actions: finding.fix ? [{ name: fixName(finding, words), apply: () => this.events.fix(finding) }] : [],
    };
  }
}

/** What the button of a repair says. */
export function fixName(finding: Finding, words: Words): string {
  if (finding.fix?.byHand) return words.byHand;
  return finding.fix?.safe ? words.fix : words.suggestion;
}

/** The one change that makes a text of another; null where they are the same. */
export function difference(old: string, text: string): Change | null {
  if (old === text) return null;
  let from = 0;
  const most = Math.min(old.length, text.length);
  while (from < most && old[from] === text[from]) from++;
  let end = 0;
  while (end < most - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { from, to: old.length - end, insert: text.slice(from, text.length - end) };
}
