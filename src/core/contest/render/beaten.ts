import type { Metrics } from "../../backtest/metrics.ts";
import { gainText, ratioText } from "../../render/fractions.ts";
import { inline } from "../../render/inline.ts";
import type { ContestResult } from "../contest.ts";

type Contest = Pick<ContestResult, "benchmark" | "entries" | "standings">;
type Measure = "sharpe" | "totalReturn";

/** The ranked authors, best first, whose strategy has more out of sample than buying and holding. */
export function aheadOf({ benchmark, entries, standings }: Contest, measure: Measure): string[] {
  const mark = benchmark.outOfSample[measure];
  return standings
    .filter(({ rank }) => rank !== null)
    .map(({ author }) => author)
    .filter((author) => {
      const of: Metrics | undefined = entries.find((entry) => entry.author === author)?.measured
        ?.outOfSample;
      const value = of?.[measure] ?? null;
      return mark !== null && value !== null && value > mark;
    });
}

/** Whether anyone that is ranked has beaten buying and holding out of sample, by either measure. */
export function beatenText(contest: Contest): string {
  const { sharpe, totalReturn } = contest.benchmark.outOfSample;
  const [bySharpe, byReturn] = [aheadOf(contest, "sharpe"), aheadOf(contest, "totalReturn")];
  const [ratio, gain] = [ratioText(sharpe), gainText(totalReturn)];
  if (bySharpe.length === 0 && byReturn.length === 0) {
    return `**Nobody beat buy and hold out of sample**, neither by Sharpe ratio (${ratio}) nor by return (${gain}).`;
  }
  return `**Buy and hold was beaten out of sample** by Sharpe ratio (${ratio}): ${names(bySharpe)}; by return (${gain}): ${names(byReturn)}.`;
}

function names(authors: readonly string[]): string {
  return authors.length === 0 ? "nobody" : authors.map(inline).join(", ");
}
