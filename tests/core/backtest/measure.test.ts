import { describe, expect, it } from "vitest";
import { backtest } from "#core/backtest/engine.ts";
import { measure } from "#core/backtest/measure.ts";
import { type Metrics, metricsSchema } from "#core/backtest/metrics.ts";
import { barsAt, daysFrom, ordering, rules } from "./bars-at.ts";

const bars = barsAt([
  [10, 10],
  [10, 12],
  [12, 9],
  [9, 9],
  [9, 12],
  [15, 15],
]);

/** 100 shares at 10, sold at 9 on the fourth bar; 50 at 9 on the fifth, sold at 15 on the sixth. */
const run = backtest(bars, rules({ cash: 1000 }), ordering({ 0: 100, 2: -100, 3: 50, 4: -50 }));

describe("figures of a run", () => {
  it("come from its equity, its trades and its costs", () => {
    // The equity is 1000, 1200, 900, 900, 450 + 600 = 1050, 450 + 750 = 1200.
    expect(run.equity).toEqual([1000, 1200, 900, 900, 1050, 1200]);
    const returns = [0.2, -0.25, 0, 150 / 900, 150 / 1050];
    const mean = returns.reduce((sum, value) => sum + value) / 5;
    const squares = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const [deviation, downside] = [Math.sqrt(squares / 4), Math.sqrt(0.25 ** 2 / 5)];
    expect(measure(run, bars.dates, 1000)).toEqual({
      finalEquity: 1200,
      totalReturn: 0.2,
      cagr: null,
      volatility: expect.closeTo(deviation * Math.sqrt(252), 12),
      sharpe: expect.closeTo((mean * 252) / (deviation * Math.sqrt(252)), 12),
      sortino: expect.closeTo((mean * 252) / (downside * Math.sqrt(252)), 12),
      calmar: null,
      maxDrawdown: -0.25,
      maxDrawdownDays: 4,
      exposure: 3 / 6,
      trades: 2,
      winRate: 0.5,
      profitFactor: 3,
      expectancy: expect.closeTo((-0.1 + 6 / 9) / 2, 12),
      bestTrade: expect.closeTo(6 / 9, 12),
      worstTrade: -0.1,
      costsPaid: 0,
    });
  });

  it("of a period start from the close before it and hold the trades closed in it", () => {
    const late = measure(run, bars.dates, 1000, { from: 4, to: 6 });
    expect(late.totalReturn).toBeCloseTo(1200 / 900 - 1, 12);
    expect([late.finalEquity, late.trades, late.bestTrade]).toEqual([1200, 1, 6 / 9]);
    expect([late.maxDrawdown, late.maxDrawdownDays, late.exposure]).toEqual([0, 0, 0.5]);
    const early = measure(run, bars.dates, 1000, { from: 0, to: 4 });
    expect([early.finalEquity, early.trades, early.worstTrade]).toEqual([900, 1, -0.1]);
    expect(early.exposure).toBe(0.5);
  });

  it("add up the costs of the period alone", () => {
    const costly = backtest(bars, rules({ commission: 0.01 }), ordering({ 0: 10, 3: -10 }));
    expect(measure(costly, bars.dates, 1000).costsPaid).toBeCloseTo(1 + 0.9, 12);
    expect(measure(costly, bars.dates, 1000, { from: 0, to: 3 }).costsPaid).toBeCloseTo(1, 12);
  });

  it("state growth a year and Calmar's ratio from 90 days on", () => {
    const dates = daysFrom("2023-01-01", 366);
    const equity = dates.map((_, day) => (day === 200 ? 90 : day === 365 ? 120 : 100));
    const zeros = dates.map(() => 0);
    const flat = { trades: [], open: [], shares: zeros, costs: zeros, ruinedOn: null };
    const figures = measure({ ...flat, equity }, dates, 100);
    const growth = 1.2 ** (365.25 / 365) - 1;
    expect(figures.cagr).toBeCloseTo(growth, 12);
    expect(figures.calmar).toBeCloseTo(growth / 0.1, 12);
  });

  it("are null, never NaN or Infinity, for a run that does nothing, loses all, or has no bar", () => {
    const idle = backtest(bars, rules(), () => 0);
    const lost = backtest(bars, rules({ allowShort: true }), ordering({ 3: -120 }));
    const none = backtest(barsAt([]), rules(), () => 0);
    const nothingLeft = { ...idle, equity: idle.equity.map(() => 0) };
    const measured: readonly Metrics[] = [
      measure(idle, bars.dates, 1000),
      measure(lost, bars.dates, 1000),
      measure(none, [], 1000),
      measure(nothingLeft, bars.dates, 1000, { from: 3, to: 6 }),
      measure(idle, bars.dates, 1000, { from: 0, to: 0 }),
    ];
    for (const figures of measured) expect(metricsSchema.parse(figures)).toEqual(figures);
    expect(measured[0]).toMatchObject({ sharpe: null, sortino: null, calmar: null, exposure: 0 });
    expect(measured[2]).toMatchObject({ finalEquity: 1000, totalReturn: 0, volatility: null });
  });
});
