import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import { contestGroups } from "#core/contest/contest-groups.ts";
import { runId } from "#core/run-id.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Invocation } from "../commands/command.ts";
import { showRecordedContest } from "../commands/recorded-contest.ts";
import type { ContestPresentation } from "../commands/strategies-request.ts";
import type { Config } from "../config.ts";
import { openContestDesk } from "./contest-desk.ts";

/** Holds a contest as a run of its own, shows it, and gives the exit code. */
export async function holdContest(
  configuration: ContestConfiguration,
  presentation: ContestPresentation,
  { config, store }: { readonly config: Config; readonly store: Store },
  invocation: Invocation,
): Promise<number> {
  const { clock } = invocation;
  const desk = await openContestDesk(configuration, config, clock);
  try {
    const claim = await store.contests.begin({
      id: runId(configuration.symbol, clock.now(), Math.random()),
      configuration,
      groups: contestGroups(configuration),
      list: null,
      rerunOf: null,
    });
    const run = { claim, configuration, rerunOf: null };
    return await showRecordedContest(run, { desk, store, config }, presentation, invocation);
  } finally {
    await desk.close();
  }
}
