import type { EarningsResult } from "#core/company.ts";
import { addDays, dayOf } from "#core/day.ts";
import { filingLagDays } from "#core/statement.ts";
import type { Summary } from "./schemas/summary.ts";

/**
 * The last quarters' results, newest first. One is taken to be public at the earnings call that
 * followed its quarter where Yahoo tells of it, which it does of the latest only, else when its
 * filing was due.
 */
export function earningsOf({ earningsHistory, calendarEvents }: Summary): EarningsResult[] {
  const calls = calendarEvents?.earnings?.earningsCallDate ?? [];
  const results = (earningsHistory?.history ?? []).flatMap((result) => {
    if (result.quarter === null) return [];
    const quarterEnd = dayOf(result.quarter);
    const due = `${addDays(quarterEnd, filingLagDays.quarterly)}T00:00:00.000Z`;
    const reported = calls
      .flatMap((at) => (at === null ? [] : new Date(at).toISOString()))
      .find((at) => quarterEnd < at.slice(0, 10) && at < due);
    return [
      {
        quarterEnd,
        epsActual: result.epsActual,
        epsEstimate: result.epsEstimate,
        surprise: result.surprisePercent,
        availableAt: reported ?? due,
      },
    ];
  });
  return results.sort((a, b) => (a.quarterEnd > b.quarterEnd ? -1 : 1));
}
