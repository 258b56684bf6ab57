import { describe, expect, it } from "vitest";
import { backtest } from "#core/backtest/engine.ts";
import { barsAt, ordering, rules } from "./bars-at.ts";

const ALL = Number.MAX_VALUE;

const climb = barsAt([
  [9, 10],
  [11, 12],
  [13, 14],
  [15, 16],
]);

const level = barsAt(Array.from({ length: 6 }, () => [10, 10] as const));

describe("when orders are filled", () => {
  it("is at the next bar's open, and equity is marked at the close", () => {
    const run = backtest(climb, rules(), ordering({ 0: 10, 1: -10 }));
    // Bought at 11, so 890 in cash and 10 shares at 12; sold at 13, which brings 130.
    expect(run.equity).toEqual([1000, 890 + 120, 1020, 1020]);
    expect(run.shares).toEqual([0, 10, 0, 0]);
    expect(run.trades).toEqual([
      {
        entryDate: "2024-01-02",
        exitDate: "2024-01-03",
        entryPrice: 11,
        exitPrice: 13,
        shares: 10,
        profit: 20,
      },
    ]);
    expect(run.open).toEqual([]);
  });

  it("is never for the last bar's order", () => {
    const run = backtest(climb, rules(), ordering({ 3: 10 }));
    expect([run.trades, run.open, run.shares.at(-1)]).toEqual([[], [], 0]);
  });

  it("tells the strategy cash, shares and equity at the close that it decides at", () => {
    const told: number[][] = [];
    backtest(climb, rules(), (...state) => {
      told.push(state);
      return state[0] === 0 ? 10 : 0;
    });
    expect(told).toEqual([
      [0, 1000, 0, 1000],
      [1, 890, 10, 1010],
      [2, 890, 10, 1030],
      [3, 890, 10, 1050],
    ]);
  });

  it("is never for an order that is no finite number", () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const run = backtest(climb, rules(), ordering({ 0: 10, 1: odd }));
      expect(run.shares).toEqual([0, 10, 10, 10]);
    }
  });

  it("makes an empty run of no bars", () => {
    const run = backtest(barsAt([]), rules(), () => 1);
    const none = { trades: [], open: [], equity: [], shares: [], costs: [], ruinedOn: null };
    expect(run).toEqual(none);
  });
});

describe("what fills cost", () => {
  it("is commission on the way in and out, and the slippage off the open", () => {
    const costly = rules({ commission: 0.01, slippage: 0.1 });
    const run = backtest(level, costly, ordering({ 0: 10, 1: -10 }));
    // In at 11: 110 and 1.1 of commission. Out at 9: 90 less 0.9.
    expect(run.equity[1]).toBeCloseTo(1000 - 111.1 + 100, 10);
    expect(run.equity[2]).toBeCloseTo(1000 - 111.1 + 89.1, 10);
    expect(run.trades[0]?.profit).toBeCloseTo(10 * (9 - 11) - 1.1 - 0.9, 10);
    expect(run.costs[1]).toBeCloseTo(10 + 1.1, 10);
    expect(run.costs[2]).toBeCloseTo(10 + 0.9, 10);
  });

  it("is counted once in equity and in profits: they agree", () => {
    const costly = rules({ commission: 0.002, slippage: 0.001, allowShort: true });
    const orders = ordering({ 0: 30, 1: 20, 2: -70 });
    const run = backtest(climb, costly, orders);
    const profits = [...run.trades, ...run.open].reduce((sum, { profit }) => sum + profit, 0);
    expect(run.equity.at(-1)).toBeCloseTo(1000 + profits, 10);
  });
});

describe("what cannot be paid for", () => {
  it("is not bought: the order is cut to what cash pays, commission included", () => {
    const run = backtest(level, rules({ commission: 0.25 }), ordering({ 0: 100 }));
    expect(run.shares[1]).toBe(1000 / 12.5);
  });

  it("leaves no cash behind, be it a rounding error, so that buying on buys nothing", () => {
    const prices = [3.3, 7.7, 0.1, 123.456, 9.99];
    for (const price of prices) {
      const bars = barsAt(Array.from({ length: 5 }, () => [price, price] as const));
      const cash: number[] = [];
      const run = backtest(bars, rules({ commission: 0.0017, slippage: 0.0003 }), (_, left) => {
        cash.push(left);
        return ALL;
      });
      expect(cash.slice(1)).toEqual([0, 0, 0, 0]);
      expect(run.open).toHaveLength(1);
    }
  });

  it("is cut to whole shares where only those are dealt in", () => {
    const whole = rules({ wholeShares: true, commission: 0.001 });
    const run = backtest(climb, whole, ordering({ 0: ALL, 1: -2.9, 2: 0.9 }));
    // A share costs 11.011: 1000 pays for 90.8.
    expect(run.shares).toEqual([0, 90, 88, 88]);
  });

  it("buys the last whole share where cash pays for it to the cent", () => {
    const bars = barsAt([
      [0.1, 0.1],
      [0.1, 0.1],
    ]);
    const run = backtest(bars, rules({ cash: 0.3, wholeShares: true }), ordering({ 0: 5 }));
    // 0.3 / 0.1 is 2.9999999999999996 in doubles.
    expect(run.shares[1]).toBe(3);
  });

  it("is not sold: more than is held is what is held", () => {
    const run = backtest(level, rules(), ordering({ 0: 10, 1: -25, 2: -1 }));
    expect(run.shares).toEqual([0, 10, 0, 0, 0, 0]);
    expect(run.trades).toHaveLength(1);
  });
});

