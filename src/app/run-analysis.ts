import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { AnalystName } from "#core/analyst.ts";
import type { Day } from "#core/day.ts";
import type { Depth } from "#core/depth.ts";
import type { Findings } from "#core/findings.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Span } from "#core/span.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { resultOf } from "#graphs/analysis/result.ts";
import type { AnalysisStateValue } from "#graphs/analysis/state.ts";
import type { Journal } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import type { Desk } from "./desk.ts";
import { streamOptions, streamRun } from "./stream-run.ts";

export interface AnalysisInput {
  readonly ticker: string;
  readonly analysts: readonly AnalystName[];
  /** null is today. */
  readonly asOf: Day | null;
  readonly depth: Depth;
  readonly debateRounds: number;
  readonly riskRounds: number;
  readonly samples: number;
}

export interface RunOptions {
  readonly runId: string;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Whether the journal is told what the models write, token by token. */
  readonly text: boolean;
  /** What must stand in nothing that the run tells, as a last defence. */
  readonly secrets: readonly string[];
  /** Where the run is kept as it goes, under its id, so that it can be resumed. */
  readonly checkpointer?: BaseCheckpointSaver;
  /** How often it has been taken up: a run of more than one goes on where it was cut off. */
  readonly attempt?: number;
  /** The run whose findings it keeps. */
  readonly keptFrom?: { readonly run: string; readonly findings: readonly Findings[] } | null;
}

/**
 * Runs one analysis and tells its journal what happens while it happens.
 *
 * @throws DeskError when there is nothing to analyse; the signal's reason when it is aborted
 */
export async function runAnalysis(
  input: AnalysisInput,
  desk: Desk,
  options: RunOptions,
): Promise<{ result: AnalysisResult; spans: readonly Span[] }> {
  const { runId, journal, signal, text, secrets, checkpointer } = options;
  const { attempt = 1, keptFrom = null } = options;
  const { clock } = desk.ports;
  const clean = redactor(secrets);
  const ports = keptFrom === null ? desk.ports : { ...desk.ports, kept: keptFrom.findings };
  const thread = { configurable: { thread_id: runId } };
  const state = await streamRun<AnalysisStateValue>(
    async () => {
      if (attempt > 1) journal.record({ type: "run_resumed", attempt, at: clock.now() });
      const begun = attempt > 1 && (await checkpointer?.getTuple(thread)) !== undefined;
      return createAnalysisGraph(ports, checkpointer).stream(begun ? null : inputOf(input), {
        ...(checkpointer && { ...thread, durability: "sync" }),
        ...streamOptions({ signal, text }),
        runName: `analysis ${input.ticker}`,
      });
    },
    { journal, clock, signal, secrets },
  );
  const result = resultOf(state, {
    runId,
    model: desk.model,
    attempts: attempt,
    keptFrom: keptFrom && {
      run: keptFrom.run,
      analysts: keptFrom.findings.flatMap(({ report }) => report?.analyst ?? []),
    },
  });
  return clean({ result, spans: state.spans });
}

/** A request may say more than what the graph is asked. */
function inputOf(input: AnalysisInput) {
  const { ticker, asOf, depth, debateRounds, riskRounds, samples } = input;
  return { ticker, analysts: [...input.analysts], asOf, depth, debateRounds, riskRounds, samples };
}
