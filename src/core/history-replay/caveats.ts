import type { ReplayQuestion } from "./question.ts";

/** What a reader must know before believing a replay, a sentence or two each. */
export function replayCaveats({ model, data, symbol }: ReplayQuestion): string[] {
  return [
    ...(data.notice === null ? [] : [data.notice]),
    model === "rules"
      ? "The built-in rules remember nothing of this period, but they were written by people who knew such markets."
      : `A model may remember: ${model} may have been trained on texts of this period, so that what looks like judgement is hindsight. Only days after its training ended speak for it.`,
    "Each decision was made only of what was public by the end of its day. What the sources cannot tell as of a past day was withheld, so the desk knew less than it would have known then.",
    "These decisions are not kept in the desk's memory, and none of its own record was shown to the portfolio manager: hindsight must not count as a record.",
    `Decisions whose horizons overlap are not independent trials, and ${symbol} was chosen today, in the knowledge of what became of it.`,
  ];
}
