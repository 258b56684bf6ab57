import { setImmediate } from "node:timers/promises";
import type { RunnableConfig } from "@langchain/core/runnables";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Day } from "#core/day.ts";
import type { Fact } from "#core/fact.ts";
import type { Clock } from "#core/ports.ts";
import type { ToolCallRecord } from "#core/report.ts";
import { isoTime, type Span } from "#core/span.ts";
import { addUsage, noUsage, type Usage } from "#core/usage.ts";
import { withDeadline } from "./deadline.ts";
import { type Emit, spanned } from "./span.ts";
import { type CalledTool, callTools, type ToolCall } from "./tool-calls.ts";
import { type GapReason, reasonOf } from "./unreported.ts";
import type { WritingDesk, Written } from "./write-text.ts";

/** One writer's part of a run: whose it is, and what it may use. */
interface BranchTask {
  readonly label: Pick<Span, "name" | "kind" | "parent">;
  /** The name of its model calls in a trace, whichever model answers. */
  readonly runName: string;
  readonly asOf: Day;
  readonly tools: readonly StructuredToolInterface[];
}

interface BranchPorts {
  readonly clock: Clock;
  /** Ends the work, which is a gap then; the run keeps the rest. */
  readonly deadline?: AbortSignal;
}

/** What came of a branch: a text, or why there is none. */
export type BranchOutcome = Brought &
  (
    | { readonly written: Written; readonly why: null }
    | { readonly written: null; readonly why: GapReason }
  );

/** What a branch brings besides its text, whether there is one or not. */
interface Brought {
  readonly when: { readonly startedAt: string; readonly endedAt: string };
  readonly toolCalls: ToolCallRecord[];
  readonly usage: Usage;
  readonly facts: Fact[];
  readonly notices: string[];
  /** Its own, and those of its tool calls. */
  readonly spans: Span[];
}

/**
 * Does one writer's part within a span. What goes wrong is why there is no text; only an interrupted run
 * and a mistake in the settings throw.
 *
 * @param write given what a text is written with, but the model
 */
export async function doBranch(
  { label, runName, asOf, tools }: BranchTask,
  { clock, deadline }: BranchPorts,
  config: LangGraphRunnableConfig,
  write: (desk: Pick<WritingDesk, "config" | "tools" | "call" | "onUsage">) => Promise<Written>,
): Promise<BranchOutcome> {
  const emit: Emit = (event) => config.writer?.(event);
  const inner: RunnableConfig = {
    ...withDeadline(config, deadline),
    configurable: { ...config.configurable, asOf },
  };
  const called: CalledTool[] = [];
  let usage = noUsage;
  const outcome = await spanned(clock, emit, label, async () => {
    // Every branch starts before the first one keeps the thread busy with its calls.
    await setImmediate();
    inner.signal?.throwIfAborted();
    return write({
      config: { ...inner, runName, metadata: { ...inner.metadata, speaker: label.name } },
      tools,
      async call(calls: readonly ToolCall[]) {
        const done = await callTools(calls, { tools, clock, emit, parent: label.name }, inner);
        called.push(...done);
        return done;
      },
      onUsage(more) {
        usage = addUsage(usage, more);
      },
    });
  });
  config.signal?.throwIfAborted();
  const { span } = outcome;
  const brought: Brought = {
    when: { startedAt: isoTime(span.startedAt), endedAt: isoTime(span.endedAt) },
    toolCalls: called.map(({ record }) => record),
    usage,
    facts: factsOf(called),
    notices: noticesOf(called),
    spans: [span, ...called.map((call) => call.span)],
  };
  return outcome.ok
    ? { ...brought, written: outcome.value, why: null }
    : { ...brought, written: null, why: reasonOf(outcome.thrown, deadline) };
}

/** The facts that tool calls brought. */
export function factsOf(called: readonly CalledTool[]): Fact[] {
  return called.flatMap(({ result }) => result?.facts ?? []);
}

/** What the tools say of their data, each sentence once, and which calls failed. */
export function noticesOf(called: readonly CalledTool[]): string[] {
  const notices = called.flatMap(({ result, record, span }) =>
    result === null ? [`${span.name} failed: ${record.error}`] : result.notices,
  );
  return [...new Set(notices)];
}
