// The findings as a list of cards: what is wrong, where, what to do, and a button where it can be mended.

import { element } from "./dom";
import { fixName } from "./editor";
import type { Finding, Report, Severity } from "./report";
import type { Words } from "./words";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export interface FindingsEvents {
  go(finding: Finding): void;
  fix(finding: Finding): void;
}

/** The list; `hidden` are the severities that are not to be shown. */
export function findingsList(report: Report, hidden: ReadonlySet<Severity>, words: Words, events: FindingsEvents): HTMLElement {
  const shown = report.findings.filter((finding) => !hidden.has(finding.severity));
  if (!shown.length) {
    return element("p", { class: report.findings.length ? "nothing" : "nothing good" }, report.findings.length ? words.noneFiltered : words.none);
  }
  const list = element("ol", { class: "cards" }, ...shown.map((finding) => card(finding, words, events)));
  list.addEventListener("keydown", (event) => walk(event, list));
  return list;
}

/** Make one card the current one, and bring it into sight. */
export function markCurrent(list: ParentNode, id: string | null) {
  for (const card of list.querySelectorAll<HTMLElement>(".card")) {
    const current = card.dataset.id === id;
    card.classList.toggle("current", current);
    if (current) card.scrollIntoView({ block: "nearest" });
  }
}

function card(finding: Finding, words: Words, events: FindingsEvents): HTMLElement {
  const { severity, code, message } = finding;
  const place = [finding.where, finding.address].filter(Boolean).join(" · ");
  const buttons = finding.fix
    ? element("p", { class: "actions" }, element("button", { type: "button", class: finding.fix.safe ? "primary" : "", click: () => events.fix(finding) }, fixName(finding, words)), finding.fix.words ? element("span", { class: "faint" }, finding.fix.words) : null)
    : null;
  return element(
    "li",
    { class: `card ${severity}`, "data-id": finding.id, "data-code": code, click: (event: Event) => isMeantForTheCard(event) && events.go(finding) },
    element("p", { class: "head" }, element("b", { class: "weight" }, words.weights[severity]), " ", element("code", { title: finding.name }, code), " ", element("span", { class: "faint" }, place)),
    element("p", { class: "message" }, element("button", { type: "button", class: "go", title: words.goTo, click: () => events.go(finding) }, message)),
    finding.help && element("p", { class: "help" }, element("b", {}, words.help), finding.help),
    buttons,
    finding.clause && element("details", { class: "basis" }, element("summary", {}, words.basis), finding.clause),
  );
}

/** Whether a click on a card means its finding: not one of its buttons, and not words that are being copied. */
function isMeantForTheCard(event: Event): boolean {
  return !(event.target as Element).closest("button, details") && getSelection()?.isCollapsed !== false;
}

/** Up and down go from card to card. */
function walk(event: KeyboardEvent, list: HTMLElement) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const goes = [...list.querySelectorAll<HTMLElement>(".go")];
  const at = goes.findIndex((go) => go.closest(".card")?.contains(event.target as Node));
  const next = goes[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
