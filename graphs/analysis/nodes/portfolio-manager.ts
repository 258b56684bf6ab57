import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { confidenceCeiling } from "#core/decision.ts";
import type { Gap } from "#core/report.ts";
import { isoTime } from "#core/span.ts";
import { addUsage, noUsage } from "#core/usage.ts";
import { withDeadline } from "../../deadline.ts";
import { spanned } from "../../span.ts";
import { makeDecision } from "../decision-maker.ts";
import { modelSpan } from "../node-names.ts";
import type { AnalysisPorts } from "../ports.ts";
import { portfolioManagerBriefing, portfolioManagerPrompt } from "../prompts/portfolio-manager.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";
import { reasonOf, Unreported } from "../unreported.ts";

/** Draws the decision from the brief. Without one report to go by it makes none and says so. */
export function createPortfolioManager(ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const reports = state.findings.filter(({ report }) => report !== null).length;
    let usage = noUsage;
    const outcome = await spanned(
      ports.clock,
      (event) => config.writer?.(event),
      { name: "portfolio_manager", kind: "manager", parent: null },
      async () => {
        if (reports === 0) throw new Unreported("no_data", "there is no report to decide on");
        const prompt = {
          system: portfolioManagerPrompt,
          briefing: portfolioManagerBriefing(
            state.request,
            state.data,
            state.brief,
            state.findings.flatMap(({ facts }) => facts),
            reports,
          ),
        };
        const asking = {
          ...withDeadline(config, ports.deadline),
          runName: modelSpan("portfolio_manager"),
        };
        return makeDecision(ports.model("portfolio_manager"), prompt, asking, (more) => {
          usage = addUsage(usage, more);
        });
      },
    );
    config.signal?.throwIfAborted();
    const spans = [outcome.span];
    if (!outcome.ok) {
      const gap: Gap = {
        analyst: "portfolio_manager",
        ...reasonOf(outcome.thrown, ports.deadline),
        startedAt: isoTime(outcome.span.startedAt),
        endedAt: isoTime(outcome.span.endedAt),
        toolCalls: [],
        usage,
      };
      return { decision: null, decisionGap: gap, decisionUsage: usage, spans };
    }
    const decision = outcome.value;
    const ceiling = confidenceCeiling(reports, state.request.analysts.length);
    return {
      decision: { ...decision, confidence: Math.min(decision.confidence, ceiling) },
      decisionGap: null,
      decisionUsage: usage,
      spans,
    };
  };
}
