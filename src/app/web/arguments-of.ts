import { usageError } from "#core/errors.ts";
import type { StartRequest } from "./api.ts";

/** What whoever asks may say of data, models and limits. */
const shared = [
  "data",
  "model",
  "as-of",
  "max-usd",
  "max-tokens",
  "deadline",
  "request-timeout",
  "idle-timeout",
  "max-concurrency",
  "max-per-minute",
  "max-data-per-minute",
];

const analysis = [
  "analysts",
  "depth",
  "debate-rounds",
  "risk-rounds",
  "samples",
  "model-for",
  "fallback",
  ...shared,
];

/** The options that a page may give: none that names a file, or says how a terminal is written to. */
const allowed: Readonly<Record<StartRequest["kind"], readonly string[]>> = {
  analysis,
  watchlist: ["max-workers", "timeout", ...analysis],
  contest: [
    "models",
    "from",
    "cash",
    "commission",
    "slippage",
    "whole-shares",
    "allow-short",
    "min-trades",
    "time-limit",
    ...shared,
  ],
  chain: ["fallback", ...shared],
};

/**
 * The arguments of the command line that say the same as a page's options: the commands' own readers
 * judge them, so that a page and a terminal take the same and refuse it in the same words.
 *
 * @throws DeskError `usage` for an option that a page may not give
 */
export function argumentsOf(
  kind: StartRequest["kind"],
  options: StartRequest["options"],
  positionals: readonly string[],
): string[] {
  const flags = Object.entries(options).flatMap(([name, value]) => {
    if (!allowed[kind].includes(name)) throw usageError("option", name, allowed[kind]);
    if (typeof value === "boolean") return value ? [`--${name}`] : [];
    return [`--${name}=${value}`];
  });
  return [...flags, "--", ...positionals];
}
