import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { analystNode } from "#core/analyst.ts";
import type { Findings } from "#core/findings.ts";
import { type AnalystReport, type Gap, readClosing } from "#core/report.ts";
import type { AnalysisRequest } from "#core/request.ts";
import { doBranch, factsOf, noticesOf } from "../../branch.ts";
import type { ToolCall } from "../../tool-calls.ts";
import { Unreported } from "../../unreported.ts";
import { writeText } from "../../write-text.ts";
import type { Analyst } from "../analysts.ts";
import { modelSpan } from "../node-names.ts";
import type { AnalysisPorts } from "../ports.ts";
import { analystBriefing, analystSystemPrompt } from "../prompts/analyst.ts";
import type { AnalysisUpdate, AnalystTask } from "../state.ts";

/** How often a model may ask for tools, besides the planned calls, before it has to write. */
const MOST_ROUNDS = 2;

/**
 * An analyst's node: all planned tool calls at once, then the model. What goes wrong becomes a typed
 * gap; only an interrupted run and a mistake in the settings throw.
 */
export function createAnalystNode(analyst: Analyst, ports: AnalysisPorts) {
  const name = analystNode(analyst.name);
  const asked = new Set(analyst.plan.map((call) => call.tool));

  return async (
    { request, data, kept }: AnalystTask,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const tell = ({ report, gap }: Findings) => {
      config.writer?.({ type: "reported", node: name, report, gap, at: ports.clock.now() });
    };
    if (kept !== null) {
      tell(kept);
      return { findings: [kept] };
    }
    const task = {
      label: { name, kind: "analyst", parent: null },
      runName: modelSpan(name),
      asOf: request.asOf,
      tools: ports.tools(data.source).filter((tool) => asked.has(tool.name)),
    } as const;
    const outcome = await doBranch(task, ports, config, async (desk) => {
      const planned = await desk.call(plannedCalls(analyst, request));
      if (planned.every(({ result }) => result === null)) {
        throw new Unreported("no_data", `no tool call succeeded: ${planned[0]?.record.error}`);
      }
      const prompt = {
        system: analystSystemPrompt(name, analyst.prompt),
        briefing: analystBriefing(request, data, {
          calls: planned.map(({ span }) => span.name),
          facts: factsOf(planned),
          notices: noticesOf(planned),
        }),
      };
      return writeText(prompt, { ...desk, model: ports.model(name), rounds: MOST_ROUNDS });
    });

    const { written, why, when, toolCalls, usage, facts, notices, spans } = outcome;
    const common = { analyst: analyst.name, ...when, toolCalls, usage };
    const report: AnalystReport | null = written && {
      ...common,
      ...readClosing(written.text),
      cut: written.cut,
      model: written.model,
      notices,
    };
    const gap: Gap | null = why && { ...common, round: null, ...why };
    const findings: Findings = { report, gap, facts };
    tell(findings);
    return { findings: [findings], spans };
  };
}

function plannedCalls({ plan }: Analyst, { symbol }: AnalysisRequest): ToolCall[] {
  return plan.map(({ tool, args }, index) => ({
    id: `planned-${index}`,
    name: tool,
    args: { symbol, ...args },
  }));
}
