/**
 * How long an answer asks to be left alone for: `retry-after-ms`, else `Retry-After` in seconds or as
 * a date. A date is read against the answer's own `Date`, so that two clocks need not agree.
 *
 * @param now epoch milliseconds, for an answer without a `Date`
 * @returns milliseconds, at least 0; null where it asks for nothing that can be read
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const ms = decimal(headers.get("retry-after-ms"));
  if (ms !== null) return ms;
  const header = headers.get("retry-after");
  const seconds = decimal(header);
  if (seconds !== null) return seconds * 1_000;
  const date = epochMs(header);
  return date === null ? null : Math.max(0, date - (epochMs(headers.get("date")) ?? now));
}

function decimal(header: string | null): number | null {
  return header !== null && /^\d+(\.\d+)?$/.test(header) ? Number(header) : null;
}

/** Date.parse would also take "-5" or "soon 1" for a date. */
function epochMs(header: string | null): number | null {
  const ms = header !== null && /^[A-Z][a-z]{2,8}, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}
