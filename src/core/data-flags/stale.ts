import type { DataFlag } from "../data-flag.ts";
import { type Day, daysBetween, isDay } from "../day.ts";
import type { Fact } from "../fact.ts";
import { oldestFreshPrice, oldestFreshStatement } from "../staleness.ts";
import { statementPeriods } from "../statement.ts";

/** What is older than it should be: the last bar, the quote, the newest statements. */
export function staleFlags(facts: readonly Fact[], asOf: Day): DataFlag[] {
  return [...bySymbol(facts)].flatMap(([symbol, own]) => [
    ...stalePrices(symbol, own, asOf),
    ...staleStatements(symbol, own, asOf),
  ]);
}

const PRICES = [
  { path: "price.last_day", subject: "price history", what: "the last daily bar" },
  { path: "quote.price", subject: "quote", what: "the quote" },
] as const;

function stalePrices(symbol: string, facts: readonly Fact[], asOf: Day): DataFlag[] {
  return PRICES.flatMap(({ path, subject, what }) => {
    const fact = facts.find((one) => one.path === path && one.value !== null);
    return fact === undefined
      ? []
      : flagWhereOlder(oldestFreshPrice(symbol), fact, asOf, subject, `${symbol}: ${what} is of`);
  });
}

function staleStatements(symbol: string, facts: readonly Fact[], asOf: Day): DataFlag[] {
  return statementPeriods.flatMap((period) => {
    const newest = facts
      .filter(({ path, value }) => value !== null && path.split(".")[1] === period)
      .filter(({ tool }) => tool === "get_statement")
      .reduce<Fact | null>(
        (a, b) => (a !== null && (a.asOf ?? "") >= (b.asOf ?? "") ? a : b),
        null,
      );
    if (newest === null) return [];
    const start = `${symbol}: the newest ${period} statement is of the period to`;
    const oldest = oldestFreshStatement[period];
    return flagWhereOlder(oldest, newest, asOf, `${period} statements`, start);
  });
}

/** A flag where the fact's own day is more days back than may be; none where it has no day. */
function flagWhereOlder(
  days: number,
  { id, asOf: time }: Fact,
  asOf: Day,
  subject: string,
  start: string,
): DataFlag[] {
  const day = time?.slice(0, 10) ?? "";
  if (!isDay(day)) return [];
  const age = daysBetween(day, asOf);
  if (age <= days) return [];
  const message = `${start} ${day}, ${age} days before ${asOf}.`;
  return [{ kind: "stale", subject, message, factId: id }];
}

function bySymbol(facts: readonly Fact[]): Map<string, Fact[]> {
  return Map.groupBy(facts, ({ args }) => String(args.symbol));
}
