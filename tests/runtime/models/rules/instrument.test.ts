import { describe, expect, it } from "vitest";
import { arrangeEvidence } from "#runtime/models/rules/evidence.ts";
import { kindOf, whyNot } from "#runtime/models/rules/instrument.ts";
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
});
