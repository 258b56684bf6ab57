import { describe, expect, it } from "vitest";
import { isPriceIndex } from "#core/review/benchmark.ts";

describe("a benchmark", () => {
  it.each(["^GSPC", "^IXIC", "^FTSE"])(
    "is without dividends where it is an index: %s",
    (symbol) => {
      expect(isPriceIndex(symbol)).toBe(true);
    },
  );

  it.each(["SPY", "BTC-USD", "^GDAXI", "^SP500TR"])(
    "is not where it is no index, or one that counts them in: %s",
    (symbol) => {
      expect(isPriceIndex(symbol)).toBe(false);
    },
  );
});
