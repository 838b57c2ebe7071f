// The page: opens a document, shows what is found in it, and lets it be mended and saved.

import type { EditorState } from "@codemirror/state";
import { Checker } from "./checker";
import { byId, element } from "./dom";
import { Editor } from "./editor";
import { focused, walkTabs } from "./focus";
import { SEVERITIES, findingsList, markCurrent } from "./findings";
import type { Cell, Finding, Report, Severity } from "./report";
import { cellOf, markCells, tablesView } from "./tables";
import { type Language, WORDS, firstLanguage } from "./words";

type Pane = "findings" | "text" | "tables";
type How = "opened" | "typed" | "fixed" | "told" | "undone";
/** A document and its name. */
type Named = [Uint8Array, string];
const WIDE = matchMedia("(min-width: 60rem)");
// where a finger points, the cursor would bring up a keyboard over half of the text
const POINTER = matchMedia("(pointer: fine)");

class App {
  private lang: Language = firstLanguage();
  private readonly checker = new Checker();
  private readonly editor: Editor;
  private report: Report | null = null;
  /** The documents that are open, and where each was left. */
  private readonly files = new Map<string, EditorState | undefined>();
  private readonly unsaved = new Set<string>();
  private adding = false;
  private pane: Pane = "findings";
  private current: Finding | null = null;
  private readonly hidden = new Set<Severity>();
  private turn = Promise.resolve();

  constructor() {
    this.editor = new Editor(byId("text"), {
      changed: () => this.take(this.edited, "typed"),
      fix: (finding) => this.fix(finding),
      moved: (offset) => this.pointOut(this.report?.findings.find(({ from, to }) => from <= offset && offset <= to) ?? null),
    });
    this.listen();
    this.speak();
    this.status(this.words.loading, "busy");
    this.checker.ready().then(
      () => this.report ?? this.status(""),
      (error: Error) => this.status(this.words.failed + error.message, "bad"),
    );
  }

  private get words() {
    return WORDS[this.lang];
  }

  // ---- what the user does

  private listen() {
    const file = byId<HTMLInputElement>("file");
    for (const id of ["open", "choose", "add"]) {
      byId(id).addEventListener("click", () => {
        this.adding = id === "add";
        file.click();
      });
    }
    file.addEventListener("change", () => this.open([...(file.files ?? [])], this.adding).then(() => (file.value = "")));
    byId("files").addEventListener("change", () => this.turnToFile(byId<HTMLSelectElement>("files").value));
    byId("sample").addEventListener("click", async () => this.openText(await this.checker.sample(), "示例.txt"));
    byId("blank").addEventListener("click", async () => this.openAll([[await this.checker.blank(), this.words.blankName(new Date().getFullYear() - 1)]]));
    byId("language").addEventListener("click", () => this.turnTo(this.lang === "zh" ? "en" : "zh"));
    byId("fixAll").addEventListener("click", () => {
      this.editor.settle();
      this.take(() => this.checker.fixAll(), "fixed");
    });
    byId("undo").addEventListener("click", () => this.editor.undo());
    byId("redo").addEventListener("click", () => this.editor.redo());
    byId("save").addEventListener("click", () => this.save());
    byId("print").addEventListener("click", () => window.print());
    for (const pane of ["findings", "text", "tables"] as const) byId(`tab-${pane}`).addEventListener("click", () => this.turnToPane(pane));
    byId("tabs").addEventListener("keydown", walkTabs);
    WIDE.addEventListener("change", () => this.turnToPane(this.pane));
    addEventListener("beforeprint", () => this.unfold(true));
    addEventListener("afterprint", () => this.unfold(false));
    addEventListener("dragover", (event) => this.dragged(event, true));
    addEventListener("dragleave", (event) => event.relatedTarget ?? this.dragged(event, false));
    addEventListener("drop", (event) => {
      this.dragged(event, false);
      void this.open([...(event.dataTransfer?.files ?? [])]);
    });
    addEventListener("beforeunload", (event) => this.unsaved.size > 0 && event.preventDefault());
    addEventListener("paste", (event) => {
      if (this.report || event.target instanceof HTMLInputElement) return;
      const pasted = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain");
      if (pasted.length) void this.open(pasted);
      else if (text) void this.openText(text, this.words.pasted);
    });
  }

  /** On paper nothing can be opened. */
  private unfold(open: boolean) {
    for (const details of document.querySelectorAll("details")) details.open = open;
  }

