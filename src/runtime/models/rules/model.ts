import { setTimeout as wait } from "node:timers/promises";
import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { type AIMessageChunk, type BaseMessage, SystemMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";
import { readAgentLine } from "#core/chain/agent-line.ts";
import { type AuthorStyle, rulesAuthor } from "#core/contest/author.ts";
import { type Answer, answer } from "./answer.ts";
import { type BoundTool, readBoundTool } from "./bound-tool.ts";
import { chunksOf } from "./chunks.ts";
import { readPrompt } from "./prompt.ts";

const MODEL_NAME = "rules";

export interface RulesModelOptions {
  /** Milliseconds to wait before each answer, as a model over a network would; 0 by default. */
  readonly latencyMs?: number;
  /** Makes it an author of strategies, so minded, whatever it is asked. */
  readonly style?: AuthorStyle;
}

interface RulesCallOptions extends BaseChatModelCallOptions {
  readonly tools?: readonly unknown[];
}

/**
 * The built-in chat model: no network, no tokens, and the same text for the same prompt. It writes
 * reports and decisions by rules, out of the fact blocks in its prompt and out of nothing else; as an
 * author, strategies for the market that a prompt tells of.
 */
export function createRulesModel(options: RulesModelOptions = {}): RulesModel {
  return new RulesModel(options);
}

class RulesModel extends BaseChatModel<RulesCallOptions> {
  readonly #latencyMs: number;
  readonly #style: AuthorStyle | null;

  constructor({ latencyMs = 0, style }: RulesModelOptions) {
    super({});
    this.#latencyMs = latencyMs;
    this.#style = style ?? null;
  }

  override _llmType(): string {
    return MODEL_NAME;
  }

  override bindTools(
    tools: BindToolsInput[],
    options: Partial<RulesCallOptions> = {},
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, RulesCallOptions> {
    return this.withConfig({ ...options, tools: tools.map((tool) => convertToOpenAITool(tool)) });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    const message = (await this.#answer(messages, options)).reduce((whole, chunk) =>
      whole.concat(chunk),
    );
    return { generations: [{ text: message.text, message }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    for (const message of await this.#answer(messages, options)) {
      options.signal?.throwIfAborted();
      const { text } = message;
      const chunk = new ChatGenerationChunk({ text, message });
      yield chunk;
      const none = undefined;
      await runManager?.handleLLMNewToken(text, none, none, none, none, { chunk });
    }
  }

  /** @throws the signal's reason when it is aborted before or while waiting */
  async #answer(
    messages: readonly BaseMessage[],
    { signal, tools = [] }: this["ParsedCallOptions"],
  ): Promise<AIMessageChunk[]> {
    signal?.throwIfAborted();
    if (this.#latencyMs > 0) {
      await wait(this.#latencyMs, undefined, signal === undefined ? {} : { signal }).catch(() =>
        signal?.throwIfAborted(),
      );
    }
    const style = this.#style;
    if (style !== null) {
      return chunksOf(await answerAsAuthor(style, messages), rulesAuthor(style));
    }
    const bound = tools.map(readBoundTool).filter((tool) => tool !== null);
    const answered = await answerFor(messages, bound);
    return chunksOf(answered, MODEL_NAME);
  }
}

/** An agent's part is loaded where there is one: an analysis has no use for it. */
async function answerFor(
  messages: readonly BaseMessage[],
  tools: readonly BoundTool[],
): Promise<Answer> {
  const system = messages.find((message) => SystemMessage.isInstance(message));
  if (system === undefined || readAgentLine(system.text) === null) {
    return answer(readPrompt(messages), tools);
  }
  const [{ answerAsAgent }, { readAgentPart }] = await Promise.all([
    import("./agent/answer-as-agent.ts"),
    import("./agent/part.ts"),
  ]);
  return answerAsAgent(readAgentPart(messages), tools);
}

/** The authors are loaded where one is asked: an analysis has no use for them. */
async function answerAsAuthor(
  style: AuthorStyle,
  messages: readonly BaseMessage[],
): Promise<Answer> {
  const { writeStrategy } = await import("./authors/write-strategy.ts");
  return { text: writeStrategy(style, readPrompt(messages).request), calls: [] };
}
