import { z } from "zod";
import { DeskError, quoted } from "./errors.ts";

/**
 * The grammar of a ticker: an optional index caret, groups of ASCII letters and digits joined by
 * single `.`, `-` or `&`, and an optional `=X` (currency) or `=F` (future). Written so that nothing
 * it accepts can be a path, a flag, a URL part or a look-alike letter.
 */
const TICKER = /^\^?[A-Za-z0-9]+(?:[.&-][A-Za-z0-9]+)*(?:=[XFxf])?$/;
const LONGEST_TICKER = 21;
const EXAMPLES = "AAPL, BRK-B, M&M.NS, ^GSPC, BTC-USD, EURUSD=X, 002032.SZ, GC=F";

/** What a ticker is, for whoever has written none. */
export const TICKER_RULE = `Use 1 to ${LONGEST_TICKER} letters and digits, joined by "." "-" or "&", such as ${EXAMPLES}.`;

/**
 * Reads a ticker as typed.
 *
 * @returns the ticker in upper case
 * @throws DeskError `usage` when it is not one
 */
export function parseTicker(text: string): string {
  if (text.length > LONGEST_TICKER || !TICKER.test(text)) {
    throw new DeskError("usage", `ticker ${quoted(text)} is not a valid symbol. ${TICKER_RULE}`, {
      facts: { ticker: text.slice(0, LONGEST_TICKER) },
    });
  }
  return text.toUpperCase();
}

/** A ticker in a schema: held to the same grammar, given back in upper case. */
export const tickerSchema = z
  .string()
  .max(LONGEST_TICKER)
  .regex(TICKER, `not a ticker; examples: ${EXAMPLES}`)
  .toUpperCase()
  .describe("Ticker as Yahoo Finance writes it, e.g. AAPL, BRK-B, ^GSPC, BTC-USD");
