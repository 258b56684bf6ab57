import { describe, expect, it } from "vitest";
import { arrangeEvidence } from "#runtime/models/rules/evidence.ts";
import { isTradeable, kindOf, subjectOf, whyNot } from "#runtime/models/rules/instrument.ts";
import { facts, text } from "./desk.ts";

function about(symbol: string, type?: string) {
  const known = type === undefined ? [] : facts({ "quote.type": text(type) }, symbol);
  return arrangeEvidence(known, { symbol, asOf: null });
}

describe("instrument", () => {
  it("goes by the quote's type, and by the ticker's shape without one", () => {
    expect(kindOf(about("QQQ", "fund"))).toBe("fund");
    expect(kindOf(about("QQQ"))).toBeNull();
    expect(kindOf(about("BTC-USD"))).toBe("coin");
    expect(kindOf(about("BRK-B", "equity"))).toBeNull();
  });

  it("tells yields and volatilities, which a source calls indices, from stock indices", () => {
    const kinds = ["^TNX", "^VIX", "^GSPC", "DX-Y.NYB"].map((symbol) =>
      kindOf(about(symbol, "index")),
    );
    expect(kinds).toEqual(["yield", "volatility", "index", "index"]);
  });

  it("gives a reason only for what is out of scope", () => {
    const gold = about("GC=F");
    expect(whyNot({ companyOnly: true }, gold)).toBe("GC=F is a future and not a company's stock");
    expect(whyNot({ riskAssetOnly: true }, gold)).toContain("no backdrop");
    expect(whyNot({ riskAssetOnly: true }, about("^GSPC"))).toBeNull();
    expect(whyNot({ companyOnly: true, riskAssetOnly: true }, about("AAPL"))).toBeNull();
  });

  it("knows indexes, volatilities and yields as what nobody can trade", () => {
    expect(["^GSPC", "^VIX", "^TNX"].map((symbol) => isTradeable(about(symbol)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isTradeable(about("DX-Y.NYB", "index"))).toBe(false);
    for (const symbol of ["AAPL", "BTC-USD", "EURUSD=X", "GC=F"]) {
      expect(isTradeable(about(symbol))).toBe(true);
      expect(subjectOf(about(symbol))).toBe(symbol);
    }
  });

  it("says of a yield that bonds go the other way", () => {
    expect(subjectOf(about("^TNX"))).toBe(
      "^TNX, a yield that cannot be traded itself and stands for what follows it (bonds go the other way)",
    );
  });
});
