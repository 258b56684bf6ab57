import { describe, expect, it } from "vitest";
import type { AuditedFigure } from "#core/audit/audit.ts";
import { figureSource } from "#core/render/figure-source.ts";
import { fact } from "../examples.ts";

const close = fact({ availableAt: "2026-11-20T21:00:00.000Z", note: "as quoted" });
const average = fact({ id: "AAPL:sma_50", path: "sma_50", label: "SMA (50)", value: 200 });
const known = new Map([close, average].map((one) => [one.id, one]));

const sourced: AuditedFigure = {
  figure: "189.12 USD",
  where: "market",
  at: 0,
  status: "sourced",
  factId: "AAPL:price.close",
  derivation: null,
  nearest: null,
  problem: null,
};
const unsourced: AuditedFigure = { ...sourced, status: "unsourced", factId: null };

describe("a figure's source", () => {
  it("is a fact with its value, its call, its day, and when it became known", () => {
    expect(figureSource(sourced, known)).toEqual({
      status: "sourced",
      what: "Close",
      facts: [
        {
          label: "Close",
          value: "189.12 USD",
          origin:
            "demo · get_price_history(AAPL) · as of 2026-11-20 · known from 2026-11-20 21:00 UTC",
          note: "as quoted",
        },
      ],
    });
  });

  it("is a derivation in the words of its facts, and these", () => {
    const derivation = "(AAPL:price.close / AAPL:sma_50 - 1) x 100";
    const source = figureSource({ ...sourced, status: "derived", derivation }, known);
    expect(source.what).toBe("(Close / SMA (50) - 1) x 100");
    expect(source.facts.map(({ value }) => value)).toEqual(["189.12 USD", "200.00 USD"]);
  });

  it("of a figure without one is why, and the fact that comes nearest", () => {
    const problem = "direction: Close is 189.12 USD";
    const source = figureSource({ ...unsourced, nearest: "AAPL:price.close", problem }, known);
    expect([source.what, source.facts.length]).toEqual([problem, 1]);
    expect(figureSource(unsourced, known)).toMatchObject({
      what: "No fact of this run has this figure.",
      facts: [],
    });
  });

  it("of a fact that is not there is its id", () => {
    expect(figureSource({ ...sourced, factId: "AAPL:gone" }, known)).toMatchObject({
      what: "AAPL:gone",
      facts: [],
    });
  });
});
