import { figure } from "#core/figure.ts";
import type { CitedIndicator, PriceChart } from "../../run-page.ts";
import { decisionWords } from "./decision-words.ts";

/** A bar in words, with what was decided on it. */
export function barInWords(chart: PriceChart, bar: number): string {
  const { dates, open, high, low, close, volume, currency } = chart;
  const day = dates[bar];
  if (day === undefined) return "";
  const price = (column: readonly number[]) => figure(column[bar] ?? 0, "currency");
  const traded = volume[bar] ?? null;
  const words = [
    day,
    `O\u00a0${price(open)}`,
    `H\u00a0${price(high)}`,
    `L\u00a0${price(low)}`,
    `C\u00a0${price(close)}${currency === null ? "" : `\u00a0${currency}`}`,
    ...(traded === null ? [] : [`volume\u00a0${figure(traded, "count")}`]),
  ];
  return [words.join("  "), ...decisionWords(chart, bar)].join(" · ");
}

/** What an indicator reads at a bar; empty where it has no value there. */
export function readingOf({ lines }: CitedIndicator, bar: number): string {
  return lines
    .flatMap(({ values }) => {
      const value = values[bar] ?? null;
      return value === null ? [] : [figure(value, "points")];
    })
    .join(" / ");
}