describe("lots", () => {
  it("are closed first in, first out, and split by a sale of a part", () => {
    const run = backtest(climb, rules({ commission: 0.1 }), ordering({ 0: 10, 1: 20, 2: -15 }));
    // 10 of 11 and 5 of 13 are sold at 15; 15 of 13 stay, marked at 16.
    expect(run.trades.map(({ shares, entryPrice }) => [shares, entryPrice])).toEqual([
      [10, 11],
      [5, 13],
    ]);
    expect(run.trades[0]?.profit).toBeCloseTo(10 * 4 - 11 - 15, 10);
    expect(run.trades[1]?.profit).toBeCloseTo(5 * 2 - 6.5 - 7.5, 10);
    expect(run.open).toEqual([
      { entryDate: "2024-01-03", entryPrice: 13, shares: 15, profit: expect.closeTo(45 - 19.5) },
    ]);
  });

  it("leave no dust when parts add up to the whole but for rounding", () => {
    const orders = ordering({ 0: 0.1, 1: 0.2, 2: -0.1, 3: -0.2 });
    const run = backtest(level, rules(), orders);
    // 0.1 + 0.2 - 0.1 - 0.2 is 2.8e-17 in doubles.
    expect(run.shares.at(-1)).toBe(0);
    expect(run.open).toEqual([]);
    expect(run.trades.map(({ shares }) => shares)).toEqual([0.1, 0.2]);
  });

  it("end where a sale ends but for rounding: neither is a crumb left, nor one of the next sold", () => {
    // 0.3 - 0.1 is a little less than 0.2, and 0.1 + 0.2 - 0.1 a little more.
    for (const sold of [0.3, 0.1 + 0.2]) {
      const run = backtest(level, rules(), ordering({ 0: 0.1, 1: 0.2, 2: 5, 3: -sold }));
      expect(run.trades.map(({ shares }) => shares)).toEqual([0.1, 0.2]);
      expect(run.open.map(({ shares }) => shares)).toEqual([5]);
    }
  });
});

describe("shorts", () => {
  const short = rules({ allowShort: true });

  it("bring cash that is owed, and gain when the price falls", () => {
    const fall = barsAt([
      [10, 10],
      [10, 9],
      [8, 8],
    ]);
    const run = backtest(fall, short, ordering({ 0: -50, 1: 50 }));
    expect(run.equity).toEqual([1000, 1050, 1100]);
    expect(run.trades).toEqual([
      expect.objectContaining({ shares: -50, entryPrice: 10, exitPrice: 8, profit: 100 }),
    ]);
  });

  it("are held to equity that is not bound yet", () => {
    const run = backtest(level, short, ordering({ 0: -60, 1: -60, 2: -60 }));
    // 1000 covers 100 shares at 10: 60, then 40 more, then none.
    expect(run.shares).toEqual([0, -60, -100, -100, -100, -100]);
    expect(run.open.map(({ shares }) => shares)).toEqual([-60, -40]);
  });

  it("are not opened by rounding, nor added to", () => {
    const sold = backtest(level, short, ordering({ 0: 0.3, 1: -(0.1 + 0.2) }));
    expect([sold.shares.at(-1), sold.open]).toEqual([0, []]);
    for (const [price, commission] of [
      [7.7, 0],
      [17.3, 0.0017],
    ] as const) {
      const bars = barsAt(Array.from({ length: 6 }, () => [price, price] as const));
      const { open } = backtest(bars, rules({ allowShort: true, commission }), () => -ALL);
      expect(open).toHaveLength(1);
    }
  });

  it("are closed first by an order that crosses zero, which then opens what can be paid for", () => {
    const run = backtest(level, short, ordering({ 0: -50, 1: 500, 2: -130 }));
    expect(run.shares).toEqual([0, -50, 100, -30, -30, -30]);
    expect(run.trades.map(({ shares }) => shares)).toEqual([-50, 100]);
  });

  it("that take all there is end the run: all is closed at that close, and nothing is asked again", () => {
    const soar = barsAt([
      [10, 10],
      [10, 10],
      [12, 40],
      [5, 5],
    ]);
    const asked: number[] = [];
    const run = backtest(soar, rules({ allowShort: true, commission: 0.01 }), (bar) => {
      asked.push(bar);
      return [-40, -5][bar] ?? 0;
    });
    // 1000 + 396 + 59.4 in cash at the third close, where 45 shares would cost 1800.
    expect(asked).toEqual([0, 1]);
    expect(run.equity).toEqual([1000, 996, 0, 0]);
    expect(run.shares).toEqual([0, -40, 0, 0]);
    expect(run.ruinedOn).toBe("2024-01-03");
    expect(run.open).toEqual([]);
    expect(run.trades.map(({ exitPrice, profit }) => [exitPrice, profit])).toEqual([
      [40, expect.closeTo(-40 * 30 - 4 - 16, 10)],
      [40, expect.closeTo(-5 * 28 - 0.6 - 2, 10)],
    ]);
    expect(run.costs).toEqual([0, 4, expect.closeTo(0.6 + 18, 10), 0]);
  });
});
