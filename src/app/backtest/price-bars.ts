import { barsOf } from "#core/backtest/bars.ts";
import type { BarsQuery, PriceBars } from "#graphs/strategies/ports.ts";
import { historyNotices } from "#tools/history-notices.ts";
import type { Markets } from "../markets.ts";

/**
 * A symbol's daily bars, scaled so that splits and dividends are no moves, from the source that the
 * markets decide on.
 *
 * @throws DeskError as the markets' opener and their sources do
 */
export async function readPriceBars(
  { symbol, from, asOf }: BarsQuery,
  markets: Pick<Markets, "open" | "yahoo" | "demo">,
  options: { readonly signal?: AbortSignal },
): Promise<PriceBars> {
  const data = await markets.open({ symbol, asOf }, options);
  const history = await markets[data.source].history({ symbol, from, asOf }, options);
  return {
    bars: barsOf(history),
    currency: history.currency,
    data,
    warnings: historyNotices(history, asOf),
  };
}
