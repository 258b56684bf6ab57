import type { RunRecord } from "../../run-record.ts";

const MOST_NAMED = 10;

/** Of a list whose figures are all invented. */
export const ALL_SYNTHETIC =
  "SYNTHETIC DATA: every figure behind these results is from the demo market.";

/** What must be said first and last of a list's invented figures; null where there are none. */
export function syntheticWords(runs: readonly RunRecord[]): string | null {
  const results = runs.filter(({ summary }) => summary !== null);
  const invented = results.filter(({ summary }) => summary?.synthetic);
  if (invented.length === 0) return null;
  if (invented.length === results.length) return ALL_SYNTHETIC;
  const named = invented.slice(0, MOST_NAMED).map(({ configuration }) => configuration.symbol);
  const more = invented.length - named.length;
  const symbols = `${named.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
  return `SYNTHETIC DATA: every figure behind ${symbols} is from the demo market, ${invented.length} of ${results.length} results.`;
}
