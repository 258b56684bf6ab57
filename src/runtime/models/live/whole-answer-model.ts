import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { ChatModelStreamEvent } from "@langchain/core/language_models/event";
import {
  AIMessageChunk,
  type BaseMessage,
  convertToChunk,
  type MessageContent,
} from "@langchain/core/messages";
import { ChatGenerationChunk } from "@langchain/core/outputs";
import { ChatOpenAICompletions } from "@langchain/openai";
import { asksNobody } from "./wire.ts";

const CHARACTERS_PER_TOKEN = 4;

/**
 * A chat model that gives an answer only when it has the whole of it, and in OpenAI's way of binding
 * tools and schemas. Its streams are one chunk long: LangChain hands a stream on while it runs, and
 * takes what had come of a broken attempt for the answer. Whoever watches the run (LangGraph's
 * "messages" mode) still sees each token as it comes, those of a broken attempt too, under the id of
 * its own completion.
 */
export abstract class WholeAnswerModel extends ChatOpenAICompletions {
  constructor(name: string) {
    super({ model: name, ...asksNobody });
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const { generations } = await this._generate(messages, options, runManager);
    for (const { message, text } of generations) {
      const chunk = AIMessageChunk.isInstance(message) ? message : convertToChunk(message);
      yield new ChatGenerationChunk({ message: chunk, text });
    }
  }

  override _streamChatModelEvents(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatModelStreamEvent> {
    return BaseChatModel.prototype._streamChatModelEvents.call(this, messages, options, runManager);
  }

  /** An estimate: LangChain's own would fetch a tokenizer from the internet. */
  override async getNumTokens(content: MessageContent): Promise<number> {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  }
}
