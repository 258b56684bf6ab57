import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Reviewer } from "#core/role.ts";
import { reviewForm } from "../forms.ts";
import type { AnalysisPorts } from "../ports.ts";
import { deskBriefing } from "../prompts/desk-briefing.ts";
import { reviewerPrompt } from "../prompts/reviewers.ts";
import { roundsOf } from "../rounds.ts";
import { speak } from "../spoken.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/** One reviewer of the trader's plan: in each round its verdict, which answers the others' last. */
export function createReviewer(role: Reviewer, ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const round = roundsOf(role, state.reviews, state.silences) + 1;
    const { value, gap, said, span } = await speak(
      {
        role,
        round,
        form: reviewForm,
        label: { name: role, kind: "reviewer", parent: null },
        prompt: () => ({ system: reviewerPrompt(role), briefing: deskBriefing(state) }),
      },
      ports,
      config,
    );
    return {
      reviews: value === null ? [] : [{ speaker: role, round, ...value, ...said }],
      silences: gap === null ? [] : [gap],
      spans: [span],
    };
  };
}
