import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { ChatOpenAICompletions } from "@langchain/openai";
import { createHttp } from "../http.ts";

const OPENAI_URL = "https://api.openai.com/v1";
const REQUEST_TIMEOUT_MS = 60_000;
const ATTEMPTS_AFTER_THE_FIRST = 3;

/** A model behind an endpoint that speaks the chat completions API, and its connections. */
export interface LiveModel {
  readonly model: BaseChatModel;
  close(): Promise<void>;
}

/**
 * A live model. Contacts the endpoint's host and no other, and follows no redirect: a prompt goes
 * where it was sent.
 *
 * @param baseUrl the endpoint; null is OpenAI's own
 */
export function createLiveModel({
  name,
  apiKey,
  baseUrl,
}: {
  readonly name: string;
  readonly apiKey: string;
  readonly baseUrl: string | null;
}): LiveModel {
  const baseURL = baseUrl ?? OPENAI_URL;
  const http = createHttp({
    allowedHosts: [new URL(baseURL).hostname],
    connections: 16,
    idleTimeoutMs: REQUEST_TIMEOUT_MS,
  });
  const model = new ChatOpenAICompletions({
    model: name,
    apiKey,
    timeout: REQUEST_TIMEOUT_MS,
    // Retries happen in one place: LangChain's own gives up on a 429 without Retry-After.
    maxRetries: 0,
    configuration: {
      baseURL,
      // An answer like any other, which the client refuses; as an error it would ask again.
      fetch: (input, init) => http.fetch(input, { ...init, redirect: "manual" }),
      maxRetries: ATTEMPTS_AFTER_THE_FIRST,
    },
  });
  return { model, close: () => http.close() };
}
