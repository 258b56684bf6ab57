import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import type { Ask } from "./endpoint.ts";
import { ProviderFailure } from "./failure.ts";
import type { Meter } from "./meter.ts";
import { strictToolCalls } from "./tool-calls.ts";
import { WholeAnswerModel } from "./whole-answer-model.ts";
import { Wire } from "./wire.ts";

/** Makes attempts, in turn and with retries, until one gives an answer. */
export type Call = <T>(
  model: string,
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
) => Promise<T>;

export interface LiveModelOptions {
  /** What an answer may have; the provider's own limit where it is null or left out. */
  readonly maxTokens?: number | null;
  /** Checks and prices each attempt; `response_metadata.usd` then says what the answer's cost. */
  readonly meter?: Meter;
}

/** A model behind a provider: each attempt collects a whole answer, and checks it. */
export class LiveModel extends WholeAnswerModel {
  readonly #ask: Ask;
  readonly #call: Call;
  readonly #options: LiveModelOptions;

  constructor(name: string, ask: Ask, call: Call, options: LiveModelOptions) {
    super(name);
    this.#ask = ask;
    this.#call = call;
    this.#options = options;
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
    const { maxTokens = null, meter } = this.#options;
    const bill = await meter?.before(messages, options.tools);
    const ask: Ask = (request, signal) => this.#ask(request, signal, bill);
    const wire = new Wire(this.model, ask, maxTokens);
    const chunks: ChatGenerationChunk[] = [];
    try {
      for await (const chunk of wire._streamResponseChunks(messages, options, runManager)) {
        chunks.push(chunk);
      }
    } catch (thrown) {
      await bill?.settle();
      throw thrown;
    }
    const usd = await bill?.settle();
    const message = wholeMessage(chunks);
    if (usd !== undefined) message.response_metadata = { ...message.response_metadata, usd };
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
    throw endOf(chunks).finish_reason === "length"
      ? new ProviderFailure("no_room", "the output limit left no text")
      : new ProviderFailure("empty_answer", "its answer is empty");
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
