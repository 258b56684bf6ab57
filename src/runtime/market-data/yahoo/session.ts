import type { Session } from "#core/candle.ts";
import { isTimeZone, localTime } from "#core/zoned-time.ts";
import type { Chart } from "./schemas/chart.ts";

/**
 * When the exchange's day ends, by the regular session that Yahoo states. Where it states none, the
 * day's end is taken: no bar is then held for whole that is not.
 */
export function sessionOf({ currentTradingPeriod, ...meta }: Chart["meta"]): Session {
  const timeZone = zoneOf(meta);
  const end = currentTradingPeriod?.regular?.end ?? null;
  if (timeZone === null || end === null) return { timeZone, closesAt: "24:00" };
  const { at } = localTime(end, timeZone);
  // Markets that never close have a session up to their day's last minute.
  return { timeZone, closesAt: at === "23:59" || at === "00:00" ? "24:00" : at };
}

function zoneOf({
  exchangeTimezoneName,
  gmtoffset,
}: Pick<Chart["meta"], "exchangeTimezoneName" | "gmtoffset">): string | null {
  if (exchangeTimezoneName !== null && isTimeZone(exchangeTimezoneName))
    return exchangeTimezoneName;
  return gmtoffset === null ? null : offsetZone(gmtoffset);
}

/** An offset from UTC in seconds as a time zone: "+11:00"; null where there is none such. */
function offsetZone(seconds: number): string | null {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const digits = [hours, rest].map((part) => String(part).padStart(2, "0")).join(":");
  const zone = `${seconds < 0 ? "-" : "+"}${digits}`;
  return isTimeZone(zone) ? zone : null;
}
