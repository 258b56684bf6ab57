/** What a ticker's form says of its instrument. A `share` may be of a company or of a fund. */
export type SymbolForm = "share" | "index" | "yield" | "currency" | "coin" | "future";

/** Indexes that are a yield in percent: US treasuries of ten, five and thirty years and 13 weeks. */
const YIELDS: ReadonlySet<string> = new Set(["^TNX", "^FVX", "^TYX", "^IRX"]);

/** Three letters after the dash tell a coin's price in a currency from a class of shares (BRK-B). */
const COIN = /-(?:USD|EUR|GBP|JPY|CAD|AUD|CHF|INR|KRW|CNY|BTC|ETH|USDT)$/;

/**
 * The form of a ticker in Yahoo's notation.
 *
 * @param symbol in upper case
 */
export function symbolForm(symbol: string): SymbolForm {
  if (YIELDS.has(symbol)) return "yield";
  if (symbol.startsWith("^")) return "index";
  if (symbol.endsWith("=X")) return "currency";
  if (symbol.endsWith("=F")) return "future";
  return COIN.test(symbol) ? "coin" : "share";
}
