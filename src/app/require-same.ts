import { DeskError } from "#core/errors.ts";
import type { Difference } from "#core/run-configuration.ts";

/**
 * Holds that work goes on as it was asked.
 *
 * @param what what is to go on: `run 20261121T103000Z-AAPL-4f3a`
 * @param wayOut what to do instead, as a sentence
 * @throws DeskError `usage` naming every setting that is not as it was
 */
export function requireSame(
  what: string,
  differences: readonly Difference[],
  wayOut: string,
): void {
  if (differences.length === 0) return;
  const named = differences.map(({ setting, before, now }) => {
    return `${setting} was ${before} and is ${now} now`;
  });
  throw new DeskError(
    "usage",
    `${what} cannot go on with another configuration: ${named.join("; ")}. ${wayOut}`,
    { facts: { differences } },
  );
}
