import { DeskError } from "#core/errors.ts";
import type { AnyRunRecord } from "#core/run-record.ts";
import { isUnfinished } from "#core/run-state.ts";
import type { Store } from "#runtime/store/store.ts";
import { requireFolder } from "#runtime/write-whole.ts";
import { anyRuns } from "../any-runs.ts";
import { readConfig } from "../config.ts";
import { findRun } from "../find-run.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import type { Command } from "./command.ts";
import { resumeAnalysis } from "./resume-analysis.ts";
import { resumeChain } from "./resume-chain.ts";
import { type Resumption, readResumeRequest, resumeOptions } from "./resume-request.ts";

const HELP = `Usage: trading-graph resume [RUN] [options]

Goes on with a run that was cut off, stopped or failed, from where it stands: what was finished is not
done again. RUN is its id, or a part that no other has; without one it is the newest run that is not
finished. A run goes on only as it was asked: an option that says something else than then is refused.
A watchlist goes on with its own command and --resume; a contest of strategies is held anew with rerun.

Options:
${optionsHelp(resumeOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const resume: Command = {
  summary: "go on with a run that was cut off",
  help: HELP,
  async run(invocation) {
    const env = invocation.environment();
    const config = readConfig(env);
    const { clock, argv } = invocation;
    const asked = readResumeRequest(argv, env, clock.now());
    if (asked.out !== null) await requireFolder(asked.out);
    const store = await openRunStore(config, clock);
    try {
      const run = await runToResume(store, asked.run);
      return await resumed(run, { asked, store, config, invocation });
    } finally {
      await store.close();
    }
  },
};

/** One entry a kind. */
function resumed(run: AnyRunRecord, resumption: Resumption): Promise<number> {
  switch (run.kind) {
    case "analysis":
      return resumeAnalysis(run, resumption);
    case "chain":
      return resumeChain(run, resumption);
    case "contest":
      throw new DeskError(
        "usage",
        `run ${run.id} is a contest of strategies, of which nothing is kept to go on from. Hold it anew: trading-graph rerun ${run.id}.`,
      );
  }
}

const LOOKED_AT = 1_000;

async function runToResume(store: Store, text: string | null): Promise<AnyRunRecord> {
  if (text === null) {
    // What cannot be read cannot be resumed; `runs` tells of it.
    const query = { limit: LOOKED_AT, onUnreadable: () => {} };
    const all = await anyRuns(store, query, ["analysis", "chain"]);
    const run = all.find((run) => run.list === null && isUnfinished(run));
    if (run !== undefined) return run;
    throw new DeskError(
      "usage",
      "no run is unfinished, so there is nothing to resume. See trading-graph runs; a watchlist goes on with its own command and --resume.",
    );
  }
  const run = await findRun(store, text);
  if (run.state === "done") {
    throw new DeskError(
      "usage",
      `run ${run.id} is finished. See it with trading-graph runs show ${run.id}; ${againWords(run)}.`,
    );
  }
  return run;
}

function againWords({ id, kind }: AnyRunRecord): string {
  return kind === "contest"
    ? `hold it anew with trading-graph rerun ${id}`
    : `retry its gaps with trading-graph rerun ${id} --only-gaps`;
}
