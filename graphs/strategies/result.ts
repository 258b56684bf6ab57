import type { ContestResult } from "#core/contest/contest.ts";
import { contestTimelineOf } from "#core/contest/timeline.ts";
import { addUsage, noUsage } from "#core/usage.ts";
import type { StrategiesStateValue } from "./state.ts";

/** What a finished contest's state says, as its result. */
export function resultOf(state: StrategiesStateValue, runId: string): ContestResult {
  const { request, data, currency, bars, split, benchmark, entries } = state;
  const { standings, tried, notices } = state;
  return {
    runId,
    request,
    data,
    currency,
    bars,
    split: bars.dates[split] ?? request.asOf,
    engine: state.engines[0] ?? null,
    benchmark,
    entries,
    standings,
    tried,
    notices,
    timeline: contestTimelineOf(state.spans),
    usage: entries.reduce((sum, entry) => addUsage(sum, entry.usage), noUsage),
  };
}
