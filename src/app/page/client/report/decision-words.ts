import type { PriceChart } from "../../run-page.ts";
import { wordsOf } from "./price-series.ts";

/** What was decided on a bar's day, or on those without a bar behind it. */
export function decisionWords(
  { dates, decisions }: Pick<PriceChart, "dates" | "decisions">,
  bar: number,
): string[] {
  const [from, to] = [dates[bar] ?? "", dates[bar + 1] ?? null];
  return decisions
    .filter(({ day }) => day >= from && (to === null || day < to))
    .map((mark) => `${mark.own ? "this run" : "earlier"}: ${wordsOf(mark)}`);
}
