import type { Metrics } from "../../backtest/metrics.ts";
import { gainText, ratioText } from "../../render/fractions.ts";
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

/** Whether anyone has beaten buying and holding, in two parts that together are a sentence. */
interface Beaten {
  readonly claim: string;
  /** By which measure, and who. */
  readonly detail: string;
}

/**
 * Whether anyone that is ranked has beaten buying and holding out of sample, by either measure; or that
 * nobody is there to be compared.
 *
 * @param named how an author is written
 */
export function beatenIn(contest: Contest, named: (author: string) => string): Beaten {
  if (contest.standings.every(({ rank }) => rank === null)) {
    const some = contest.entries.some(({ measured }) => measured !== null);
    return {
      claim: "Nothing could be compared with buy and hold out of sample",
      detail: some ? ": no strategy is ranked." : ": no strategy has figures.",
    };
  }
  const { sharpe, totalReturn } = contest.benchmark.outOfSample;
  const [bySharpe, byReturn] = [aheadOf(contest, "sharpe"), aheadOf(contest, "totalReturn")];
  const [ratio, gain] = [ratioText(sharpe), gainText(totalReturn)];
  if (bySharpe.length === 0 && byReturn.length === 0) {
    return {
      claim: "Nobody beat buy and hold out of sample",
      detail: `, neither by Sharpe ratio (${ratio}) nor by return (${gain}).`,
    };
  }
  const names = (authors: readonly string[]) =>
    authors.length === 0 ? "nobody" : authors.map(named).join(", ");
  return {
    claim: "Buy and hold was beaten out of sample",
    detail: ` by Sharpe ratio (${ratio}): ${names(bySharpe)}; by return (${gain}): ${names(byReturn)}.`,
  };
}
