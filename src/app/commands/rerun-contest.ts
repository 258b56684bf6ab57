import { DeskError } from "#core/errors.ts";
import type { KeptRun } from "#core/run-record.ts";
import type { Repetition } from "./rerun-request.ts";

/** Holds a contest once more as it was asked, as a run of its own, and gives the exit code. */
export async function rerunContest(
  before: KeptRun<"contest">,
  { asked, store, config, invocation }: Repetition,
): Promise<number> {
  const { json, quiet, onlyGaps, limits } = asked;
  if (onlyGaps) {
    throw new DeskError(
      "usage",
      `run ${before.id} is a contest of strategies, which is held anew by all its authors: leave --only-gaps out.`,
    );
  }
  const { holdContest } = await import("../contest/hold-contest.ts");
  return holdContest(
    { ...before.configuration, ...limits },
    { output: json ? "json" : "text", html: null, quiet },
    { config, store },
    invocation,
  );
}
