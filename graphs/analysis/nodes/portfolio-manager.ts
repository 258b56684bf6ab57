import { type AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { z } from "zod";
import { confidenceCeiling, type Decision, decisionSchema } from "#core/decision.ts";
import { DeskError } from "#core/errors.ts";
import type { Gap } from "#core/report.ts";
import { isoTime } from "#core/span.ts";
import { noUsage } from "#core/usage.ts";
import { ask } from "../../ask.ts";
import { withDeadline } from "../../deadline.ts";
import { spanned } from "../../span.ts";
import { modelSpan } from "../node-names.ts";
import type { AnalysisPorts } from "../ports.ts";
import { portfolioManagerBriefing, portfolioManagerPrompt } from "../prompts/portfolio-manager.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";
import { reasonOf, Unreported } from "../unreported.ts";

/** The one tool of the portfolio manager: its arguments are the decision. */
const decide = {
  type: "function",
  function: {
    name: "decide",
    description: "States the decision.",
    parameters: z.toJSONSchema(decisionSchema),
  },
} as const;

/** @throws DeskError `model` when the answer holds no decision of the right form */
function decisionOf({ tool_calls }: AIMessage): Decision {
  const call = tool_calls?.find(({ name }) => name === decide.function.name);
  const { data, error } = decisionSchema.safeParse(call?.args);
  if (data !== undefined) return data;
  const why = call === undefined ? "it holds no such call" : z.prettifyError(error);
  throw new DeskError("model", `the model's answer is no decision: ${why}`);
}

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
        const model = ports.model("portfolio_manager");
        const deciding =
          model.bindTools?.([decide], { tool_choice: decide.function.name }) ?? model;
        const briefing = portfolioManagerBriefing(
          state.request,
          state.data,
          state.brief,
          state.findings.flatMap(({ facts }) => facts),
          reports,
        );
        const messages = [new SystemMessage(portfolioManagerPrompt), new HumanMessage(briefing)];
        const asking = {
          ...withDeadline(config, ports.deadline),
          runName: modelSpan("portfolio_manager"),
        };
        const answer = await ask(deciding, messages, asking, (used) => {
          usage = used;
        });
        return decisionOf(answer);
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
