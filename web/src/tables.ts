// The tables as tables: wrong cells marked, the sums worked out, each cell to be changed in place.

import { element } from "./dom";
import type { Cell, Finding, Part, Report, Row, Severity, Sum, Table } from "./report";
import type { Words } from "./words";

export interface TablesEvents {
  /** A cell was looked at. */
  go(cell: Cell): void;
  /** A cell was given another content. */
  change(cell: Cell, text: string): void;
}

export function tablesView(report: Report, words: Words, events: TablesEvents): HTMLElement {
  if (!report.tables.length) return element("p", { class: "nothing" }, words.noTables);
  const view = element("div", { class: "sheets" }, ...report.tables.map((table) => sheet(table, report, words, events)));
  view.addEventListener("keydown", (event) => walk(event, view));
  return view;
}

/** Mark the cells that a finding is about: its own and its addends. */
export function markCells(view: ParentNode, finding: Finding | null) {
  for (const cell of view.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = cell.dataset.key ?? "";
    cell.classList.toggle("current", finding?.key === key);
    cell.classList.toggle("addend", finding?.addends.includes(key) ?? false);
  }
}

export function cellOf(view: ParentNode, key: string): HTMLElement | null {
  return view.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

function sheet(table: Table, report: Report, words: Words, events: TablesEvents): HTMLElement {
  return element(
    "section",
    { class: "sheet", "data-table": table.key },
    element("h2", {}, table.title),
    element("div", { class: "scroll", tabindex: -1 }, ...table.parts.map((part) => grid(part, table, report, words, events))),
  );
}

function grid(part: Part, table: Table, report: Report, words: Words, events: TablesEvents): HTMLElement {
  const heads = [element("td", {}), ...part.columns.map((name) => element("th", { scope: "col" }, name))];
  if (table.sumName) heads.push(element("th", { scope: "col", class: "sum" }, table.sumName));
  return element(
    "table",
    { role: "grid" },
    part.caption && element("caption", {}, part.caption),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...part.rows.map((row) => line(row, report, words, events))),
    table.lines.length > 0 &&
      element("tfoot", {}, ...table.lines.map(({ name, sums }) => element("tr", {}, element("th", { scope: "row" }, name), ...sums.map((sum) => sumCell(sum, words))))),
  );
}

function line(row: Row, report: Report, words: Words, events: TablesEvents): HTMLElement {
  const weight = worst(row.findings, report);
  const cells = row.cells.map((cell) => value(cell, row, report, words, events));
  return element(
    "tr",
    {},
    element("th", { scope: "row", class: weight ?? "", "data-key": row.key }, row.label),
    ...cells,
    row.sum && sumCell(row.sum, words),
  );
}

function value(cell: Cell, row: Row, report: Report, words: Words, events: TablesEvents): HTMLElement {
  const weight = worst(cell.findings, report);
  const messages = cell.findings.map((number) => report.findings[number]?.message).join("；");
  const word = cell.state === "missing" ? words.missing : cell.raw ? cell.raw : words.blank;
  const td = element("td", {
    role: "gridcell",
    tabindex: -1,
    class: [weight ?? "", cell.raw ? (cell.raw === "0" ? "zero" : "") : "empty"].join(" ").trim(),
    "data-key": cell.key,
    title: messages || null,
    "aria-label": messages ? `${row.label} ${word}：${messages}` : null,
    click: () => events.go(cell),
    dblclick: () => edit(td, cell, report, events),
  }, word);
  td.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === "F2") && event.target === td) {
      event.preventDefault();
      edit(td, cell, report, events);
    }
  });
  return td;
}

function sumCell(sum: Sum, words: Words): HTMLElement {
  const sign = { holds: "✓", broken: "✗", open: "?", unknown: "?" }[sum.verdict];
  return element("td", { class: `sum ${sum.verdict}`, "aria-label": `${sum.value} ${words.stateWords[sum.verdict]}` }, sum.value, element("i", { "aria-hidden": "true" }, sign));
}

/** Let a cell be typed over. Enter and leaving take it, Escape leaves it as it was. */
function edit(td: HTMLElement, cell: Cell, report: Report, events: TablesEvents) {
  if (!report.editable || cell.state === "missing" || td.querySelector("input")) return;
  const before = [...td.childNodes];
  const input = element("input", { type: "text", value: cell.raw, inputmode: "decimal", "aria-label": cell.key });
  let over = false;
  const end = (take: boolean) => {
    if (over) return;
    over = true;
    const text = input.value.trim();
    td.replaceChildren(...before);
    td.focus();
    if (take && text !== cell.raw) events.change(cell, text);
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") end(true);
    if (event.key === "Escape") end(false);
  });
  input.addEventListener("blur", () => end(true));
  td.replaceChildren(input);
  input.select();
}

const RANKS: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function worst(numbers: readonly number[], report: Report): Severity | null {
  const found = numbers.map((number) => report.findings[number]?.severity).filter((one): one is Severity => one !== undefined);
  return found.sort((one, other) => RANKS[one] - RANKS[other])[0] ?? null;
}

/** The arrow keys go from cell to cell; the table is one stop of the tab key. */
function walk(event: KeyboardEvent, view: HTMLElement) {
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>("td[data-key]");
  if (!step || !cell) return;
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = [...view.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  const target = step[0] ? rows[rows.indexOf(row) + (step[0] ?? 0)]?.cells[cell.cellIndex] : row.cells[cell.cellIndex + (step[1] ?? 0)];
  if (!(target instanceof HTMLElement) || !target.matches("td[data-key]")) return;
  event.preventDefault();
  target.focus();
}
