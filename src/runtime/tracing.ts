import { setTimeout as wait } from "node:timers/promises";
import { awaitAllCallbacks } from "@langchain/core/callbacks/promises";
import { Client, isTracingEnabled, overrideFetchImplementation } from "langsmith";
import { networkFailure } from "./network-failure.ts";
import { cleanTraceBody } from "./trace-body.ts";

/** LangSmith's client gathers a quarter of a second and packs before it sees that nothing is sent. */
const LETTING_GO_MS = 500;

/** LangSmith's traces of this process. LangChain makes them itself where LANGSMITH_TRACING is set. */
export interface Tracing {
  /**
   * Sends what is not sent yet; what takes longer is dropped, and holds up no exit. Costs nothing
   * where nothing is traced.
   *
   * @returns what to tell the person; null when all was delivered
   */
  flush(timeoutMs?: number): Promise<string | null>;
}

/**
 * Puts a transport beneath LangSmith's client that bears whatever its endpoint does, and sends no key
 * but its own in its header. Where LangSmith is to see no inputs or outputs, it sees no failure's words.
 *
 * @param secrets asked before each sending, since a key may become known after the start
 */
export function startTracing(secrets: () => readonly string[]): Tracing {
  const transport = createTraceTransport(globalThis.fetch, {
    clean(body) {
      const { hideInputs, hideOutputs } = Client.getDefaultClientConfig();
      const hidesErrors = hideInputs === true || hideOutputs === true;
      return cleanTraceBody(body, { secrets: secrets(), hidesErrors });
    },
  });
  overrideFetchImplementation(transport.fetch);
  return {
    async flush(timeoutMs = 2_000) {
      if (!isTracingEnabled()) return null;
      const late = () => transport.giveUp("it took too long");
      // Stays set, for what is still on its way afterwards; a process that is done does not wait.
      setTimeout(late, timeoutMs - LETTING_GO_MS).unref();
      // The first pass hands everything to the client, the second sees it sent.
      await awaitAllCallbacks();
      await awaitAllCallbacks();
      const failure = transport.failure();
      return failure === null
        ? null
        : `LangSmith has no whole trace of this run: ${failure}. Check LANGSMITH_ENDPOINT and LANGSMITH_API_KEY, or unset LANGSMITH_TRACING.`;
    },
  };
}

export interface TraceTransportOptions {
  /** Gives what may be sent of a body. Where it throws, nothing is sent. */
  readonly clean?: (body: string) => string;
  /** How long to wait before each further attempt. */
  readonly waitsMs?: readonly number[];
}

export interface TraceTransport {
  readonly fetch: typeof globalThis.fetch;
  /** Sends nothing more and drops what is on its way. */
  giveUp(reason: string): void;
  /** Why something was not delivered; null when all was. */
  failure(): string | null;
}

/**
 * A fetch that never fails: LangSmith's client would ask again for a minute and a half, hold up the
 * exit as long, and print on the console. So what cannot be sent is dropped, and counts as sent; after
 * the first such failure nothing more is tried. Follows no redirect: the key goes where it was sent.
 */
export function createTraceTransport(
  fetch: typeof globalThis.fetch,
  { clean = (body) => body, waitsMs = [250, 500] }: TraceTransportOptions = {},
): TraceTransport {
  const stop = new AbortController();
  let failure: string | null = null;
  const giveUp = (reason: string) => {
    failure ??= reason;
    stop.abort();
  };

  /** Why one attempt failed and whether another may not; or the answer, as JSON. */
  const attempt = async (
    input: string | URL | Request,
    init: RequestInit,
  ): Promise<{ answer: unknown } | { reason: string; again: boolean }> => {
    try {
      const response = await fetch(input, init);
      const text = await response.text();
      // Sent before, though its answer was lost.
      if (response.status === 409) return { answer: {} };
      if (response.ok) return { answer: text === "" ? {} : JSON.parse(text, uncompressed) };
      return { reason: `it answered with ${response.status}`, again: mayPass(response.status) };
    } catch (thrown) {
      if (thrown instanceof SyntaxError) return { reason: "its answer is no JSON", again: false };
      const { kind, code } = networkFailure(thrown);
      return { reason: `it is ${kind} (${code})`, again: kind !== "timeout" };
    }
  };

  return {
    async fetch(input, init = {}) {
      const signal = init.signal ? AbortSignal.any([init.signal, stop.signal]) : stop.signal;
      const sent: RequestInit = { ...init, redirect: "manual", signal };
      try {
        if (init.body != null) sent.body = clean(await textOf(init));
      } catch {
        giveUp("it could not be cleared of keys");
      }
      for (let tried = 0; !stop.signal.aborted; tried += 1) {
        const outcome = await attempt(input, sent);
        if ("answer" in outcome) return Response.json(outcome.answer);
        const waitMs = waitsMs[tried];
        if (!outcome.again || waitMs === undefined) giveUp(outcome.reason);
        // Cut short when something else gives up first.
        else await wait(waitMs, undefined, { signal }).catch(() => {});
      }
      return Response.json({});
    },
    giveUp,
    failure: () => failure,
  };
}

/**
 * A request's body, whatever holds it.
 *
 * @throws TypeError when it is compressed, or no UTF-8
 */
async function textOf({ body, headers }: RequestInit): Promise<string> {
  const encoding = new Headers(headers).get("content-encoding");
  if (encoding !== null) throw new TypeError(`a body compressed with ${encoding}`);
  const bytes = await new Response(body).arrayBuffer();
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** What LangSmith's client reads in /info before it compresses: no key can be found in what it packed. */
function uncompressed(key: string, value: unknown): unknown {
  return ["gzip_body_enabled", "zstd_compression_enabled"].includes(key) ? false : value;
}

/** Whether the same request may be answered otherwise a moment later. */
function mayPass(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}
