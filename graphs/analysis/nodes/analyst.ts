import { setImmediate } from "node:timers/promises";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Findings } from "#core/findings.ts";
import { type AnalystReport, type Gap, readClosing } from "#core/report.ts";
import type { AnalysisRequest } from "#core/request.ts";
import { isoTime } from "#core/span.ts";
import { addUsage, noUsage } from "#core/usage.ts";
import { withDeadline } from "../../deadline.ts";
import { type Emit, spanned } from "../../span.ts";
import { type CalledTool, callTools, type ToolCall } from "../../tool-calls.ts";
import type { Analyst } from "../analysts.ts";
import { analystNode, modelSpan } from "../node-names.ts";
import type { AnalysisPorts } from "../ports.ts";
import { analystBriefing, analystSystemPrompt } from "../prompts/analyst.ts";
import { writeReport } from "../report-writer.ts";
import type { AnalysisUpdate, AnalystTask } from "../state.ts";
import { reasonOf, Unreported } from "../unreported.ts";

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
    const emit: Emit = (event) => config.writer?.(event);
    const tell = ({ report, gap }: Findings) => {
      emit({ type: "reported", node: name, report, gap, at: ports.clock.now() });
    };
    if (kept !== null) {
      tell(kept);
      return { findings: [kept] };
    }
    const inner: RunnableConfig = {
      ...withDeadline(config, ports.deadline),
      configurable: { ...config.configurable, asOf: request.asOf },
    };
    const tools = ports.tools(data.source).filter((tool) => asked.has(tool.name));
    const called: CalledTool[] = [];
    let usage = noUsage;
    const call = async (calls: readonly ToolCall[]) => {
      const done = await callTools(calls, { tools, clock: ports.clock, emit, parent: name }, inner);
      called.push(...done);
      return done;
    };

    const label = { name, kind: "analyst", parent: null } as const;
    const outcome = await spanned(ports.clock, emit, label, async () => {
      // Every branch starts before the first one keeps the thread busy with its calls.
      await setImmediate();
      const planned = await call(plannedCalls(analyst, request));
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
      return writeReport(prompt, {
        model: ports.model(name),
        tools,
        config: { ...inner, runName: modelSpan(name) },
        call,
        onUsage: (more) => {
          usage = addUsage(usage, more);
        },
      });
    });
    config.signal?.throwIfAborted();

    const when = {
      startedAt: isoTime(outcome.span.startedAt),
      endedAt: isoTime(outcome.span.endedAt),
    };
    const toolCalls = called.map(({ record }) => record);
    const common = { analyst: analyst.name, ...when, toolCalls, usage };
    const report: AnalystReport | null = outcome.ok
      ? {
          ...common,
          ...readClosing(outcome.value.text),
          cut: outcome.value.cut,
          model: outcome.value.model,
          notices: noticesOf(called),
        }
      : null;
    const gap: Gap | null = outcome.ok
      ? null
      : { ...common, round: null, ...reasonOf(outcome.thrown, ports.deadline) };
    const findings: Findings = { report, gap, facts: factsOf(called) };
    tell(findings);
    return {
      findings: [findings],
      spans: [outcome.span, ...called.map(({ span }) => span)],
    };
  };
}

function plannedCalls({ plan }: Analyst, { symbol }: AnalysisRequest): ToolCall[] {
  return plan.map(({ tool, args }, index) => ({
    id: `planned-${index}`,
    name: tool,
    args: { symbol, ...args },
  }));
}

function factsOf(called: readonly CalledTool[]) {
  return called.flatMap(({ result }) => result?.facts ?? []);
}

/** What the tools say of their data, each sentence once, and which calls failed. */
function noticesOf(called: readonly CalledTool[]): string[] {
  const notices = called.flatMap(({ result, record, span }) =>
    result === null ? [`${span.name} failed: ${record.error}`] : result.notices,
  );
  return [...new Set(notices)];
}
