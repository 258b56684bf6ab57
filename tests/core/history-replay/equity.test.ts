import { describe, expect, it } from "vitest";
import type { Decision } from "#core/decision.ts";
import { equityOf } from "#core/history-replay/equity.ts";
import { bar } from "./bars.ts";

const END = "2024-01-31";

const candles = [
  bar("2024-01-02", 90, 100),
  bar("2024-01-03", 100, 110),
  bar("2024-01-04", 120, 110),
  bar("2024-01-05", 110, 88),
  bar("2024-01-08", 100, 125),
];

const on = (day: string, action: Decision["action"]) => ({ day, action });
const valuesOf = (equity: ReturnType<typeof equityOf>) => equity?.curve.map(({ desk }) => desk);

describe("the equity of following the desk", () => {
  it("fills a buy at the open of the next bar, never on the day of the decision", () => {
    const equity = equityOf([on("2024-01-02", "buy")], candles, END, 0);
    expect(equity?.from).toBe("2024-01-03");
    expect(valuesOf(equity)).toEqual([1.1, 1.1, 0.88, 1.25]);
    expect(equity?.desk).toEqual({
      totalReturnPercent: expect.closeTo(25, 10),
      maxDrawdownPercent: expect.closeTo(-20, 10),
      barsInvested: 4,
      trades: 1,
    });
  });

  it("is out at first, stays as it was after a hold, and is out again after a sell", () => {
    const decisions = [
      on("2024-01-02", "hold"),
      on("2024-01-03", "buy"),
      on("2024-01-04", "hold"),
      on("2024-01-05", "sell"),
    ];
    const equity = equityOf(decisions, candles, END, 0);
    const sold = 100 / 120;
    expect(valuesOf(equity)).toEqual([
      1,
      expect.closeTo(110 / 120, 12),
      expect.closeTo(88 / 120, 12),
      expect.closeTo(sold, 12),
    ]);
    expect(equity?.desk).toMatchObject({ barsInvested: 2, trades: 2 });
  });

  it("of a buy that is held throughout is that of buy and hold", () => {
    const equity = equityOf([on("2024-01-02", "buy"), on("2024-01-04", "buy")], candles, END, 0);
    expect(equity?.desk).toEqual(equity?.buyAndHold);
  });

  it("holds buy and hold against it over the same bars from the same open", () => {
    const equity = equityOf([on("2024-01-02", "sell")], candles, END, 0);
    expect(equity?.desk).toEqual({
      totalReturnPercent: 0,
      maxDrawdownPercent: 0,
      barsInvested: 0,
      trades: 0,
    });
    expect(equity?.buyAndHold).toMatchObject({ barsInvested: 4, trades: 1 });
    expect(equity?.buyAndHold.totalReturnPercent).toBeCloseTo(25, 10);
  });

  it("pays the costs of each trade from its value", () => {
    const decisions = [on("2024-01-02", "buy"), on("2024-01-03", "sell")];
    const equity = equityOf(decisions, candles, END, 100);
    expect(equity?.desk.totalReturnPercent).toBeCloseTo(100 * (1.2 * 0.99 * 0.99 - 1), 10);
    expect(equity?.buyAndHold.totalReturnPercent).toBeCloseTo(100 * (1.25 * 0.99 - 1), 10);
  });

  it("counts a fall below the money that it began with, too", () => {
    const falling = [bar("2024-01-02", 100, 100), bar("2024-01-03", 100, 90)];
    const equity = equityOf([on("2024-01-02", "buy")], falling, END, 0);
    expect(equity?.desk.maxDrawdownPercent).toBeCloseTo(-10, 10);
  });

  it("takes neither a split nor a dividend for a move of the price", () => {
    const split = [
      bar("2024-01-02", 200, 200, 0.1),
      bar("2024-01-03", 200, 200, 0.1),
      bar("2024-01-04", 20, 20),
    ];
    const equity = equityOf([on("2024-01-02", "buy")], split, END, 0);
    expect(equity?.desk.totalReturnPercent).toBeCloseTo(0, 10);
  });

  it("ends with the last day that counts", () => {
    const equity = equityOf([on("2024-01-02", "buy")], candles, "2024-01-04", 0);
    expect(equity).toMatchObject({ to: "2024-01-04", bars: 2 });
  });

  it.each([
    ["without a decision", []],
    ["where no bar follows the first decision", [on("2024-01-08", "buy")]],
  ])("is not known %s", (_, decisions) => {
    expect(equityOf(decisions, candles, END, 0)).toBeNull();
  });
});
