// What the package tells of a document: the shape of `giar_lark.web.view`. Places are offsets in the text, in UTF-16.

export type Severity = "error" | "warning" | "info";
export type Verdict = "holds" | "broken" | "open" | "unknown";

export interface Place {
  from: number;
  to: number;
}

export interface Fix {
  safe: boolean;
  byHand: boolean;
  words: string | null;
}

export interface Finding extends Place {
  id: string;
  code: string;
  name: string;
  severity: Severity;
  message: string;
  label: string | null;
  help: string | null;
  clause: string | null;
  key: string | null;
  where: string;
  address: string;
  related: (Place & { message: string })[];
  addends: string[];
  fix: Fix | null;
}

export interface Sum {
  value: string;
  verdict: Verdict;
}

export interface Cell extends Place {
  key: string;
  raw: string;
  state: string;
  findings: number[];
}

export interface Row {
  key: string;
  label: string;
  cells: Cell[];
  findings: number[];
  sum: Sum | null;
}

export interface Part {
  caption: string;
  columns: string[];
  rows: Row[];
}

export interface Table extends Place {
  key: string;
  title: string;
  parts: Part[];
  sumName: string | null;
  lines: { name: string; sums: Sum[] }[];
}

export interface Report {
  done: boolean;
  name: string;
  format: string;
  editable: boolean;
  text: string;
  title: string | null;
  organ: string | null;
  year: number | null;
  template: string | null;
  findings: Finding[];
  tables: Table[];
  outline: (Place & { words: string })[];
}

export interface Change extends Place {
  insert: string;
}
