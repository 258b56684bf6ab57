import { bullets } from "../../render/bullets.ts";
import { duration } from "../../render/duration.ts";
import type { AgentOutcome } from "../agent-outcome.ts";
import type { ChainResult } from "../chain-result.ts";

/** Who was asked and has written nothing, why, and how they are asked again; empty where nobody is. */
export function gapsSection({ runId, outcomes }: ChainResult): string {
  const gaps = outcomes.flatMap((outcome) => {
    const { agent, gap } = outcome;
    return gap === null
      ? []
      : [`**${agent}** (${gap.reason}, after ${duration(timeOf(outcome))}): ${gap.message}`];
  });
  if (gaps.length === 0) return "";
  const again = `\`trading-graph rerun ${runId} --only-gaps\` asks them again, and all that follow.`;
  return `## Gaps\n\n${bullets(gaps)}\n\n${again}`;
}

/** Who was not asked, and why; empty where everybody was. */
export function skippedSection({ outcomes }: ChainResult): string {
  const skipped = outcomes.flatMap(({ agent, state, skipped: why }) =>
    state === "skipped" ? [`**${agent}**: ${why ?? "no reason is known"}`] : [],
  );
  return skipped.length === 0 ? "" : `## Skipped\n\n${bullets(skipped)}`;
}

function timeOf({ startedAt, endedAt }: AgentOutcome): number {
  return Date.parse(endedAt) - Date.parse(startedAt);
}
