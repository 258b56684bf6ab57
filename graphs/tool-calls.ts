import { type AIMessage, ToolMessage } from "@langchain/core/messages";
import type { RunnableConfig } from "@langchain/core/runnables";
import { type StructuredToolInterface, ToolInputParsingException } from "@langchain/core/tools";
import { messageOf, quoted } from "#core/errors.ts";
import { writeSentences } from "#core/fact-lines.ts";
import type { Clock } from "#core/ports.ts";
import type { ToolCallRecord } from "#core/report.ts";
import { isoTime, type Span } from "#core/span.ts";
import { noRequests, type ToolResult, toolResultSchema } from "#core/tool-result.ts";
import { type Emit, spanned } from "./span.ts";

/** A tool call to be made, planned or asked for by a model. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Why the arguments could not be read; absent where they could. */
  readonly unreadable?: string;
}

/** A tool call that was made. */
export interface CalledTool {
  readonly record: ToolCallRecord;
  /** null when it failed. */
  readonly result: ToolResult | null;
  /** Whether no tool could take the call: no such tool, or arguments that it does not accept. */
  readonly refused: boolean;
  /** What the model that asked for it reads. */
  readonly message: ToolMessage;
  readonly span: Span;
}

interface Desk {
  readonly tools: readonly StructuredToolInterface[];
  readonly clock: Clock;
  readonly emit: Emit;
  /** The node that the calls are made for. */
  readonly parent: string;
}

/**
 * Makes all calls at once and waits for the slowest. A call that fails is told as such and takes no
 * other with it.
 */
export function callTools(
  calls: readonly ToolCall[],
  desk: Desk,
  config: RunnableConfig,
): Promise<CalledTool[]> {
  return Promise.all(calls.map((call) => callTool(call, desk, config)));
}

/** A call that no tool could take. */
class RefusedCall extends Error {}

async function callTool(call: ToolCall, desk: Desk, config: RunnableConfig): Promise<CalledTool> {
  const label = { name: nameOf(call), kind: "tool", parent: desk.parent } as const;
  const outcome = await spanned(desk.clock, desk.emit, label, () => answerOf(call, desk, config));
  config.signal?.throwIfAborted();
  const result = outcome.ok ? outcome.value.result : null;
  const error = outcome.ok ? null : messageOf(outcome.thrown);
  const refused = !outcome.ok && outcome.thrown instanceof RefusedCall;
  return {
    span: outcome.span,
    result,
    refused,
    message: outcome.ok ? outcome.value.message : failure(call, error),
    record: {
      tool: call.name,
      args: call.args,
      startedAt: isoTime(outcome.span.startedAt),
      endedAt: isoTime(outcome.span.endedAt),
      cached: result !== null && result.requests.upstream === 0,
      requests: result?.requests ?? noRequests,
      error,
      refused,
    },
  };
}

async function answerOf(
  { unreadable, ...call }: ToolCall,
  { tools }: Desk,
  config: RunnableConfig,
) {
  if (unreadable !== undefined) throw new RefusedCall(unreadable);
  const tool = tools.find((candidate) => candidate.name === call.name);
  if (tool === undefined) {
    const known = tools.map((candidate) => candidate.name).join(", ");
    const others = known === "" ? "there are no tools at all" : `the tools are ${known}`;
    throw new RefusedCall(`there is no tool ${quoted(call.name)}; ${others}`);
  }
  try {
    const message: unknown = await tool.invoke({ ...call, type: "tool_call" }, config);
    if (!ToolMessage.isInstance(message)) throw new Error(`${call.name} gave no tool message`);
    return { message, result: toolResultSchema.parse(message.artifact) };
  } catch (thrown) {
    if (thrown instanceof ToolInputParsingException) throw new RefusedCall(thrown.message);
    throw thrown;
  }
}

/** What failed may be told in a source's own words: they are a notice like a tool's. */
function failure({ id, name }: ToolCall, error: string | null): ToolMessage {
  const content = writeSentences("notices", [`Error: ${error}`]);
  return new ToolMessage({ tool_call_id: id, name, status: "error", content });
}

/** The calls that an answer asks for, those with arguments that are no JSON among them. */
export function askedCalls(answer: AIMessage, round: number): ToolCall[] {
  const readable = (answer.tool_calls ?? []).map(({ id, name, args }) => ({ id, name, args }));
  const unreadable = (answer.invalid_tool_calls ?? []).map(({ id, name, args }) => ({
    id,
    name: name ?? "unnamed",
    args: {},
    unreadable: `the arguments ${quoted(args ?? "")} are no JSON object`,
  }));
  return [...readable, ...unreadable].map((call, index) => ({
    ...call,
    id: call.id ?? `${round}-${index}`,
  }));
}

const LONGEST_ARGUMENTS = 40;

/** The call as a span's name, `get_indicator(AAPL,rsi_14)`, in letters that fit a log line. */
function nameOf(call: ToolCall): string {
  const args = Object.values(call.args).join(",").slice(0, LONGEST_ARGUMENTS);
  return `${call.name}(${args})`.replace(/[^\w^.&=,()-]/g, "_");
}
