import { dayOf } from "#core/day.ts";
import type { DeskChoice } from "#core/desk-choice.ts";
import { type AskedPast, pastWindowStart } from "#core/history-replay/plan.ts";
import type { Hindsight } from "#core/history-replay/replay.ts";
import type { Clock } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";
import type { Rates } from "#runtime/rates/rates.ts";
import type { Config } from "./config.ts";
import { dataRate, openMarkets } from "./markets.ts";
import { modelsOf, RULES } from "./model-choice.ts";
import { mainModel } from "./models.ts";

interface HindsightQuestion extends DeskChoice, AskedPast {
  readonly ticker: string;
  readonly benchmark: string;
}

interface Surroundings {
  readonly config: Config;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Shared with the desk, so that both together keep a limit. */
  readonly rates: Rates;
}

/**
 * Reads what decisions on a past are scored by, from markets of its own that no desk ever asks, and
 * settles for all of its runs where figures come from.
 *
 * @throws DeskError as {@link openMarkets}' opener does
 */
export async function readHindsight(
  request: HindsightQuestion,
  { config, clock, signal, rates }: Surroundings,
): Promise<{ data: Provenance; hindsight: Hindsight }> {
  const { ticker: symbol, benchmark, to } = request;
  const free = modelsOf(mainModel(request, config), request).every((name) => name === RULES);
  const rate = dataRate(request, rates);
  const markets = openMarkets({ data: request.data, mayFallBack: free, config, clock, rate });
  try {
    const asOf = dayOf(clock.now());
    const data = await markets.open({ symbol, asOf: to ?? asOf }, { signal });
    const from = pastWindowStart(request, asOf);
    const historyOf = (one: string) =>
      markets[data.source].history({ symbol: one, from, asOf }, { signal });
    const [prices, measure] = await Promise.all([historyOf(symbol), historyOf(benchmark)]);
    return { data, hindsight: { prices, benchmark: measure, asOf } };
  } finally {
    await markets.close();
  }
}
