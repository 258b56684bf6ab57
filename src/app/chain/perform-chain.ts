import { groupsOf } from "#core/chain/groups.ts";
import { keptOutcomesOf } from "#core/chain/kept-outcomes.ts";
import { renderChain } from "#core/chain/render/chain.ts";
import { DeskError } from "#core/errors.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "../config.ts";
import {
  type FinishedRun,
  type PerformOptions,
  performRecorded,
  type RunAtHand,
} from "../perform-recorded.ts";
import type { ChainDesk } from "./chain-desk.ts";
import { runChain } from "./run-chain.ts";

/** What a chain is performed with. */
export interface ChainWorkplace {
  readonly desk: ChainDesk;
  readonly store: Store;
  readonly config: Config;
}

/**
 * Performs a chain, from where it stands, and ends its records. What an earlier attempt has finished is
 * not done again.
 *
 * @throws as {@link performRecorded} does
 */
export async function performChain(
  { claim, configuration, rerunOf }: RunAtHand<"chain">,
  { desk, store, config }: ChainWorkplace,
  options: PerformOptions<"chain">,
): Promise<FinishedRun<"chain">> {
  const { runId, attempt } = claim;
  const checkpointer = store.checkpoints(claim);
  return performRecorded(
    {
      kind: "chain",
      claim,
      groups: groupsOf(configuration.chain),
      asked: configuration,
      deadlineMs: configuration.deadlineMs,
      overdue: (seconds) =>
        `the run's deadline of ${seconds} s passed before this was done. Raise --deadline, or make the chain shorter.`,
      async perform(at) {
        const keptFrom = await keptOutcomes(rerunOf, store);
        return runChain(configuration, desk, { ...at, runId, attempt, checkpointer, keptFrom });
      },
      render: renderChain,
      keep: () => [checkpointer.deleteThread(runId)],
    },
    { store, config, clock: desk.ports.clock },
    options,
  );
}

async function keptOutcomes(run: string | null, { chains }: Pick<Store, "chains">) {
  if (run === null) return null;
  const result = (await chains.read(run))?.result ?? null;
  if (result !== null) return { run, outcomes: keptOutcomesOf(result) };
  throw new DeskError(
    "storage",
    `run ${run}, whose outputs are to be kept, is not there any more. Run the chain anew: trading-graph chain.`,
  );
}
