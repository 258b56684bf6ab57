import { setTimeout as delay } from "node:timers/promises";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { DeskError, quoted } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import { systemClock } from "../../clock.ts";
import { createHttp } from "../../http.ts";
import { createLimiter } from "../../limiter.ts";
import type { RateLimit } from "../../rates/rate-limit.ts";
import { type Circuit, createCircuit } from "./circuit.ts";
import { createEndpoint } from "./endpoint.ts";
import { deskErrorOf, ProviderFailure } from "./failure.ts";
import { type Call, LiveModel, type LiveModelOptions } from "./model.ts";
import { LONGEST_WAIT_MS, withRetries } from "./retry.ts";

const OPENAI_URL = "https://api.openai.com/v1";
const CONNECT_TIMEOUT_MS = 10_000;

export interface ProviderOptions {
  /** An endpoint that speaks the chat completions API; null is OpenAI's own. */
  readonly baseUrl: string | null;
  readonly apiKey: string;
  /** Requests at once, at most; fewer while the provider refuses as many. */
  readonly maxConcurrency?: number;
  /** How many requests within a minute; each attempt is one. The wait is not part of an attempt's time. */
  readonly rate?: RateLimit | undefined;
  /**
   * Whether each model has a circuit of its own, for models that must not suffer from each other: behind a
   * gateway, one that fails says nothing of the others. By default one that is down is spared by all.
   */
  readonly apart?: boolean;
  /** How long one attempt may take, from its start to the end of its answer. */
  readonly requestTimeoutMs?: number;
  /** How long an answer's stream may stand still. */
  readonly idleTimeoutMs?: number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly clock?: Clock;
}

export interface Provider {
  /** A model by the provider's name for it. All share the provider's connections, turns and circuit. */
  model(name: string, options?: LiveModelOptions): BaseChatModel;
  /** Ends every call, also those that wait, and every connection. */
  close(): Promise<void>;
}

/**
 * A provider of models. Contacts the endpoint's host and no other, and follows no redirect: a prompt
 * goes where it was sent.
 *
 * Around each attempt stand, from the inside out: the limiter (a call that waits to ask again holds no
 * place in it), the retries, the circuit. Calls throw DeskError: `configuration` where a setting is
 * wrong, `timeout`, or `model`, with facts `kind`, `status` and `attempts`.
 *
 * @throws DeskError `configuration` when the key cannot be sent, or the address holds a password
 */
export function createProvider({
  baseUrl,
  apiKey,
  maxConcurrency = 6,
  rate,
  apart = false,
  requestTimeoutMs = 60_000,
  idleTimeoutMs = 30_000,
  // A timer may fire up to a millisecond early.
  wait = (ms, signal) => delay(ms + 1, undefined, { signal }),
  random = Math.random,
  clock = systemClock,
}: ProviderOptions): Provider {
  const url = new URL(baseUrl ?? OPENAI_URL);
  requireSendable(url, apiKey);
  const { hostname, host } = url;
  const http = createHttp({
    allowedHosts: [hostname],
    connections: maxConcurrency,
    connectTimeoutMs: Math.min(CONNECT_TIMEOUT_MS, requestTimeoutMs),
    idleTimeoutMs: requestTimeoutMs,
  });
  const ask = createEndpoint({
    baseUrl: url,
    apiKey,
    http,
    clock,
    requestTimeoutMs,
    idleTimeoutMs,
  });
  const limiter = createLimiter({
    cap: maxConcurrency,
    isThrottled: (thrown) => isFailure(thrown) && thrown.kind === "rate_limited",
    pauseOf,
    rate,
    wait,
    clock,
  });
  const circuits = new Map<string, Circuit>();
  const circuitOf = (model: string): Circuit => {
    const whose = apart ? model : host;
    const circuit =
      circuits.get(whose) ??
      createCircuit({
        clock,
        isDown: (thrown) =>
          thrown instanceof DeskError && isFailure(thrown.cause) && thrown.cause.down,
        rejection: (failures, againInMs) => circuitOpen(whose, host, failures, againInMs),
      });
    circuits.set(whose, circuit);
    return circuit;
  };
  const closing = new AbortController();

  const call: Call = (model, attempt, asked) => {
    const signal = AbortSignal.any([closing.signal, ...(asked === undefined ? [] : [asked])]);
    signal.throwIfAborted();
    const gaveUp = (failure: ProviderFailure, attempts: number) =>
      deskErrorOf(failure, attempts, { model, host });
    return circuitOf(model).run(() =>
      withRetries(() => limiter.run(() => attempt(signal), signal), {
        isFailure,
        gaveUp,
        wait,
        random,
        signal,
      }),
    );
  };

  return {
    model: (name, options = {}) => new LiveModel(name, ask, call, options),
    async close() {
      closing.abort(new DeskError("interrupted", `the connections to ${host} have been closed`));
      await http.close();
    },
  };
}

function isFailure(thrown: unknown): thrown is ProviderFailure {
  return thrown instanceof ProviderFailure;
}

/** Refusals speak for the provider, not for the one call. One that asks for too long ends its call. */
function pauseOf(thrown: unknown): number {
  if (!isFailure(thrown) || (thrown.kind !== "rate_limited" && thrown.status !== 503)) return 0;
  const ms = thrown.retryAfterMs ?? 0;
  return ms > LONGEST_WAIT_MS ? 0 : ms;
}

function circuitOpen(whose: string, host: string, failures: number, againInMs: number): DeskError {
  const seconds = Math.ceil(againInMs / 1_000);
  const again = againInMs > 0 ? `It is asked again in ${seconds} s` : "One call tries it now";
  return new DeskError(
    "model",
    `${whose} is not asked: its last ${failures} calls failed. ${again}.`,
    {
      facts: { kind: "circuit_open", status: null, attempts: 0, retryAfterSeconds: seconds, host },
    },
  );
}

/** fetch would name a key or a password in the error with which it refuses them. */
function requireSendable(url: URL, apiKey: string): void {
  if (url.username !== "" || url.password !== "") {
    throw new DeskError(
      "configuration",
      `the base URL of ${quoted(url.host)} holds a user or a password: set OPENAI_BASE_URL without, and the key in OPENAI_API_KEY.`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new DeskError(
      "configuration",
      "the key holds a space, a line break or a letter that no key has: set OPENAI_API_KEY again, as the provider gave it.",
    );
  }
}
