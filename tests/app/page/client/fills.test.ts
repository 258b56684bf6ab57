import { describe, expect, it } from "vitest";
import { fillsOf } from "#app/page/client/strategies/fills.ts";

describe("fills", () => {
  it("are a purchase and a sale for a trade, oldest first", () => {
    expect(fillsOf([[3, 7, 10, 12, 5, 10]])).toEqual([
      { bar: 3, side: "buy", shares: 5, price: 10 },
      { bar: 7, side: "sell", shares: 5, price: 12 },
    ]);
  });

  it("are a sale first for a short", () => {
    expect(fillsOf([[3, 7, 10, 9, -5, 5]]).map(({ side }) => side)).toEqual(["sell", "buy"]);
  });

  it("are put together where one fill closed several lots", () => {
    const fills = fillsOf([
      [1, 9, 10, 12, 5, 10],
      [2, 9, 11, 12, 3, 3],
    ]);
    expect(fills.at(-1)).toEqual({ bar: 9, side: "sell", shares: 8, price: 12 });
  });

  it("are a purchase alone for what is still held", () => {
    expect(fillsOf([[4, null, 10, null, 2, 1]])).toEqual([
      { bar: 4, side: "buy", shares: 2, price: 10 },
    ]);
  });
});
