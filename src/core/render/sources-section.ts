import type { AuditedText } from "./audited-text.ts";

/** Where figures come from, by the numbers behind them; empty where none is. It is long: let it be the last. */
export function sourcesSection(texts: AuditedText): string {
  const sources = texts.sources();
  return sources.length === 0 ? "" : `## Sources\n\n${sources.join("\n")}`;
}
