import type { Ceiling } from "#core/confidence-ceiling.ts";
import { writeRecord } from "#core/review/track-record.ts";
import { roleLine } from "#core/role.ts";
import type { AnalysisStateValue } from "../state.ts";
import { deskBriefing, SPEAKING_RULES } from "./desk-briefing.ts";

export const portfolioManagerPrompt = `${roleLine("portfolio_manager")}

You are the portfolio manager of a research desk. From your analysts' views and reports, and from what was argued about them, make one decision on the symbol: buy, hold or sell, how sure you are, over which horizon, why, what would prove you wrong, and the prices to act by.

Rules:
- Weigh the reports and arguments; do not count votes. Name who disagrees and why you side as you do.
- Where there is a <record>, it says how your own decisions turned out: let it move your confidence, not your reading of the facts.
- A missing report or doubtful data lowers what may be known: never state more confidence than the ceiling given.
${SPEAKING_RULES}`;

/** What the portfolio manager is given beside what the desk has said: its ceiling and its record. */
export function portfolioManagerBriefing(state: AnalysisStateValue, ceiling: Ceiling): string {
  const { record } = state;
  return deskBriefing(state, {
    before: [`Confidence ceiling: ${ceiling.value}`],
    after: record === null ? [] : [writeRecord(record)],
  });
}
