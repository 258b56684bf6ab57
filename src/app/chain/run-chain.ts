import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { Chain } from "#core/chain/chain.ts";
import type { ChainResult } from "#core/chain/chain-result.ts";
import type { KeptOutcome } from "#core/chain/kept-outcomes.ts";
import type { Day } from "#core/day.ts";
import type { Span } from "#core/span.ts";
import { createChainGraph } from "#graphs/chain/graph.ts";
import { resultOf } from "#graphs/chain/result.ts";
import type { ChainStateValue } from "#graphs/chain/state.ts";
import type { Journal } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import { streamOptions, streamRun } from "../stream-run.ts";
import type { ChainDesk } from "./chain-desk.ts";

export interface ChainInput {
  readonly chain: Chain;
  readonly input: string;
  /** The last day whose knowledge tools may use. */
  readonly asOf: Day;
}

export interface ChainOptions {
  readonly runId: string;
  /** Told what happens while it happens. */
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Ends what is at work, with a DeskError `timeout`; the run keeps the rest. */
  readonly deadline?: AbortSignal;
  /** Whether the journal is told what the models write, token by token. */
  readonly text: boolean;
  /** What must stand in nothing that the run tells, as a last defence. */
  readonly secrets: readonly string[];
  /** Where the run is kept as it goes, under its id, so that it can be resumed. */
  readonly checkpointer?: BaseCheckpointSaver;
  /** How often it has been taken up: a run of more than one goes on where it was cut off. */
  readonly attempt?: number;
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
  const { runId, journal, signal, deadline, text, secrets, checkpointer } = options;
  const { attempt = 1, keptFrom = null } = options;
  const { clock } = desk.ports;
  const ports = {
    ...desk.ports,
    asOf,
    ...(deadline && { deadline }),
    ...(keptFrom && { kept: keptFrom.outcomes }),
  };
  const thread = { configurable: { thread_id: runId } };
  const state = await streamRun<ChainStateValue>(
    async () => {
      if (attempt > 1) journal.record({ type: "run_resumed", attempt, at: clock.now() });
      const begun = attempt > 1 && (await checkpointer?.getTuple(thread)) !== undefined;
      return createChainGraph(chain, ports, checkpointer).stream(begun ? null : { input }, {
        ...(checkpointer && { ...thread, durability: "sync" }),
        ...streamOptions({ signal, text }),
        runName: `chain ${chain.name}`,
      });
    },
    { journal, clock, signal, secrets },
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
  return redactor(secrets)({ result, spans: state.spans });
}
