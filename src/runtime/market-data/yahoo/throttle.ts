import { DeskError } from "#core/errors.ts";

/** A wait longer than this is not taken: the person who asked should hear of it instead. */
const LONGEST_WAIT_MS = 10_000;
/** A pause longer than this is not made: the others hear of it too, each by asking once. */
const LONGEST_PAUSE_MS = 60_000;
const WAITS_MS = [500, 1_000, 2_000] as const;
const JITTER = 0.25;

/** Why an answer is to be asked for again. */
export class Throttle extends Error {
  readonly status: number;
  /** What its Retry-After asks for; null where there is none. */
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    super(`status ${status}`);
    this.name = "Throttle";
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** For how long nobody is to ask, in ms: a Retry-After speaks for Yahoo, not for the one request. */
  get pauseMs(): number {
    const ms = this.retryAfterMs ?? 0;
    return ms > LONGEST_PAUSE_MS ? 0 : ms;
  }
}

/**
 * How long to wait before a further try: what Retry-After asks for, else half a second, one and two,
 * spread by a quarter to either side so that requests refused together do not come back together.
 *
 * @returns milliseconds, or null when there is to be no further try
 */
export function waitBefore(tries: number, { retryAfterMs }: Throttle): number | null {
  const usual = WAITS_MS[tries - 1];
  if (usual === undefined) return null;
  if (retryAfterMs === null) return usual * (1 + JITTER * (2 * Math.random() - 1));
  return retryAfterMs <= LONGEST_WAIT_MS ? retryAfterMs : null;
}

/** What to tell when the tries are used up. */
export function throttled({ status, retryAfterMs }: Throttle, tries: number): DeskError {
  const seconds = retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1_000);
  const facts = { status, tries, retryAfterSeconds: seconds };
  if (status === 503 && seconds === null) {
    return new DeskError(
      "upstream",
      `Yahoo Finance is out of service (status 503, ${count(tries)}). Try again later.`,
      { facts },
    );
  }
  const asked = seconds === null ? "Try again in some minutes" : `It asks to wait ${seconds} s`;
  return new DeskError(
    "rate_limited",
    `Yahoo Finance limits its answers to this network (status ${status}, ${count(tries)}). ${asked}.`,
    { facts },
  );
}

function count(tries: number): string {
  return tries === 1 ? "1 try" : `${tries} tries`;
}
