import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import type { Ask } from "./endpoint.ts";
import { ProviderFailure } from "./failure.ts";
import { strictToolCalls } from "./tool-calls.ts";
import { WholeAnswerModel } from "./whole-answer-model.ts";
import { Wire } from "./wire.ts";

/** Makes attempts, in turn and with retries, until one gives an answer. */
export type Call = <T>(
  model: string,
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
) => Promise<T>;

/** A model behind a provider: each attempt collects a whole answer, and checks it. */
export class LiveModel extends WholeAnswerModel {
  readonly #wire: Wire;
  readonly #call: Call;

  constructor(name: string, ask: Ask, call: Call, maxTokens: number | null) {
    super(name);
    this.#wire = new Wire(name, ask, maxTokens);
    this.#call = call;
  }

  override _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    return this.#call(
      this.model,
      (signal) => this.#attempt(messages, { ...options, signal }, runManager),
      options.signal,
    );
  }

  async #attempt(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const chunks: ChatGenerationChunk[] = [];
    for await (const chunk of this.#wire._streamResponseChunks(messages, options, runManager)) {
      chunks.push(chunk);
    }
    const message = wholeMessage(chunks);
    return { generations: [{ text: message.text, message }] };
  }
}

/** @throws ProviderFailure when there is nothing in it */
function wholeMessage(chunks: readonly ChatGenerationChunk[]): AIMessageChunk {
  const messages = chunks.map(({ message }) => message);
  const [first, ...others] = messages.filter((message) => AIMessageChunk.isInstance(message));
  const whole = others.reduce(
    (sum, message) => sum.concat(message),
    first ?? new AIMessageChunk(""),
  );
  const { valid, invalid } = strictToolCalls(whole.tool_call_chunks ?? []);
  if (whole.text === "" && valid.length === 0 && invalid.length === 0) {
    throw new ProviderFailure("empty_answer", "its answer is empty");
  }
  const message = new AIMessageChunk({
    id: whole.id,
    content: whole.content,
    additional_kwargs: whole.additional_kwargs,
    tool_calls: valid,
    usage_metadata: whole.usage_metadata,
    response_metadata: {
      model_provider: "openai",
      ...endOf(chunks),
      ...costIn(whole.response_metadata.usage),
    },
  });
  // The constructor leaves them out.
  message.invalid_tool_calls = invalid;
  return message;
}

/** How the answer ended, and which model the provider says gave it. */
function endOf(chunks: readonly ChatGenerationChunk[]): Record<string, unknown> {
  const end = chunks.findLast(({ generationInfo }) => generationInfo?.finish_reason !== undefined);
  const { finish_reason, model_name } = end?.generationInfo ?? {};
  return { finish_reason, model_name };
}

/** What the provider says that the answer cost, in US dollars; nothing where it does not say. */
function costIn(usage: unknown): { cost?: number } {
  if (typeof usage !== "object" || usage === null || !("cost" in usage)) return {};
  return typeof usage.cost === "number" && usage.cost >= 0 ? { cost: usage.cost } : {};
}
