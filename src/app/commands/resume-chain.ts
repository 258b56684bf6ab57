import type { ChainConfiguration } from "#core/chain/chain-configuration.ts";
import { DeskError } from "#core/errors.ts";
import { differencesBetween } from "#core/run-configuration.ts";
import type { RunRecord } from "#core/run-record.ts";
import { requireSame } from "../require-same.ts";
import { surroundingsOf } from "../run-configuration.ts";
import { claimOnceFree } from "./claim-once-free.ts";
import type { Resumption } from "./resume-request.ts";

/** Goes on with a chain as it was asked, and gives the exit code. */
export async function resumeChain(
  run: RunRecord<"chain">,
  { asked, store, config, invocation }: Resumption,
): Promise<number> {
  const { id, configuration, rerunOf } = run;
  // Of an analysis' options those of the greatest depth are all there are.
  const stated = asked.stated({ depth: "deep" });
  requireSettings(id, Object.keys(stated), configuration);
  requireSame(
    `run ${id}`,
    differencesBetween(configuration, { ...surroundingsOf(config), ...stated }),
    "Resume it as it was asked, or begin anew with trading-graph chain.",
  );
  const [{ openRunChainDesk }, { showRecordedChain }] = await Promise.all([
    import("../chain/run-chain-desk.ts"),
    import("./recorded-chain.ts"),
  ]);
  const desk = await openRunChainDesk(configuration, config, invocation.clock, store, id);
  try {
    const claim = await claimOnceFree(store.chains, run, invocation);
    const atHand = { claim, configuration, rerunOf };
    return await showRecordedChain(atHand, { desk, store, config }, asked, invocation);
  } finally {
    await desk.close();
  }
}

/** @throws DeskError `usage` for settings that only an analysis has */
function requireSettings(
  id: string,
  stated: readonly string[],
  configuration: ChainConfiguration,
): void {
  const foreign = stated.filter((name) => !(name in configuration));
  if (foreign.length === 0) return;
  throw new DeskError(
    "usage",
    `run ${id} is a chain, which has no ${foreign.join(" and no ")}: leave that out.`,
  );
}
