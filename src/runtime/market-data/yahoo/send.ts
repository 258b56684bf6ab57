import { setTimeout as delay } from "node:timers/promises";
import { DeskError } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import { createLimiter } from "../../limiter.ts";
import { networkFailure } from "../../network-failure.ts";
import type { RateLimit } from "../../rates/rate-limit.ts";
import { readRetryAfter } from "../../retry-after.ts";
import { Refusal, refusalIn } from "./refusal.ts";
import { Throttle, throttled, waitBefore } from "./throttle.ts";

export interface SendOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Origin that stands in for every host of Yahoo's. */
  readonly baseUrl?: string;
  /** Requests under way at once, at most; fewer while Yahoo refuses as many. */
  readonly concurrency: number;
  /** How many requests within a minute. */
  readonly rate?: RateLimit | undefined;
  /** How long one request may take, its further tries included, but not what it waits for its turn. */
  readonly deadlineMs?: number;
  /** Ends every request, also one that waits for its turn. */
  readonly signal?: AbortSignal;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const CRUMB_PATH = "/v1/test/getcrumb";
const CRUMB = /^[^\s<>{}"]{4,64}$/;

/**
 * The fetch that is given to yahoo-finance2. It reads the whole answer within the deadline, tries
 * again where that can help, and lets only good answers through: the library would print the URL of
 * any other on stderr, crumb included, and would keep "Too Many Requests" as its crumb.
 *
 * Each try waits for its turn, which the requests of all runs share: where one is told to come back
 * later, none is made before.
 *
 * @throws DeskError, or Refusal where Yahoo itself says no
 */
export function createSend(options: SendOptions): typeof globalThis.fetch {
  const { fetch, clock, baseUrl, concurrency, rate } = options;
  const { deadlineMs = 15_000, signal = new AbortController().signal } = options;
  const wait = options.wait ?? ((ms, until) => delay(ms, undefined, { signal: until }));
  const limiter = createLimiter({
    cap: concurrency,
    isThrottled: (thrown) => thrown instanceof Throttle && thrown.status === 429,
    pauseOf: (thrown) => (thrown instanceof Throttle ? thrown.pauseMs : 0),
    rate,
    wait,
    clock,
  });
  return async (input, init) => {
    const url = moved(new URL(input instanceof Request ? input.url : input), baseUrl);
    // The library forbids redirects only while it builds its session, and follows them by hand.
    const forSession = init?.redirect === "manual";
    let leftMs = deadlineMs;

    async function ask(tries: number): Promise<Answer | null> {
      const startedAt = clock.now();
      const until = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(leftMs))]);
      try {
        const answer = await attempt(fetch, url, { ...init, signal: until }, tries);
        if (answer !== null) requireUnthrottled(answer, url, forSession, clock);
        return answer;
      } finally {
        leftMs = Math.max(0, leftMs - (clock.now() - startedAt));
      }
    }

    /** @throws DeskError where there is to be no further try, or no time for one */
    async function waitAfter(throttle: Throttle, tries: number): Promise<void> {
      const ms = waitBefore(tries, throttle);
      if (ms === null || ms >= leftMs) throw throttled(throttle, tries);
      leftMs -= ms;
      // What a Retry-After asks for is waited for by all, in the limiter.
      if (throttle.pauseMs === 0) await wait(ms, signal);
    }

    for (let tries = 1; ; tries++) {
      try {
        const answer = await limiter.run(() => ask(tries), signal);
        if (answer !== null) return forSession ? ofSession(answer, url) : ofData(answer, url);
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof Throttle)) throw thrown;
        await waitAfter(thrown, tries).catch((reason: unknown) => {
          signal.throwIfAborted();
          throw reason;
        });
      }
    }
  };
}

/** null when the connection broke on the first try, which a kept-alive one may. */
async function attempt(
  fetch: typeof globalThis.fetch,
  url: URL,
  init: RequestInit,
  tries: number,
): Promise<Answer | null> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown;
    const { kind, code } = networkFailure(thrown);
    if (kind === "broken" && tries === 1) return null;
    const facts = { host: url.hostname, path: url.pathname, code };
    if (kind === "timeout") {
      const message = `Yahoo Finance did not answer ${url.pathname} in time. Try again later.`;
      throw new DeskError("timeout", message, { facts, cause: thrown });
    }
    const message = `Yahoo Finance cannot be reached (${url.hostname}: ${code}). Check the network.`;
    throw new DeskError("unreachable", message, { facts, cause: thrown });
  }
}

/** @throws Throttle */
function requireUnthrottled(answer: Answer, url: URL, forSession: boolean, clock: Clock): void {
  const { status, headers, text } = answer;
  if (url.pathname === CRUMB_PATH && status === 200 && !CRUMB.test(text)) {
    throw new Throttle(429, null);
  }
  if (status !== 429 && status !== 503) return;
  // The page is asked for its cookie alone.
  if (forSession && headers.getSetCookie().length > 0) return;
  throw new Throttle(status, readRetryAfter(headers, clock.now()));
}

function ofSession(answer: Answer, url: URL): Response {
  if (url.pathname === CRUMB_PATH && answer.status !== 200) {
    throw refused(answer, url, parsedJson(answer.text));
  }
  return response(answer);
}

function ofData(answer: Answer, url: URL): Response {
  const body = parsedJson(answer.text);
  const ok = answer.status >= 200 && answer.status < 300;
  if (!ok || refusalIn(answer.status, body) !== null) throw refused(answer, url, body);
  if (body !== undefined) return response(answer);
  const kind = answer.text.trimStart().startsWith("<") ? "HTML" : "broken JSON";
  throw new DeskError(
    "bad_response",
    `Yahoo Finance answered ${url.pathname} with ${kind}. Try again later.`,
    { facts: { path: url.pathname, status: answer.status } },
  );
}

function refused({ status }: Answer, url: URL, body: unknown): Error {
  if (status < 500) return refusalIn(status, body) ?? new Refusal(status, null, null);
  const message = `Yahoo Finance failed at ${url.pathname} (status ${status}). Try again later.`;
  return new DeskError("upstream", message, { facts: { path: url.pathname, status } });
}

/** A Response of what has been read. */
function response({ status, headers, text }: Answer): Response {
  return new Response(text === "" ? null : text, { status, headers });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function moved(url: URL, baseUrl: string | undefined): URL {
  if (baseUrl === undefined) return url;
  const target = new URL(baseUrl);
  target.pathname = url.pathname;
  target.search = url.search;
  return target;
}
