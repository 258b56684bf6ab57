import type { RunConfiguration } from "#core/run-configuration.ts";
import type { PlannedRun, RunClaim } from "#core/run-store.ts";
import { openStore } from "#runtime/store/open-store.ts";
import type { Store } from "#runtime/store/store.ts";
import { result } from "../core/examples.ts";
import { configuration, planned } from "../core/run-examples.ts";

/** When the runs of tests begin, in epoch milliseconds. */
export const START = Date.UTC(2026, 10, 20, 10);

/** A store in a folder, whose time is told by hand. */
export async function keptIn(folder: string) {
  let now = START;
  const clock = { now: () => now };
  const store = await openStore({ url: null, folder, clock, secrets: [] });
  return {
    store,
    clock,
    /** Lets time go by, in ms. */
    pass(ms: number) {
      now += ms;
    },
  };
}

/** Records a run that somebody is at work on. */
export async function begun(
  { runs }: Store,
  id: string,
  changes: Partial<RunConfiguration> = {},
  rest: Partial<PlannedRun> = {},
): Promise<RunClaim> {
  return runs.begin(planned({ id, configuration: configuration(changes), ...rest }));
}

/** Records a run that has come to a result. */
export async function done(
  store: Store,
  id: string,
  changes: Parameters<typeof result>[0] = {},
  configured: Partial<RunConfiguration> = {},
): Promise<void> {
  const { symbol = "AAPL" } = changes;
  const claim = await begun(store, id, { symbol, ...configured });
  await claim.end({ state: "done", result: result({ runId: id, ...changes }) });
}
