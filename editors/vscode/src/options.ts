// What the server is told when it starts.

/** The settings by name, as the editor gives them. */
export type Settings = (name: string) => unknown;

export interface Options {
  lang: "zh" | "en";
  select?: string[];
  ignore?: string[];
  baseline?: string;
  inlayHints: string;
}

/** The options for the server: what is not set is not said, so that the project's own configuration holds. */
export function optionsFrom(settings: Settings, uiLanguage: string, path: (setting: string) => string): Options {
  const options: Options = {
    lang: languageOf(settings("lang"), uiLanguage),
    inlayHints: String(settings("inlayHints") ?? "all"),
  };
  for (const name of ["select", "ignore"] as const) {
    const entries = settings(name);
    if (Array.isArray(entries) && entries.length > 0) options[name] = entries.map(String);
  }
  const baseline = String(settings("baseline") ?? "");
  if (baseline !== "") options.baseline = path(baseline);
  return options;
}

/** The language of the findings: the one that is set, or the editor's. */
export function languageOf(setting: unknown, uiLanguage: string): "zh" | "en" {
  if (setting === "zh" || setting === "en") return setting;
  return uiLanguage.toLowerCase().startsWith("zh") ? "zh" : "en";
}
