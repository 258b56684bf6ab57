import type { Company } from "#core/company.ts";
import type { MarketData } from "#core/ports.ts";
import type { Quote } from "#core/quote.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";

const source = "stub";

/** A market whose methods are replaced one by one; the rest is refused. */
export function stubMarket(methods: Partial<MarketData>): MarketData {
  const refuse = async () => {
    throw new Error("not asked for in this test");
  };
  return {
    name: "yahoo",
    synthetic: false,
    history: refuse,
    quote: refuse,
    company: refuse,
    statements: refuse,
    news: refuse,
    ...methods,
  };
}

/** A quote of AAPL that became known at a time. */
export async function quoteKnownAt(availableAt: string): Promise<Quote> {
  const quote = await createDemoMarketData().quote({ symbol: "AAPL", asOf: "2024-01-31" });
  return { ...quote, availableAt, source };
}

/** A company AAPL whose snapshot parts became known at a time. */
export async function companyKnownAt(availableAt: string): Promise<Company> {
  const company = await createDemoMarketData().company({ symbol: "AAPL", asOf: "2024-01-31" });
  return { ...company, availableAt, source };
}
