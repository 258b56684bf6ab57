import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Researcher } from "#core/role.ts";
import { argumentForm } from "../forms.ts";
import type { AnalysisPorts } from "../ports.ts";
import { deskBriefing } from "../prompts/desk-briefing.ts";
import { researcherPrompt } from "../prompts/researchers.ts";
import { roundsOf } from "../rounds.ts";
import { speak } from "../spoken.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/** One side of the debate: in each round its argument, which answers the other side's last. */
export function createResearcher(role: Researcher, ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const round = roundsOf(role, state.debate, state.silences) + 1;
    const { value, gap, said, span } = await speak(
      {
        role,
        round,
        form: argumentForm,
        label: { name: role, kind: "researcher", parent: null },
        prompt: () => ({ system: researcherPrompt(role), briefing: deskBriefing(state) }),
      },
      ports,
      config,
    );
    return {
      debate: value === null ? [] : [{ speaker: role, round, ...value, ...said }],
      silences: gap === null ? [] : [gap],
      spans: [span],
    };
  };
}