  private dragged(event: DragEvent, over: boolean) {
    event.preventDefault();
    byId("cover").hidden = !over;
  }

  private async open(files: File[], beside = false) {
    const read = files.map(async (file): Promise<Named> => [new Uint8Array(await file.arrayBuffer()), file.name]);
    await this.openAll(await Promise.all(read), beside);
  }

  private openText(text: string, name: string) {
    return this.openAll([[new TextEncoder().encode(text), name]]);
  }

  /** Open some documents together, beside those that are open or instead of them; the first of them is shown. */
  private async openAll(documents: Named[], beside = false) {
    if (!documents.length || (!beside && this.unsaved.size && !confirm(this.words.unsaved))) return;
    this.editor.settle();
    this.status(this.words.checking, "busy");
    this.turn = this.turn.then(() => this.addAll(documents, beside));
    await this.turn;
  }

  private async addAll(documents: Named[], beside: boolean) {
    if (!beside) {
      this.files.clear();
      this.unsaved.clear();
      await this.checker.clear();
    }
    const failed: string[] = [];
    for (const [data, name] of documents) {
      try {
        this.files.set(await this.checker.add(data, name, this.lang), undefined);
      } catch (error) {
        console.warn(error);
        failed.push(name);
        await this.checker.recover();
      }
    }
    // what is added is held against the document that is shown, which stays
    const shown = beside && this.report ? this.report.name : this.files.keys().next().value;
    if (shown !== undefined) this.show(await this.checker.turnTo(shown, this.lang), beside ? "told" : "opened");
    else this.close();
    if (failed.length) this.status(failed.map(this.words.notOpened).join("；"), "bad");
  }

  /** Nothing is open. */
  private close() {
    this.report = null;
    byId("welcome").hidden = false;
    byId("work").hidden = true;
    for (const id of ["files", "add"]) byId(id).hidden = true;
    byId("organ").textContent = "";
  }

  private turnToFile(name: string) {
    this.editor.settle();
    this.take(() => {
      if (this.report) this.files.set(this.report.name, this.editor.view.state);
      this.current = null;
      return this.checker.turnTo(name, this.lang);
    }, "opened");
  }

  private readonly edited = () => this.checker.edit(this.editor.changes());

  private fix(finding: Finding) {
    this.editor.settle();
    this.take(() => this.checker.fix(finding.id), "fixed");
  }

  private async save() {
    this.editor.settle();
    await this.turn;
    const [data, name] = [await this.checker.saved(), await this.checker.savedName()];
    const address = URL.createObjectURL(new Blob([data]));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    if (this.report) this.unsaved.delete(this.report.name);
  }

  private turnTo(lang: Language) {
    this.lang = lang;
    localStorage.setItem("giar-lark.lang", lang);
    this.speak();
    if (this.report) this.take(() => this.checker.state(lang), "told");
  }

  // ---- what comes of it

  /** One thing after the other: each is asked of the document that the one before has left. */
  private take(ask: () => Promise<Report>, how: How): Promise<void> {
    this.turn = this.turn.then(ask).then(
      (report) => this.show(report, how),
      (error: Error) => this.recover(error),
    );
    return this.turn;
  }

  /** After an accident, the document as it was before what went wrong. */
  private async recover(error: Error) {
    console.warn(error);
    this.status(this.words.loading, "busy");
    try {
      await this.checker.recover();
      this.show(await this.checker.state(this.lang), "undone");
      this.status(this.words.accident, "bad");
    } catch (lasting) {
      this.status(this.words.failed + (lasting as Error).message, "bad");
    }
  }

  private show(report: Report, how: How) {
    this.report = report;
    byId("welcome").hidden = true;
    byId("work").hidden = false;
    if (how === "opened") {
      this.editor.show(report, this.files.get(report.name));
      this.turnToPane(WIDE.matches ? "text" : "findings");
    } else if (!report.done || how === "fixed" || how === "undone") {
      this.editor.follow(report.text);
    }
    if (report.done && (how === "typed" || how === "fixed")) this.unsaved.add(report.name);
    this.draw();
    const refused = how === "fixed" ? this.words.notFixed : this.words.refused;
    this.status(report.done ? this.words.checked(report.findings.length) : refused, report.done ? "" : "bad");
  }

