// The rules, as the settings of the extension list them.

export interface Rule {
  readonly code: string;
  readonly about: string;
}

const CODE = /^[A-Z][A-Z0-9]-[0-9]{2}$/;

/** Every rule of a manifest by its code, with what it finds. */
export function rulesIn(manifest: unknown): Rule[] {
  const properties = at(manifest, "contributes", "configuration", "properties", "giar-lark.select", "items");
  const codes = list(at(properties, "enum"));
  const about = list(at(properties, "enumDescriptions"));
  return codes.map((code, index) => ({ code, about: about[index] ?? "" })).filter(({ code }) => CODE.test(code));
}

function at(value: unknown, ...names: string[]): unknown {
  return names.reduce((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
