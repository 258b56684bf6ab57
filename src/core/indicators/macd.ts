import { EMA } from "technicalindicators";
import { align } from "./align.ts";
import { closes } from "./columns.ts";
import type { Indicator } from "./indicator.ts";
import { stepsToSettle } from "./settling.ts";

const FAST = 12;
const SLOW = 26;
const SIGNAL = 9;
const SIGNAL_BARS = SLOW + SIGNAL - 1;
const NAME = `(${FAST}, ${SLOW}, ${SIGNAL})`;

/**
 * Appel's moving average convergence divergence, each average seeded with a mean of its own first
 * values. Made of three averages, since the library's own MACD takes a signal of zero for absent.
 */
export const macd: Indicator = {
  name: "macd",
  title: "Moving average convergence divergence",
  definition: `line = EMA ${FAST} - EMA ${SLOW} of adjusted closes, signal = EMA ${SIGNAL} of the line, histogram = line - signal; each EMA seeded with the mean of its first values`,
  undefinedWhen: null,
  settledAfter: SIGNAL_BARS + stepsToSettle(2 / (SLOW + 1)),
  compute: (candles) => {
    const { line, signal, histogram } = convergence(closes(candles));
    const { length } = candles;
    return [
      {
        path: "macd.line",
        label: `MACD line ${NAME}`,
        unit: "currency",
        barsNeeded: SLOW,
        values: align(length, line),
      },
      {
        path: "macd.signal",
        label: `MACD signal ${NAME}`,
        unit: "currency",
        barsNeeded: SIGNAL_BARS,
        values: align(length, signal),
      },
      {
        path: "macd.histogram",
        label: `MACD histogram ${NAME}`,
        unit: "currency",
        barsNeeded: SIGNAL_BARS,
        values: align(length, histogram),
      },
    ];
  },
};

/** Each series ends with the last close; the signal and histogram begin later than the line. */
function convergence(values: number[]) {
  const fast = EMA.calculate({ period: FAST, values }).slice(SLOW - FAST);
  const slow = EMA.calculate({ period: SLOW, values });
  const line = difference(fast, slow);
  const signal = EMA.calculate({ period: SIGNAL, values: line });
  return { line, signal, histogram: difference(line.slice(SIGNAL - 1), signal) };
}

function difference(minuends: readonly number[], subtrahends: readonly number[]): number[] {
  return subtrahends.map((subtrahend, i) => (minuends[i] ?? Number.NaN) - subtrahend);
}
