// Where the keyboard is.

import { byId } from "./dom";
import { cellOf } from "./tables";

/** Gives the focus back to what stands where it was, once all is drawn anew: the same cell, or the card in that place. */
export function focused(): () => void {
  const active = document.activeElement as HTMLElement;
  const key = active.closest<HTMLElement>("td[data-key]")?.dataset.key;
  const card = active.closest(".card");
  const at = [...document.querySelectorAll(".card")].indexOf(card as Element);
  return () => {
    if (key) cellOf(byId("tables"), key)?.focus({ preventScroll: true });
    if (!card) return;
    const goes = document.querySelectorAll<HTMLElement>(".card .go");
    (goes[Math.min(at, goes.length - 1)] ?? byId("findings")).focus();
  };
}

/** Left and right go from tab to tab. */
export function walkTabs(event: KeyboardEvent) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...byId("tabs").querySelectorAll<HTMLElement>("[role=tab]")].filter((tab) => tab.offsetParent !== null);
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  next?.click();
  next?.focus();
}
