import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Gap } from "#core/report.ts";
import { type Reviewer, reviewers } from "#core/role.ts";
import { noUsage } from "#core/usage.ts";
import { planForm } from "../forms.ts";
import type { AnalysisPorts } from "../ports.ts";
import { deskBriefing } from "../prompts/desk-briefing.ts";
import { traderPrompt } from "../prompts/trader.ts";
import { speak } from "../spoken.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/** Makes a plan of the reports and the debate. */
export function createTrader(ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const { value, gap, said, span } = await speak(
      {
        role: "trader",
        round: null,
        form: planForm,
        label: { name: "trader", kind: "trader", parent: null },
        prompt: () => ({ system: traderPrompt, briefing: deskBriefing(state) }),
      },
      ports,
      config,
    );
    return {
      plan: value === null ? null : { ...value, ...said },
      silences: gap === null ? [] : [gap, ...reviewers.map((role) => notAsked(role, gap))],
      spans: [span],
    };
  };
}

/** Without a plan there is nothing to review: nobody's silence goes untold. */
function notAsked(role: Reviewer, { endedAt }: Gap): Gap {
  return {
    analyst: role,
    round: 1,
    reason: "not_asked",
    message: "there was no plan to review",
    startedAt: endedAt,
    endedAt,
    toolCalls: [],
    usage: noUsage,
  };
}
