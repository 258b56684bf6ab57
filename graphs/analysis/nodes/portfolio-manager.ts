import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { z } from "zod";
import { confidenceCeiling, type Decision, decisionSchema } from "#core/decision.ts";
import { DeskError, messageOf } from "#core/errors.ts";
import type { Gap } from "#core/report.ts";
import { isoTime } from "#core/span.ts";
import { spanned } from "../../span.ts";
import { noUsage, usageOf } from "../../usage.ts";
import type { AnalysisPorts } from "../ports.ts";
import { portfolioManagerBriefing, portfolioManagerPrompt } from "../prompts/portfolio-manager.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/** @throws DeskError `model` when the answer holds no decision of the right form */
function decisionOf(answer: unknown): Decision {
  const { data, error } = decisionSchema.safeParse(answer);
  if (data !== undefined) return data;
  const why = answer === null ? "it holds no such call" : z.prettifyError(error);
  throw new DeskError("model", `the model's answer is no decision: ${why}`);
}

/** Draws the decision from the brief. Without one report to go by it makes none and says so. */
export function createPortfolioManager(ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const reports = state.findings.filter(({ report }) => report !== null).length;
    const outcome = await spanned(
      ports.clock,
      (event) => config.writer?.(event),
      { name: "portfolio_manager", kind: "manager", parent: null },
      async () => {
        if (reports === 0) throw new DeskError("upstream", "there is no report to decide on");
        const model = ports.model("portfolio_manager").withStructuredOutput(decisionSchema, {
          name: "decide",
          method: "functionCalling",
          includeRaw: true,
        });
        const briefing = portfolioManagerBriefing(
          state.request,
          state.data,
          state.brief,
          state.findings.flatMap(({ facts }) => facts),
          reports,
        );
        const messages = [new SystemMessage(portfolioManagerPrompt), new HumanMessage(briefing)];
        const { raw, parsed } = await model.invoke(messages, config);
        return { usage: usageOf(raw), decision: decisionOf(parsed) };
      },
    );
    config.signal?.throwIfAborted();
    const spans = [outcome.span];
    if (!outcome.ok) {
      const gap: Gap = {
        analyst: "portfolio_manager",
        reason: reports === 0 ? "no_data" : "model_error",
        message: messageOf(outcome.thrown),
        startedAt: isoTime(outcome.span.startedAt),
        endedAt: isoTime(outcome.span.endedAt),
        toolCalls: [],
      };
      return { decision: null, decisionGap: gap, decisionUsage: noUsage, spans };
    }
    const { decision, usage } = outcome.value;
    const ceiling = confidenceCeiling(reports, state.request.analysts.length);
    return {
      decision: { ...decision, confidence: Math.min(decision.confidence, ceiling) },
      decisionGap: null,
      decisionUsage: usage,
      spans,
    };
  };
}
