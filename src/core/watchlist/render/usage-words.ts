import { usageWords } from "../../render/byline.ts";
import { counted } from "../../render/counted.ts";
import type { ListTotals } from "../totals.ts";

/** What a list has used, and of how many runs that is not known. */
export function listUsageWords({ usage, unaccounted }: ListTotals): string {
  const words = usageWords(usage);
  if (unaccounted === 0) return words;
  return `${words} · without ${counted(unaccounted, "run that has", "runs that have")} no result`;
}
