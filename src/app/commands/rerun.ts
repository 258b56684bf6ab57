import { differencesBetween } from "#core/run-configuration.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { requireFolder } from "#runtime/write-whole.ts";
import { readConfig } from "../config.ts";
import { findRun } from "../find-run.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import type { Command } from "./command.ts";
import { rerunAnalysis } from "./rerun-analysis.ts";
import { rerunChain } from "./rerun-chain.ts";
import { rerunContest } from "./rerun-contest.ts";
import { type Repetition, readRerunRequest, rerunOptions } from "./rerun-request.ts";

const HELP = `Usage: trading-graph rerun RUN [options]

Asks what a kept run was asked once more, as a run of its own. With --only-gaps the reports of that run
stand; analysts who left a gap are asked again, and all that follows is redone. Of a chain the outputs
stand that no gap can have influenced. RUN is an id, a part that no other has, or "latest". Limits may be
other than they were; all else is as it was.

Options:
${optionsHelp(rerunOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const rerun: Command = {
  summary: "ask once more what a run was asked, or only its gaps",
  help: HELP,
  async run(invocation) {
    const env = invocation.environment();
    const config = readConfig(env);
    const asked = readRerunRequest(invocation.argv, env);
    if (asked.out !== null) await requireFolder(asked.out);
    const store = await openRunStore(config, invocation.clock);
    try {
      const before = await findRun(store, asked.run);
      requireSame(
        `run ${before.id}`,
        differencesBetween(before.configuration, surroundingsOf(config)),
        "Set them as they were, or begin a new run.",
      );
      return await repeated(before, { asked, store, config, invocation });
    } finally {
      await store.close();
    }
  },
};

/** One entry a kind. */
function repeated(before: AnyKeptRun, repetition: Repetition): Promise<number> {
  switch (before.kind) {
    case "analysis":
      return rerunAnalysis(before, repetition);
    case "contest":
      return rerunContest(before, repetition);
    case "chain":
      return rerunChain(before, repetition);
  }
}
