import type { DecisionMark, PriceChart } from "../../run-page.ts";

/**
 * What was decided on a bar's day, or on those without a bar behind it: by this run, and by all earlier
 * ones, an action at a time.
 *
 * @example ["earlier: buy 0.55 to 0.60, 9 times", "this run: buy 0.60"]
 */
export function decisionWords(
  { dates, decisions }: Pick<PriceChart, "dates" | "decisions">,
  bar: number,
): string[] {
  const [from, to] = [dates[bar] ?? "", dates[bar + 1] ?? null];
  const made = decisions.filter(({ day }) => day >= from && (to === null || day < to));
  const earlier = Map.groupBy(
    made.filter(({ own }) => !own),
    ({ action }) => action,
  );
  return [
    ...[...earlier].map(([action, marks]) => `earlier: ${action}${manyWords(marks)}`),
    ...made.filter(({ own }) => own).map((mark) => `this run: ${markWords(mark)}`),
  ];
}

/** @example "sell 0.54" */
export function markWords({ action, confidence }: DecisionMark): string {
  return confidence === null ? action : `${action} ${confidence.toFixed(2)}`;
}

function manyWords(marks: readonly DecisionMark[]): string {
  const sure = marks.flatMap(({ confidence }) => confidence ?? []);
  const [lowest, highest] = [Math.min(...sure).toFixed(2), Math.max(...sure).toFixed(2)];
  const range = lowest === highest ? lowest : `${lowest} to ${highest}`;
  return `${sure.length === 0 ? "" : ` ${range}`}${marks.length === 1 ? "" : `, ${marks.length} times`}`;
}
