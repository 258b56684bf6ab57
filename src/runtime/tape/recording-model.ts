import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { BaseChatModel, type BindToolsInput } from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk, ChatResult } from "@langchain/core/outputs";
import { type Runnable, RunnableBinding } from "@langchain/core/runnables";
import { DeskError } from "#core/errors.ts";
import { boundTools, type TapeCallOptions } from "./bound-tools.ts";
import { failureOf } from "./failure.ts";
import { keptMessage, restoredMessage } from "./kept-message.ts";
import type { ModelCall } from "./lines.ts";
import { promptOf } from "./prompt.ts";
import type { Recorder } from "./recorder.ts";

/**
 * A chat model that answers as the inner one does, live, and keeps what was asked and answered. To
 * LangChain the two are one: one run, its tokens told once.
 */
export function recordingModel(inner: BaseChatModel, recorder: Recorder): BaseChatModel {
  return new RecordingModel(inner, recorder);
}

class RecordingModel extends BaseChatModel<TapeCallOptions> {
  readonly #inner: BaseChatModel;
  readonly #recorder: Recorder;

  constructor(inner: BaseChatModel, recorder: Recorder) {
    const { callbacks, tags, metadata } = inner;
    super({ callbacks, tags, metadata });
    this.#inner = inner;
    this.#recorder = recorder;
    const streams = inner._streamResponseChunks !== BaseChatModel.prototype._streamResponseChunks;
    this.disableStreaming = inner.disableStreaming || !streams;
  }

  override _llmType(): string {
    return "recording";
  }

  override toJSON() {
    return this.#inner.toJSON();
  }

  override getLsParams(options: this["ParsedCallOptions"]) {
    return this.#inner.getLsParams(options);
  }

  override invocationParams(options?: this["ParsedCallOptions"]) {
    return this.#inner.invocationParams(options);
  }

  override bindTools(
    tools: BindToolsInput[],
    options: Partial<TapeCallOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, TapeCallOptions> {
    const bound = this.#inner.bindTools?.(tools, options);
    const config = RunnableBinding.isRunnableBinding(bound) ? bound.config : options;
    return this.withConfig({ ...config, boundTools: boundTools(tools) });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const { boundTools: _, ...inner } = options;
    const keep = this.#begin(messages, options);
    try {
      const { generations, llmOutput } = await this.#inner._generate(messages, inner, runManager);
      const kept = this.#recorder.clean(keptMessage(generations[0] ?? nothing(), llmOutput));
      keep({ value: kept });
      const message = restoredMessage(kept);
      return { generations: [{ text: message.text, message }] };
    } catch (thrown) {
      keep({ failure: failureOf(thrown, "model") });
      throw thrown;
    }
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const { boundTools: _, ...inner } = options;
    const keep = this.#begin(messages, options);
    try {
      let whole: ChatGenerationChunk | null = null;
      for await (const chunk of this.#inner._streamResponseChunks(messages, inner, runManager)) {
        // Here, so that the failure that is kept is the one that the caller meets.
        options.signal?.throwIfAborted();
        whole = whole === null ? chunk : whole.concat(chunk);
        yield chunk;
      }
      keep({ value: keptMessage(whole ?? nothing()) });
    } catch (thrown) {
      keep({ failure: failureOf(thrown, "model") });
      throw thrown;
    }
  }

  #begin(messages: readonly BaseMessage[], options: this["ParsedCallOptions"]) {
    const prompt = this.#recorder.clean(promptOf(messages, options.boundTools ?? []));
    const keep = this.#recorder.begin();
    return (outcome: ModelCall["outcome"]) => keep({ type: "model", prompt, outcome });
  }
}

function nothing(): never {
  throw new DeskError("bad_response", "the model's answer holds nothing.");
}
