import type { EarningsResult } from "#core/company.ts";
import { dayOf } from "#core/day.ts";
import { endsFiscalYear, filesAbroad, filingLagDays } from "#core/filing-lag.ts";
import { publicBy } from "./public-by.ts";
import type { Summary } from "./schemas/summary.ts";

/**
 * The last quarters' results, newest first. One is taken to be public at the earnings call that
 * followed its quarter where Yahoo tells of it, which it does of the latest only, else when its
 * filing was due.
 */
export function earningsOf(symbol: string, summary: Summary, now: number): EarningsResult[] {
  const { earningsHistory, calendarEvents, defaultKeyStatistics, financialData } = summary;
  const calls = calendarEvents?.earnings?.earningsCallDate ?? [];
  const abroad = filesAbroad(symbol, financialData?.financialCurrency ?? null);
  const lastYear = defaultKeyStatistics?.lastFiscalYearEnd ?? null;
  const yearEnd = lastYear === null ? null : dayOf(lastYear);
  const results = (earningsHistory?.history ?? []).flatMap((result) => {
    if (result.quarter === null) return [];
    const quarterEnd = dayOf(result.quarter);
    const lag = filingLagDays("quarterly", {
      abroad,
      endsFiscalYear: endsFiscalYear(quarterEnd, yearEnd),
    });
    const due = publicBy(quarterEnd, lag, now).availableAt;
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
