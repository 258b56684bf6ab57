import { describe, expect, it } from "vitest";
import { figureBook } from "#app/page/client/report/figure-book.ts";
import type { AuditedFigure } from "#core/audit/audit.ts";
import { fact } from "../../../../core/examples.ts";

function item(where: string, changes: Partial<AuditedFigure> = {}): AuditedFigure {
  return {
    figure: "189.12 USD",
    where,
    at: 0,
    status: "sourced",
    factId: "AAPL:price.close",
    derivation: null,
    nearest: null,
    problem: null,
    ...changes,
  };
}

const derivation = "(AAPL:price.close / AAPL:sma_50 - 1) x 100";
const items = [
  item("market", { status: "derived", derivation }),
  item("market", { status: "unsourced", factId: null, nearest: "AAPL:sma_50" }),
  item("decision.thesis"),
  item("news"),
];
const audit = { figures: 4, sourced: 2, derived: 1, unsourced: 1, items };
const average = fact({ id: "AAPL:sma_50", path: "sma_50", label: "SMA (50)", value: 200 });
const book = figureBook(audit, [fact(), average]);

describe("the book of figures", () => {
  it("numbers each source once, those of the decision first", () => {
    expect(items.map((_, place) => book.noteOf(place))).toEqual([2, null, 1, 1]);
    expect(book.notes.map(({ what }) => what)).toEqual(["Close", "(Close / SMA (50) - 1) x 100"]);
  });

  it("finds the figures of a text with their places", () => {
    expect(book.inText("market").map(({ place }) => place)).toEqual([0, 1]);
    expect(book.inText("nowhere")).toEqual([]);
  });

  it("tells a figure's source, and nothing of a place that there is not", () => {
    expect(book.source(1)).toMatchObject({ status: "unsourced", facts: [{ label: "SMA (50)" }] });
    expect(book.source(99)).toBeNull();
  });
});
