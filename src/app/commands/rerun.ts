import { DeskError } from "#core/errors.ts";
import { differencesBetween, type RunConfiguration } from "#core/run-configuration.ts";
import { runId } from "#core/run-id.ts";
import type { KeptRun } from "#core/run-record.ts";
import type { PlannedRun } from "#core/run-store.ts";
import { requireFolder } from "#runtime/write-whole.ts";
import { readConfig } from "../config.ts";
import { findRun } from "../find-run.ts";
import { openRunStore } from "../open-run-store.ts";
import { type Options, optionsHelp, readOptions } from "../options.ts";
import { requireSame } from "../require-same.ts";
import { stepsOf, surroundingsOf } from "../run-configuration.ts";
import { openRunDesk } from "../run-desk.ts";
import { type Said, switchOf, textOf } from "../said.ts";
import { analyzeOptions } from "./analyze-options.ts";
import { readDeskChoice, seconds } from "./analyze-request.ts";
import type { Command } from "./command.ts";
import { showRecordedRun } from "./recorded-run.ts";

/** Limits may be raised for another try; what else could be said makes another question. */
const SHARED = [
  "max-usd",
  "max-tokens",
  "max-concurrency",
  "max-per-minute",
  "max-data-per-minute",
  "request-timeout",
  "idle-timeout",
  "deadline",
  "json",
  "out",
  "quiet",
  "help",
  "version",
];

export const rerunOptions: Options = {
  "only-gaps": {
    type: "boolean",
    value: null,
    env: null,
    help: "keep the reports that there are, and ask only those again who left a gap",
  },
  ...Object.fromEntries(Object.entries(analyzeOptions).filter(([name]) => SHARED.includes(name))),
};

const HELP = `Usage: trading-graph rerun RUN [options]

Asks what a kept run was asked once more, as a run of its own. With --only-gaps the reports of that run
stand; analysts who left a gap are asked again, and all that follows is redone. RUN is an id, a part
that no other has, or "latest". Limits may be other than they were; all else is as it was.

Options:
${optionsHelp(rerunOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (something is missing), 130 interrupted.`;

export const rerun: Command = {
  summary: "ask once more what a run was asked, or only its gaps",
  help: HELP,
  async run(invocation) {
    const env = invocation.environment();
    const config = readConfig(env);
    const { clock, argv } = invocation;
    const { said, positionals } = readOptions(argv, rerunOptions, env);
    const onlyGaps = switchOf(said["only-gaps"]);
    const presentation = {
      json: switchOf(said.json),
      out: textOf(said.out),
      quiet: switchOf(said.quiet),
    };
    if (presentation.out !== null) await requireFolder(presentation.out);
    const store = await openRunStore(config, clock);
    try {
      const before = await findRun(store.runs, runIn(positionals));
      if (onlyGaps) requireGaps(before);
      const limits = limitsIn(said);
      requireSame(
        `run ${before.id}`,
        differencesBetween(before.configuration, surroundingsOf(config)),
        "Set them as they were, or analyse the ticker anew with trading-graph analyze.",
      );
      // What it keeps and what it adds are to be of one source.
      const data = onlyGaps ? before.result?.data.source : undefined;
      const configuration = { ...before.configuration, ...limits, ...(data && { data }) };
      const planned: PlannedRun = {
        id: runId(configuration.symbol, clock.now(), Math.random()),
        configuration,
        steps: stepsOf(configuration),
        list: null,
        rerunOf: onlyGaps ? before.id : null,
      };
      const desk = await openRunDesk(configuration, config, clock, store, planned.id);
      try {
        const claim = await store.runs.begin(planned);
        const run = { claim, configuration, rerunOf: planned.rerunOf };
        const workplace = { desk, store, config };
        return await showRecordedRun(run, workplace, presentation, invocation);
      } finally {
        await desk.close();
      }
    } finally {
      await store.close();
    }
  },
};

function runIn(positionals: readonly string[]): string {
  const [run, ...more] = positionals;
  if (run !== undefined && more.length === 0) return run;
  throw new DeskError(
    "usage",
    `rerun takes one run, ${positionals.length} given. Example: trading-graph rerun latest --only-gaps`,
  );
}

/** The limits that were said, under the names that a configuration has for them. */
function limitsIn(said: Said): Partial<RunConfiguration> {
  const { maxUsd, maxTokens, maxConcurrency, maxPerMinute, maxDataPerMinute, ...choice } =
    readDeskChoice(said);
  const { requestTimeoutMs, idleTimeoutMs } = choice;
  return {
    ...(said["max-usd"] && { maxUsd }),
    ...(said["max-tokens"] && { maxTokens }),
    ...(said["max-concurrency"] && { maxConcurrency }),
    ...(said["max-per-minute"] && { maxPerMinute }),
    ...(said["max-data-per-minute"] && { maxDataPerMinute }),
    ...(said["request-timeout"] && { requestTimeoutMs }),
    ...(said["idle-timeout"] && { idleTimeoutMs }),
    ...(said.deadline && { deadlineMs: seconds(said.deadline) }),
  };
}

/** @throws DeskError `usage` where there is nothing that could be retried */
function requireGaps({ id, result }: KeptRun): void {
  if (result === null) {
    throw new DeskError(
      "usage",
      `run ${id} has no result yet, so it has no gaps. Go on with it: trading-graph resume ${id}.`,
    );
  }
  if (result.gaps.length > 0) return;
  throw new DeskError("usage", `run ${id} has no gaps: there is nothing to retry.`);
}
