// Whether a plain text is an annual report.

const FIRST_LINES = 8;
const LONGEST = 20_000;

/** Whether a text has the title of an annual report in its first lines, and the heading of the first section behind it. */
export function looksLikeReport(text: string, title: RegExp): boolean {
  const lines = text
    .slice(0, LONGEST)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.slice(0, FIRST_LINES).some((line) => title.test(line)) && lines.some((line) => SECTION.test(line));
}

const SECTION = /^[\s#*]*[一1]\s*[、.．]\s*\S{2,16}[\s*]*$/u;
