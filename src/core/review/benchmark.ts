import { symbolForm } from "../symbol-form.ts";

/** What decisions are measured by unless told otherwise: the S&P 500. */
export const USUAL_BENCHMARK = "^GSPC";

/** Indexes that count dividends in, as most do not: those of Deutsche Börse, Brazil's, and variants. */
const WITH_DIVIDENDS: ReadonlySet<string> = new Set([
  "^GDAXI",
  "^MDAXI",
  "^SDAXI",
  "^TECDAX",
  "^BVSP",
  "^SP500TR",
  "^XNDX",
]);

/** Whether a benchmark is an index of prices alone, which a share's adjusted closes outdo by dividends. */
export function isPriceIndex(symbol: string): boolean {
  return symbolForm(symbol) === "index" && !WITH_DIVIDENDS.has(symbol);
}
