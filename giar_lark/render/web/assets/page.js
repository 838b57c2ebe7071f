const form = document.getElementById("filter");
const search = form && form.querySelector("input[type=search]");
const reports = [...document.querySelectorAll("details.report")];
let current = null;

function rowsOf(report) {
  return [...report.querySelectorAll("table.findings > tbody > tr")];
}

function filter() {
  const severities = new Set([...form.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value));
  const code = document.getElementById("rule").value;
  const words = (search ? search.value : "").toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0, all = 0;
  for (const report of reports) {
    const named = words.every((word) => report.dataset.words.includes(word));
    let any = false;
    for (const row of rowsOf(report)) {
      row.hidden = !named || !severities.has(row.dataset.severity) || Boolean(code && row.dataset.code !== code);
      all += 1;
      if (!row.hidden) { shown += 1; any = true; }
    }
    report.hidden = !any;
    if (any && report.open) fade(report);
  }
  document.getElementById("count").textContent = shown === all ? "" : `${shown} / ${all}`;
  document.getElementById("none").hidden = shown > 0;
}

/* The text of a report waits in a script of another type until it is wanted. */
function unfold(report) {
  const waiting = report.querySelector(".text > script");
  if (waiting) waiting.parentElement.innerHTML = waiting.textContent;
}

/* Marks of findings that are filtered out are plain text. */
function fade(report) {
  unfold(report);
  const shown = new Set(rowsOf(report).filter((row) => !row.hidden).map((row) => row.dataset.f));
  for (const mark of report.querySelectorAll(".text [data-f]")) {
    mark.classList.toggle("off", !mark.dataset.f.split(" ").some((one) => shown.has(one)));
  }
}

/* Most errors first, then most warnings, then most notes; or as the files came. */
function arrange(by) {
  const weight = (report) => report.dataset.weight.split(" ").reduce((sum, count) => sum * 1e4 + Number(count), 0);
  const number = (report) => Number(report.id.slice(1));
  reports.sort((one, other) => (by ? weight(other) - weight(one) : 0) || number(one) - number(other));
  document.getElementById("none").before(...reports);
}

function choose(row) {
  const report = row.closest("details.report");
  for (const one of document.querySelectorAll(".current")) one.classList.remove("current");
  current = row;
  unfold(report);
  const number = row.dataset.f;
  row.classList.add("current");
  for (const one of report.querySelectorAll(`.text [data-f~="${number}"], .text [data-r~="${number}"]`)) one.classList.add("current");
  return report;
}

function toMark(row) {
  const report = row.closest("details.report");
  report.open = true;
  choose(row);
  const link = document.getElementById(row.id.replace("f", "m"));
  if (!link) return;
  const pane = link.closest(".text");
  const box = pane.getBoundingClientRect(), at = link.getBoundingClientRect();
  pane.scrollTop += at.top - box.top - pane.clientHeight / 2;
  // beside the findings the text stays in sight; below them it has to be gone to
  (getComputedStyle(pane).position === "sticky" ? row : pane).scrollIntoView({ block: "nearest" });
}

function toRow(row) {
  row.closest("details.report").open = true;
  choose(row);
  row.scrollIntoView({ block: "nearest" });
  const link = row.querySelector(".message a");
  if (link) link.focus({ preventScroll: true });
}

/* A link in the page: to a mark, or back to the row of a mark. */
function follow(id) {
  const row = document.getElementById(id.replace("m", "f"));
  if (!row || !/^[mf]\d+-\d+$/.test(id)) return false;
  if (id.startsWith("m")) toMark(row); else toRow(row);
  return true;
}

function step(by) {
  const rows = reports.filter((report) => !report.hidden).flatMap(rowsOf).filter((row) => !row.hidden);
  if (!rows.length) return;
  const at = rows.indexOf(current);
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  row.closest("details.report").open = true;
  toRow(row);
  if (matchMedia("(min-width: 70rem)").matches) toMark(row);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && follow(link.getAttribute("href").slice(1))) { event.preventDefault(); return; }
  const button = event.target.closest("button[data-rule], button[data-word]");
  if (button && form) {
    if (button.dataset.rule) document.getElementById("rule").value = button.dataset.rule;
    else search.value = button.dataset.word;
    filter();
    form.scrollIntoView({ block: "start" });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !form) return;
  if (event.key === "Escape") { document.activeElement.blur(); return; }
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/" && search) { event.preventDefault(); search.focus(); }
});

if (!matchMedia("(min-width: 44rem)").matches) {
  for (const figures of document.querySelectorAll(".figures > details")) figures.open = false;
}

if (form) {
  form.addEventListener("input", (event) => { if (event.target.id === "order") arrange(event.target.value); else filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("#open, #close")) {
    button.addEventListener("click", () => reports.forEach((report) => { report.open = button.id === "open"; }));
  }
  for (const report of reports) report.addEventListener("toggle", () => { if (report.open) fade(report); });
  filter();
  // after the browser has gone to the place of the address in its own way
  if (location.hash) addEventListener("load", () => setTimeout(() => follow(location.hash.slice(1))));
}
