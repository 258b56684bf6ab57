import type { Bars } from "#core/backtest/bars.ts";
import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import { addDays } from "#core/day.ts";

/** Bars of one a day from 2024-01-01 that open and close at the prices given. */
export function barsAt(prices: readonly (readonly [open: number, close: number])[]): Bars {
  return {
    symbol: "TEST",
    dates: daysFrom("2024-01-01", prices.length),
    open: prices.map(([open]) => open),
    high: prices.map(([open, close]) => Math.max(open, close)),
    low: prices.map(([open, close]) => Math.min(open, close)),
    close: prices.map(([, close]) => close),
    volume: prices.map(() => 1000),
  };
}

/** So many days, one after the other. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, day) => addDays(first, day));
}

/** A thousand in cash and no costs; a test states what it is about. */
export function rules(changes: Partial<ExecutionRules> = {}): ExecutionRules {
  return {
    cash: 1000,
    commission: 0,
    slippage: 0,
    wholeShares: false,
    allowShort: false,
    ...changes,
  };
}

/** Orders by the bar at whose close they are given. */
export function ordering(orders: Readonly<Record<number, number>>): (bar: number) => number {
  return (bar) => orders[bar] ?? 0;
}
