import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import { dayOf } from "#core/day.ts";
import { limitsOf } from "#core/desk-choice.ts";
import type { StrategiesRequest } from "../commands/strategies-request.ts";
import type { Config } from "../config.ts";
import { surroundingsOf } from "../run-configuration.ts";

/** Everything that decides what the contest that is asked for brings. */
export function contestConfigurationOf(
  request: StrategiesRequest,
  config: Config,
  now: number,
): ContestConfiguration {
  const { version, openaiBaseUrl, yahooBaseUrl } = surroundingsOf(config);
  const { ticker, models, from, asOf, rules, minTrades, timeLimitMs, data, deadlineMs } = request;
  return {
    version,
    symbol: ticker,
    models: [...models],
    from,
    asOf: asOf ?? dayOf(now),
    rules,
    minTrades,
    timeLimitMs,
    data,
    ...limitsOf(request),
    openaiBaseUrl,
    yahooBaseUrl,
    deadlineMs,
  };
}
