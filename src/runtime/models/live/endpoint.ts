import type { OpenAIClient } from "@langchain/openai";
import { DeskError } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import type { Http } from "../../http.ts";
import { readRetryAfter } from "../../retry-after.ts";
import { readAnswer } from "./answer-stream.ts";
import { readEvents } from "./events.ts";
import { failureOfNetwork, failureOfStatus, ProviderFailure } from "./failure.ts";
import type { Bill } from "./meter.ts";
import { errorIn, oneLine, parsedJson, type Said } from "./said.ts";

export interface EndpointOptions {
  readonly baseUrl: URL;
  readonly apiKey: string;
  readonly http: Http;
  readonly clock: Clock;
  /** How long one attempt may take, from its start to the end of its answer. */
  readonly requestTimeoutMs: number;
  /** How long a stream may go on without an event that carries data. */
  readonly idleTimeoutMs: number;
}

type Request = OpenAIClient.Chat.ChatCompletionCreateParams;
type Chunk = OpenAIClient.Chat.Completions.ChatCompletionChunk;

/** Asks once. Gives the answer's chunks as they come, each one checked; the bill learns what it used. */
export type Ask = (request: Request, signal: AbortSignal, bill?: Bill) => AsyncGenerator<Chunk>;

/**
 * One attempt at a time against an endpoint that speaks the chat completions API. It alone knows the
 * key, and lets no foreign error out: those carry requests, headers and what a server echoed.
 *
 * The asking throws ProviderFailure, or the signal's reason when it is aborted.
 */
export function createEndpoint(options: EndpointOptions): Ask {
  const { apiKey, http, clock, requestTimeoutMs, idleTimeoutMs } = options;
  const url = new URL(options.baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/chat/completions`;
  const headers = {
    authorization: `Bearer ${apiKey}`,
    "content-type": "application/json",
    accept: "text/event-stream, application/json",
  };

  function failureOf(status: number, said: Said | null, retryAfterMs: number | null) {
    const words = said?.message ? oneLine(said.message, apiKey) : null;
    return failureOfStatus(said?.status ?? status, words, said?.code ?? null, retryAfterMs);
  }

  /** An error that came as a success. One without a status of its own may pass. */
  function failureWithin(said: Said): ProviderFailure {
    const classed = said.status !== null || said.code === "insufficient_quota";
    if (classed) return failureOf(200, said, null);
    const words = oneLine(said.message ?? "no reason given", apiKey);
    const message = `it answered with an error: ${words}`;
    return new ProviderFailure("bad_answer", message, { status: 200 });
  }

  async function* answerOf(
    { body, headers: about, ok, status }: Response,
    onProgress: () => void,
    bill: Bill | undefined,
  ) {
    const bytes = received(body ?? [], http);
    if (!ok) {
      bill?.refused();
      const said = errorIn(parsedJson(await textOf(bytes)));
      throw failureOf(status, said, readRetryAfter(about, clock.now()));
    }
    if (!about.get("content-type")?.includes("text/event-stream")) {
      const text = await textOf(bytes);
      const said = errorIn(parsedJson(text));
      if (said !== null) {
        bill?.refused();
        throw failureWithin(said);
      }
      const what = text.trimStart().startsWith("<") ? "HTML" : "something else";
      const message = `it answered with ${what} in place of a stream`;
      throw new ProviderFailure("bad_answer", message, { status });
    }
    yield* readAnswer(readEvents(bytes), onProgress, (usage) => bill?.used(usage), failureWithin);
  }

  return async function* ask(request, signal, bill) {
    const cut = new AbortController();
    const either = AbortSignal.any([signal, cut.signal]);
    const after = (ms: number, failure: ProviderFailure) =>
      setTimeout(() => cut.abort(failure), ms);
    const late = `no whole answer within ${requestTimeoutMs / 1_000} s`;
    const deadline = after(requestTimeoutMs, new ProviderFailure("timeout", late));
    let idle: NodeJS.Timeout | undefined;
    try {
      const body = JSON.stringify(request);
      const init = { method: "POST", headers, body, signal: either };
      const response = await http.fetch(url, init).catch((thrown: unknown) => {
        either.throwIfAborted();
        if (thrown instanceof DeskError) throw thrown;
        const failure = failureOfNetwork(thrown, http.answers() > 0);
        if (["unreachable", "wrong_base_url"].includes(failure.kind)) bill?.refused();
        throw failure;
      });
      const silent = `its stream stood still for ${idleTimeoutMs / 1_000} s`;
      idle = after(idleTimeoutMs, new ProviderFailure("stalled", silent));
      yield* answerOf(response, () => idle?.refresh(), bill);
    } catch (thrown) {
      either.throwIfAborted();
      throw thrown;
    } finally {
      clearTimeout(deadline);
      clearTimeout(idle);
    }
  };
}

/** A body as it comes in. Only what breaks here is the network's fault. */
async function* received(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  http: Http,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (thrown) {
    throw failureOfNetwork(thrown, http.answers() > 0);
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(bytes)).toString();
}
