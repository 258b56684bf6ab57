import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import { dayOf } from "#core/day.ts";
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
  const { ticker, models, from, asOf, rules, minTrades, timeLimitMs, deadlineMs } = request;
  const { data, maxConcurrency, maxPerMinute, maxDataPerMinute } = request;
  const { requestTimeoutMs, idleTimeoutMs, maxUsd, maxTokens, prices } = request;
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
    maxConcurrency,
    maxPerMinute,
    maxDataPerMinute,
    requestTimeoutMs,
    idleTimeoutMs,
    maxUsd,
    maxTokens,
    prices,
    openaiBaseUrl,
    yahooBaseUrl,
    deadlineMs,
  };
}
