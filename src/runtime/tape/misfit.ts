import { DeskError, quoted } from "#core/errors.ts";
import { canonicalJson } from "./hash.ts";
import type { RecordedRequest } from "./lines.ts";

/** A run that asks what its recording does not hold. */
export function misfit(path: string, difference: string): DeskError {
  return new DeskError(
    "usage",
    `recording "${path}" does not fit this run: ${difference}. Replay it with the request it was made for, or record anew with --record.`,
    { facts: { path, difference } },
  );
}

/** How one thing differs from the recorded one. */
export function differs(what: string, recorded: unknown, now: unknown): string {
  return `${what}: recorded ${shown(recorded)}, now ${shown(now)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}

/** Where a request departs from the recorded one; null where it does not. */
export function requestDifference(recorded: RecordedRequest, now: RecordedRequest): string | null {
  const different = Object.keys({ ...recorded, ...now }).filter(
    (name) => canonicalJson(recorded[name]) !== canonicalJson(now[name]),
  );
  if (different.length === 0) return null;
  return different.map((name) => differs(name, recorded[name], now[name])).join("; ");
}