  private draw() {
    const report = this.report;
    if (!report) return;
    const refocus = focused();
    const events = { go: (finding: Finding) => this.go(finding), fix: (finding: Finding) => this.fix(finding) };
    byId("findings").replaceChildren(findingsList(report, this.hidden, this.words, events));
    const cells = { go: (cell: Cell) => this.goToCell(cell), change: (cell: Cell, text: string) => this.editor.write({ from: cell.from, to: cell.to, insert: text }) };
    const tables = byId("tables");
    const [left, top] = [tables.scrollLeft, tables.scrollTop];
    tables.replaceChildren(tablesView(report, this.words, cells));
    tables.scrollTo(left, top);
    tables.querySelector("td[data-key]")?.setAttribute("tabindex", "0");
    this.editor.mark(report.findings, this.words);
    this.drawTools(report);
    const list = byId("findings");
    const seen = list.scrollTop;
    this.pointOut(report.findings.find((finding) => finding.id === this.current?.id) ?? null);
    list.scrollTop = seen;
    refocus();
  }

  private drawFiles() {
    const files = byId<HTMLSelectElement>("files");
    files.replaceChildren(...[...this.files.keys()].map((name) => element("option", { value: name, selected: name === this.report?.name }, name)));
    files.hidden = this.files.size < 2;
    files.setAttribute("aria-label", this.words.files);
    byId("add").hidden = false;
  }

  private drawTools(report: Report) {
    const parts = [report.organ ?? report.name, report.year && this.words.year(report.year), report.template && this.words.wasTemplate(report.template)];
    byId("organ").textContent = parts.filter(Boolean).join(" · ");
    byId("tallies").replaceChildren(...SEVERITIES.map((severity) => this.tally(severity, report)));
    const safe = report.findings.filter((finding) => finding.fix?.safe).length;
    const all = byId<HTMLButtonElement>("fixAll");
    all.textContent = this.words.fixAll(safe);
    all.disabled = !safe;
    byId<HTMLButtonElement>("undo").disabled = !this.editor.canUndo();
    byId<HTMLButtonElement>("redo").disabled = !this.editor.canRedo();
    this.drawFiles();
    byId("tab-findings").dataset.count = String(report.findings.length);
  }

  private tally(severity: Severity, report: Report): HTMLElement {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    const word = this.words.severities[severity];
    const press = () => {
      if (!this.hidden.delete(severity)) this.hidden.add(severity);
      this.draw();
    };
    const attributes = { type: "button", class: `tally ${severity}`, "aria-pressed": String(!this.hidden.has(severity)), title: this.words.show(word, count), click: press };
    return element("button", attributes, element("b", {}, String(count)), " ", word);
  }

  // ---- going from one to the other

  private go(finding: Finding) {
    this.pointOut(finding);
    const cell = finding.key ? cellOf(byId("tables"), finding.key) : null;
    if (this.pane === "tables" && cell) cell.scrollIntoView({ block: "center", inline: "nearest" });
    else {
      this.turnToPane("text");
      this.editor.goTo(finding);
      if (POINTER.matches) this.editor.focus();
    }
  }

  private goToCell(cell: Cell) {
    const finding = this.report?.findings[cell.findings[0] ?? -1] ?? null;
    this.pointOut(finding);
    this.editor.goTo(cell);
    if (finding) this.pointOut(finding);
  }

  private pointOut(finding: Finding | null) {
    this.current = finding;
    markCurrent(byId("findings"), finding?.id ?? null);
    markCells(byId("tables"), finding);
  }

  private turnToPane(pane: Pane) {
    // beside each other, the findings are always there
    this.pane = WIDE.matches && pane === "findings" ? "text" : pane;
    for (const one of ["findings", "text", "tables"] as const) {
      const chosen = one === this.pane;
      byId(one).hidden = !chosen && !(WIDE.matches && one === "findings");
      const tab = byId(`tab-${one}`);
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    if (this.pane === "text") this.editor.view.requestMeasure();
  }

  // ---- words

  private speak() {
    document.documentElement.lang = this.lang === "zh" ? "zh-CN" : "en";
    document.title = `${this.words.brand} · giar-lark`;
    for (const place of document.querySelectorAll<HTMLElement>("[data-words]")) {
      place.textContent = this.words[place.dataset.words as "brand"];
    }
    byId("tools").setAttribute("aria-label", this.words.toolbar);
    this.editor.call(this.words.editor);
    if (this.report) this.draw();
  }

  private status(text: string, kind: "" | "busy" | "bad" = "") {
    const status = byId("status");
    status.textContent = text;
    status.className = kind;
  }
}

new App();
