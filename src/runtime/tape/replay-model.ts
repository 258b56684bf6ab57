import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { BaseChatModel, type BindToolsInput } from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { boundTools, type TapeCallOptions } from "./bound-tools.ts";
import { errorOf } from "./failure.ts";
import { restoredMessage } from "./kept-message.ts";
import { modelKey } from "./keys.ts";
import type { ModelCall } from "./lines.ts";
import { promptOf } from "./prompt.ts";
import { promptDifference } from "./prompt-difference.ts";
import type { Refusal } from "./refusal.ts";
import { createShelf, type Shelf } from "./shelf.ts";

/** A chat model that answers what was recorded, in the order in which the same was asked. */
export function replayModel(calls: readonly ModelCall[], refusal: Refusal): BaseChatModel {
  return new ReplayModel(calls, refusal);
}

class ReplayModel extends BaseChatModel<TapeCallOptions> {
  readonly #calls: readonly ModelCall[];
  readonly #shelf: Shelf<ModelCall>;
  readonly #refusal: Refusal;

  constructor(calls: readonly ModelCall[], refusal: Refusal) {
    super({});
    this.#calls = calls;
    this.#shelf = createShelf(calls, modelKey);
    this.#refusal = refusal;
  }

  override _llmType(): string {
    return "replay";
  }

  override bindTools(
    tools: BindToolsInput[],
    options: Partial<TapeCallOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, TapeCallOptions> {
    return this.withConfig({ ...options, boundTools: boundTools(tools) });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    const message = this.#answer(messages, options);
    return { generations: [{ text: message.text, message }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const message = this.#answer(messages, options);
    const { text } = message;
    const chunk = new ChatGenerationChunk({ text, message });
    yield chunk;
    const none = undefined;
    await runManager?.handleLLMNewToken(text, none, none, none, none, { chunk });
  }

  /** @throws the recorded failure; DeskError `usage` when there is neither that nor an answer */
  #answer(
    messages: readonly BaseMessage[],
    { signal, boundTools: tools = [] }: this["ParsedCallOptions"],
  ): AIMessageChunk {
    signal?.throwIfAborted();
    const prompt = promptOf(messages, tools);
    const call = this.#shelf.take(modelKey({ prompt }));
    if (call === null) {
      const recorded = this.#calls.map((recorded) => recorded.prompt);
      return this.#refusal.refuse(promptDifference(recorded, prompt));
    }
    if ("failure" in call.outcome) throw errorOf(call.outcome.failure);
    return restoredMessage(call.outcome.value);
  }
}
