import { setTimeout as wait } from "node:timers/promises";
import { DeskError } from "#core/errors.ts";
import { differencesBetween } from "#core/run-configuration.ts";
import { isHeld, isUnfinished, type RunRecord } from "#core/run-record.ts";
import type { RunClaim, RunStore } from "#core/run-store.ts";
import { requireFolder } from "#runtime/write-whole.ts";
import { readConfig } from "../config.ts";
import { findRun } from "../find-run.ts";
import { openRunStore } from "../open-run-store.ts";
import { optionsHelp } from "../options.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import { openRunDesk } from "../run-desk.ts";
import type { Command, Invocation } from "./command.ts";
import { showRecordedRun } from "./recorded-run.ts";
import { readResumeRequest, resumeOptions } from "./resume-request.ts";

const HELP = `Usage: trading-graph resume [RUN] [options]

Goes on with a run that was cut off, stopped or failed, from where it stands: what was finished is not
done again. RUN is its id, or a part that no other has; without one it is the newest run that is not
finished. A run goes on only as it was asked: an option that says something else than then is refused.
A watchlist goes on with its own command and --resume.

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
      const run = await runToResume(store.runs, asked.run);
      const { id, configuration, rerunOf, list } = run;
      requireSame(
        `run ${id}`,
        differencesBetween(configuration, {
          ...surroundingsOf(config),
          ...asked.stated(configuration),
        }),
        "Resume it as it was asked, or begin anew with trading-graph analyze.",
      );
      const desk = await openRunDesk(configuration, config, clock, store, list?.id ?? id);
      try {
        const claim = await claimOnceFree(store.runs, run, invocation);
        const workplace = { desk, store, config };
        const atHand = { claim, configuration, rerunOf };
        return await showRecordedRun(atHand, workplace, asked, invocation);
      } finally {
        await desk.close();
      }
    } finally {
      await store.close();
    }
  },
};

const LOOKED_AT = 1_000;

async function runToResume(runs: RunStore, text: string | null): Promise<RunRecord> {
  if (text === null) {
    // What cannot be read cannot be resumed; `runs` tells of it.
    const all = await runs.runs({ limit: LOOKED_AT, onUnreadable: () => {} });
    const run = all.find((run) => run.list === null && isUnfinished(run));
    if (run !== undefined) return run;
    throw new DeskError(
      "usage",
      "no run is unfinished, so there is nothing to resume. See trading-graph runs; a watchlist goes on with its own command and --resume.",
    );
  }
  const run = await findRun(runs, text);
  if (run.state === "done") {
    throw new DeskError(
      "usage",
      `run ${run.id} is finished. See it with trading-graph runs show ${run.id}; retry its gaps with trading-graph rerun ${run.id} --only-gaps.`,
    );
  }
  return run;
}

/** Longer than a process that was killed holds its run. */
const LONGEST_HELD_MS = 7_000;
const ASK_EVERY_MS = 250;

/** Takes a run up; one whose process was killed a moment ago is waited for until it is free. */
async function claimOnceFree(
  runs: RunStore,
  run: RunRecord,
  { clock, signal, terminal }: Invocation,
): Promise<RunClaim> {
  const givesUpAt = clock.now() + LONGEST_HELD_MS;
  if (isHeld(run, clock.now())) {
    terminal.stderr.write("It was at work a moment ago: waiting until it is free ...\n");
  }
  for (;;) {
    const claim = await runs.claim(run.id);
    if (claim !== null) return claim;
    if (clock.now() > givesUpAt) throw heldByAnother(run);
    await wait(ASK_EVERY_MS, undefined, { signal });
  }
}

function heldByAnother({ id }: RunRecord): DeskError {
  return new DeskError(
    "usage",
    `run ${id} is being worked on, by this machine or another. Wait for it, or stop it first.`,
  );
}
