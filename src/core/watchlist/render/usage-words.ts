import { usageWords } from "../../render/byline.ts";
import { counted } from "../../render/counted.ts";
import type { ListTotals } from "../totals.ts";

/** What a list has used, and of how many runs that is not known. */
export function listUsageWords({ usage, unaccounted }: ListTotals): string {
  const without = withoutWords({ unaccounted });
  return [usageWords(usage), ...(without === null ? [] : [without])].join(" · ");
}

/** What is not in a sum of what was used; null where all is. */
export function withoutWords({ unaccounted }: Pick<ListTotals, "unaccounted">): string | null {
  if (unaccounted === 0) return null;
  return `without ${counted(unaccounted, "run that has", "runs that have")} no result`;
}
