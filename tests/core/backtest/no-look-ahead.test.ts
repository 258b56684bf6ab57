import { describe, expect, it } from "vitest";
import { type Bars, sliceBars } from "#core/backtest/bars.ts";
import { backtest } from "#core/backtest/engine.ts";
import { barsAt, rules } from "./bars-at.ts";

/** Numbers from 0 to 1 that look random and are always the same. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function wander(count: number, seed: number): Bars {
  const next = noise(seed);
  let price = 100;
  return barsAt(
    Array.from({ length: count }, () => {
      const open = price * (0.97 + 0.06 * next());
      price = open * (0.96 + 0.08 * next());
      return [open, price] as const;
    }),
  );
}

/** A strategy of its bars up to now alone, with a mind of its own: it adds, sells parts and goes short. */
function record(bars: Bars, seed: number) {
  const next = noise(seed);
  const decisions: number[] = [];
  const costs = rules({ commission: 0.001, slippage: 0.0005, allowShort: true });
  const run = backtest(bars, costs, (bar, cash, shares, equity) => {
    const close = bars.close[bar] ?? 0;
    const before = bars.close[bar - 1] ?? close;
    const size = (next() * (cash + equity)) / close;
    const order = close > before ? size : -Math.max(size, shares * next());
    decisions.push(order);
    return order;
  });
  return { ...run, decisions };
}

/** The bars, with all prices after a place those of another market. */
function scrambled(bars: Bars, from: number, seed: number): Bars {
  const other = wander(bars.dates.length, seed);
  const mixed = (name: "open" | "high" | "low" | "close") => [
    ...bars[name].slice(0, from),
    ...other[name].slice(from).map((price) => price * 3),
  ];
  return {
    ...bars,
    open: mixed("open"),
    high: mixed("high"),
    low: mixed("low"),
    close: mixed("close"),
  };
}

describe("what comes later", () => {
  it("changes nothing before it, whether it is cut off or another", () => {
    for (const seed of [1, 22, 333, 4444, 55_555]) {
      const bars = wander(80, seed);
      const whole = record(bars, seed);
      expect(whole.trades.length).toBeGreaterThan(10);
      for (let now = 1; now <= 80; now += 1) {
        const cut = record(sliceBars(bars, 0, now), seed);
        const mixed = record(scrambled(bars, now, seed + now), seed);
        for (const column of ["decisions", "equity", "shares", "costs"] as const) {
          const before = whole[column].slice(0, now);
          expect(cut[column]).toEqual(before);
          expect(mixed[column].slice(0, now)).toEqual(before);
        }
        const last = bars.dates[now - 1] ?? "";
        const closed = whole.trades.filter(({ exitDate }) => exitDate <= last);
        expect(cut.trades).toEqual(closed);
        expect(mixed.trades.slice(0, closed.length)).toEqual(closed);
      }
    }
  });
});
