import type { Chain } from "#core/chain/chain.ts";
import type { ChainResult } from "#core/chain/chain-result.ts";
import type { KeptOutcome } from "#core/chain/kept-outcomes.ts";
import type { Day } from "#core/day.ts";
import type { Span } from "#core/span.ts";
import { createChainGraph } from "#graphs/chain/graph.ts";
import { resultOf } from "#graphs/chain/result.ts";
import type { ChainStateValue } from "#graphs/chain/state.ts";
import { redactor } from "#runtime/redact.ts";
import { type ResumableRun, streamResumable } from "../resumable-run.ts";
import type { ChainDesk } from "./chain-desk.ts";

export interface ChainInput {
  readonly chain: Chain;
  readonly input: string;
  /** The last day whose knowledge tools may use. */
  readonly asOf: Day;
}

export interface ChainOptions extends ResumableRun {
  /** Ends what is at work, with a DeskError `timeout`; the run keeps the rest. */
  readonly deadline?: AbortSignal;
  /** The run whose outputs it keeps. */
  readonly keptFrom?: { readonly run: string; readonly outcomes: readonly KeptOutcome[] } | null;
}

/**
 * Runs a chain and tells its journal what happens while it happens.
 *
 * @throws DeskError `configuration` for a mistake in the settings; the signal's reason when it is aborted
 */
export async function runChain(
  { chain, input, asOf }: ChainInput,
  desk: Omit<ChainDesk, "close">,
  options: ChainOptions,
): Promise<{ result: ChainResult; spans: readonly Span[] }> {
  const { runId, deadline, checkpointer, attempt = 1, keptFrom = null } = options;
  const ports = {
    ...desk.ports,
    asOf,
    ...(deadline && { deadline }),
    ...(keptFrom && { kept: keptFrom.outcomes }),
  };
  const graph = createChainGraph(chain, ports, checkpointer);
  const state = await streamResumable<ChainStateValue>(
    (goesOn, how) =>
      graph.stream(goesOn ? null : { input }, { ...how, runName: `chain ${chain.name}` }),
    options,
    ports.clock,
  );
  const result = resultOf(state, {
    runId,
    chain,
    asOf,
    model: desk.model,
    attempts: attempt,
    keptFrom: keptFrom && {
      run: keptFrom.run,
      agents: keptFrom.outcomes.map(({ outcome }) => outcome.agent),
    },
  });
  return redactor(options.secrets)({ result, spans: state.spans });
}
