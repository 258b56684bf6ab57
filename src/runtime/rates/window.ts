/** So many requests within so many seconds. */
export interface Window {
  readonly requests: number;
  readonly seconds: number;
}

/** What a window may fall short of the rate, as a share of it. */
const LOSS = 0.05;

/**
 * The shortest window of whole seconds that allows a rate, but for a twentieth of it, and never more.
 * Requests of two windows may come next to each other: within any minute there may be one window's more
 * than the rate says, so windows are short.
 *
 * @param perMinute a whole number, 1 or more
 */
export function windowOf(perMinute: number): Window {
  for (let seconds = 1; seconds < 60; seconds += 1) {
    const exact = (perMinute * seconds) / 60;
    const requests = Math.floor(exact);
    if (requests >= exact * (1 - LOSS)) return { requests, seconds };
  }
  return { requests: perMinute, seconds: 60 };
}
