// The page: opens a document, shows what is found in it, and lets it be mended and saved.

import { Checker } from "./checker";
import { byId, element } from "./dom";
import { Editor } from "./editor";
import { SEVERITIES, findingsList, markCurrent } from "./findings";
import type { Cell, Finding, Report, Severity } from "./report";
import { cellOf, markCells, tablesView } from "./tables";
import { type Language, WORDS, firstLanguage } from "./words";

type Pane = "findings" | "text" | "tables";
const WIDE = matchMedia("(min-width: 60rem)");
// where a finger points, the cursor would bring up a keyboard over half of the text
const POINTER = matchMedia("(pointer: fine)");

class App {
  private lang: Language = firstLanguage();
  private readonly checker = new Checker();
  private readonly editor: Editor;
  private report: Report | null = null;
  private pane: Pane = "findings";
  private current: Finding | null = null;
  private readonly hidden = new Set<Severity>();
  private turn = Promise.resolve();

  constructor() {
    this.editor = new Editor(byId("text"), {
      changed: () => this.take(() => this.checker.edit(this.editor.changes()), "typed"),
      fix: (finding) => this.fix(finding),
      moved: (offset) => this.pointOut(this.report?.findings.find(({ from, to }) => from <= offset && offset <= to) ?? null),
    }, this.words.editor);
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
    for (const id of ["open", "choose"]) byId(id).addEventListener("click", () => file.click());
    file.addEventListener("change", () => file.files?.[0] && this.open(file.files[0]).then(() => (file.value = "")));
    byId("sample").addEventListener("click", async () => this.openText(await this.checker.sample(), "示例.txt"));
    byId("language").addEventListener("click", () => this.turnTo(this.lang === "zh" ? "en" : "zh"));
    byId("fixAll").addEventListener("click", () => this.take(() => this.checker.fixAll(), "fixed"));
    byId("undo").addEventListener("click", () => this.editor.undo());
    byId("save").addEventListener("click", () => this.save());
    byId("print").addEventListener("click", () => window.print());
    for (const pane of ["findings", "text", "tables"] as const) byId(`tab-${pane}`).addEventListener("click", () => this.turnToPane(pane));
    byId("tabs").addEventListener("keydown", (event) => this.walkTabs(event));
    WIDE.addEventListener("change", () => this.turnToPane(this.pane));
    addEventListener("beforeprint", () => this.unfold(true));
    addEventListener("afterprint", () => this.unfold(false));
    addEventListener("dragover", (event) => this.dragged(event, true));
    addEventListener("dragleave", (event) => event.relatedTarget ?? this.dragged(event, false));
    addEventListener("drop", (event) => {
      this.dragged(event, false);
      const dropped = event.dataTransfer?.files[0];
      if (dropped) void this.open(dropped);
    });
    addEventListener("paste", (event) => {
      if (this.report || event.target instanceof HTMLInputElement) return;
      const pasted = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain");
      if (pasted) void this.open(pasted);
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

  private async open(file: File) {
    const data = new Uint8Array(await file.arrayBuffer());
    await this.openBytes(data, file.name);
  }

  private openText(text: string, name: string) {
    return this.openBytes(new TextEncoder().encode(text), name);
  }

  private openBytes(data: Uint8Array, name: string) {
    this.status(this.words.checking, "busy");
    this.current = null;
    return this.take(() => this.checker.open(data, name, this.lang), "opened");
  }

  private fix(finding: Finding) {
    this.take(() => this.checker.fix(finding.id), "fixed");
  }

  private async save() {
    const [data, name] = [await this.checker.saved(), await this.checker.savedName()];
    const address = URL.createObjectURL(new Blob([data]));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  private turnTo(lang: Language) {
    this.lang = lang;
    localStorage.setItem("giar-lark.lang", lang);
    this.speak();
    if (this.report) this.take(() => this.checker.state(lang), "told");
  }

  // ---- what comes of it

  /** One thing after the other: each is asked of the document that the one before has left. */
  private take(ask: () => Promise<Report>, how: "opened" | "typed" | "fixed" | "told"): Promise<void> {
    this.turn = this.turn.then(ask).then(
      (report) => this.show(report, how),
      (error: Error) => this.status(error.message, "bad"),
    );
    return this.turn;
  }

  private show(report: Report, how: "opened" | "typed" | "fixed" | "told") {
    this.report = report;
    byId("welcome").hidden = true;
    byId("work").hidden = false;
    if (how === "opened") {
      this.editor.show(report);
      this.turnToPane(WIDE.matches ? "text" : "findings");
    } else if (!report.done || how === "fixed") {
      this.editor.follow(report.text);
    }
    this.draw();
    const refused = how === "fixed" ? this.words.notFixed : this.words.refused;
    this.status(report.done ? this.words.checked(report.findings.length) : refused, report.done ? "" : "bad");
  }

  private draw() {
    const report = this.report;
    if (!report) return;
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
    this.pointOut(report.findings.find((finding) => finding.id === this.current?.id) ?? null);
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

  private walkTabs(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...byId("tabs").querySelectorAll<HTMLElement>("[role=tab]")].filter((tab) => tab.offsetParent !== null);
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next?.click();
    next?.focus();
  }

  // ---- words

  private speak() {
    document.documentElement.lang = this.lang === "zh" ? "zh-CN" : "en";
    document.title = `${this.words.brand} · giar-lark`;
    for (const place of document.querySelectorAll<HTMLElement>("[data-words]")) {
      place.textContent = this.words[place.dataset.words as "brand"];
    }
    byId("tools").setAttribute("aria-label", this.words.toolbar);
    if (this.report) this.draw();
  }

  private status(text: string, kind: "" | "busy" | "bad" = "") {
    const status = byId("status");
    status.textContent = text;
    status.className = kind;
  }
}

new App();
