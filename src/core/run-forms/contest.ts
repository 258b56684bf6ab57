import { type ContestSummary, contestSummaryOf } from "../contest/contest-summary.ts";
import { outcomeWords } from "../contest/render/outcome-words.ts";
import type { RunForm } from "./run-form.ts";

/** A contest of strategies. Its steps are the authors. */
export const contestForm: RunForm<"contest"> = {
  kind: "contest",
  words: "a contest of strategies",
  schemas: async () => (await import("./contest-schemas.ts")).contestSchemas,
  titleOf: ({ symbol }) => symbol,
  symbolOf: ({ symbol }) => symbol,
  summaryOf: contestSummaryOf,
  missingOf: ({ authors, measured }) => authors - measured,
  statusOf: ({ measured }) => (measured === 0 ? "failed" : "ok"),
  headlineOf: (summary) =>
    `${bestWords(summary)} · ${summary.measured} of ${summary.authors} strategies`,
  recordsSteps: ({ how }) => how !== "code",
  stepToldBy(event) {
    if (event.type === "span_started" && event.kind === "author") {
      return { step: event.name, outcome: null };
    }
    if (event.type !== "strategy_ended") return null;
    const { node, sharpe, totalReturn, failure } = event;
    return { step: node, outcome: { author: node, sharpe, totalReturn, failure } };
  },
  outcomeWords,
  stepEndOf: ({ failure }) => ({ state: failure === null ? "done" : "failed", error: failure }),
};

function bestWords({ best }: ContestSummary): string {
  if (best === null) return "none ranked";
  return best.sharpe === null ? best.author : `${best.author}, Sharpe ${best.sharpe.toFixed(2)}`;
}
