import { addDays, type Day } from "#core/day.ts";
import { quarterEnds, tradingDayFrom } from "./calendar.ts";
import { seededRandom } from "./random.ts";

/** A company's report on one quarter. */
interface Report {
  readonly quarterEnd: Day;
  /** The day on which the quarter's figures and statements become public. */
  readonly date: Day;
  /** How far earnings a share pass what was expected, a fraction of the expected. */
  readonly surprise: number;
}

/** The reports on the quarters that end by a day, oldest first; the last may still be to come. */
export function reportsOf(symbol: string, until: Day): Report[] {
  return quarterEnds(until).map((quarterEnd) => {
    const random = seededRandom(`${symbol} report ${quarterEnd}`);
    return {
      quarterEnd,
      date: tradingDayFrom(addDays(quarterEnd, random.whole(22, 42))),
      surprise: 0.01 + 0.06 * random.normal(),
    };
  });
}
