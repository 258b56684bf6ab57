import { ChatOpenAICompletions, type OpenAIClient } from "@langchain/openai";
import type { Ask } from "./endpoint.ts";

type Streaming = OpenAIClient.Chat.ChatCompletionCreateParamsStreaming;
type NotStreaming = OpenAIClient.Chat.ChatCompletionCreateParamsNonStreaming;
type Chunks = AsyncIterable<OpenAIClient.Chat.Completions.ChatCompletionChunk>;

/** Neither key nor address: nobody is asked with them, and whoever looks at a model sees none. */
export const asksNobody = {
  apiKey: "",
  maxRetries: 0,
  configuration: { baseURL: "", organization: "" },
};

/**
 * One attempt as LangChain writes and reads it, request and chunks; the asking in between is the
 * endpoint's, so that LangChain's client, its retries and its errors do not come into play.
 */
export class Wire extends ChatOpenAICompletions {
  readonly #ask: Ask;

  /** @param maxTokens what an answer may have; null leaves it to the provider */
  constructor(name: string, ask: Ask, maxTokens: number | null) {
    super({ model: name, ...(maxTokens !== null && { maxTokens }), ...asksNobody });
    this.#ask = ask;
  }

  override completionWithRetry(
    request: Streaming,
    options?: OpenAIClient.RequestOptions,
  ): Promise<Chunks>;
  override completionWithRetry(request: NotStreaming): Promise<never>;
  override async completionWithRetry(
    request: Streaming | NotStreaming,
    options?: OpenAIClient.RequestOptions,
  ): Promise<Chunks> {
    return this.#ask(request, options?.signal ?? new AbortController().signal);
  }
}
