import type { AgentOutcome } from "../chain/agent-outcome.ts";
import { answeredWords } from "../chain/answered-words.ts";
import { type ChainSummary, chainSummaryOf } from "../chain/chain-summary.ts";
import type { RunForm } from "./run-form.ts";

/** A chain of agents that somebody has defined. Its steps are the agents, some of whom may be skipped. */
export const chainForm: RunForm<"chain"> = {
  kind: "chain",
  words: "a chain",
  schemas: async () => (await import("./chain-schemas.ts")).chainSchemas,
  titleOf: ({ chain }) => chain.name,
  symbolOf: () => null,
  summaryOf: chainSummaryOf,
  missingOf: ({ failed }) => failed,
  statusOf: ({ done, failed }) => (done === 0 ? "failed" : failed === 0 ? "ok" : "partial"),
  headlineOf: (summary) => [statedBy(summary) ?? [], answeredWords(summary)].flat().join(" · "),
  recordsSteps: ({ how }) => how !== "code",
  stepToldBy(event) {
    if (event.type === "span_started" && event.kind === "agent") {
      return { step: event.name, outcome: null };
    }
    if (event.type !== "agent_ended") return null;
    return { step: event.outcome.agent, outcome: event.outcome };
  },
  outcomeWords: (outcome) => errorOf(outcome) ?? statedBy(outcome) ?? "done",
  stepEndOf: (outcome) => ({ state: outcome.state, error: errorOf(outcome) }),
};

function errorOf({ gap, skipped }: AgentOutcome): string | null {
  return gap === null ? skipped : `${gap.reason}: ${gap.message}`;
}

/** null where no stance is stated: chains need not have one. */
function statedBy({ stance, confidence }: Pick<ChainSummary, "stance" | "confidence">) {
  if (stance === null || confidence === null) return stance;
  return `${stance} ${confidence.toFixed(2)}`;
}
