import { describe, expect, it } from "vitest";
import { piecesOf, withoutPlaces, withPlaces } from "#app/page/client/report/figure-places.ts";
import type { AuditedFigure } from "#core/audit/audit.ts";

/** A figure as it first stands in a text behind a place. */
function placed(text: string, figure: string, place: number, from = 0) {
  const item: AuditedFigure = {
    figure,
    where: "market",
    at: text.indexOf(figure, from),
    status: "sourced",
    factId: "AAPL:price.close",
    derivation: null,
    nearest: null,
    problem: null,
  };
  return { place, item };
}

describe("the places of figures", () => {
  it("are found again, each with its own number", () => {
    const text = "At 189.12 USD, up 4 %.";
    const said = withPlaces(text, [placed(text, "189.12 USD", 7), placed(text, "4 %", 300)]);
    expect(piecesOf(said)).toEqual([
      { text: "At ", place: null },
      { text: "189.12 USD", place: 7 },
      { text: ", up ", place: null },
      { text: "4 %", place: 300 },
      { text: ".", place: null },
    ]);
    expect(withoutPlaces(said)).toBe(text);
  });

  it("are those of the printable text, whatever is invisible in it", () => {
    const said = withPlaces("\u200bAt\u200b 4 %", [placed("At 4 %", "4 %", 1)]);
    expect(piecesOf(said)).toEqual([
      { text: "At ", place: null },
      { text: "4 %", place: 1 },
    ]);
  });

  it("cannot be faked by a text that holds such characters itself", () => {
    const text = "\u{f0003}999 USD\ue000 \ue000\u{f0001}";
    expect(piecesOf(withPlaces(text, []))).toEqual([{ text: "999 USD ", place: null }]);
  });

  it("pass over a figure that does not stand there, or that begins within another", () => {
    const text = "1,200.50";
    const inner = placed(text, "200.50", 2);
    const other = { ...placed(text, "1,200.50", 3), item: { ...inner.item, figure: "7" } };
    const said = withPlaces(text, [placed(text, "1,200.50", 1), inner, other]);
    expect(piecesOf(said)).toEqual([{ text, place: 1 }]);
  });

  it("of which half is lost are no places", () => {
    expect(piecesOf("\u{f0001}4 % and 5 %\ue001 \u{f0002}6 %\ue000")).toEqual([
      { text: "4 % and 5 %\ue001 ", place: null },
      { text: "6 %", place: 2 },
    ]);
  });
});
