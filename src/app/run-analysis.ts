import type { AnalystName } from "#core/analyst.ts";
import type { Day } from "#core/day.ts";
import type { Depth } from "#core/depth.ts";
import type { Findings } from "#core/findings.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Span } from "#core/span.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { resultOf } from "#graphs/analysis/result.ts";
import type { AnalysisStateValue } from "#graphs/analysis/state.ts";
import { redactor } from "#runtime/redact.ts";
import type { Desk } from "./desk.ts";
import { type ResumableRun, streamResumable } from "./resumable-run.ts";

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

export interface RunOptions extends ResumableRun {
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
  const { runId, checkpointer, attempt = 1, keptFrom = null } = options;
  const ports = keptFrom === null ? desk.ports : { ...desk.ports, kept: keptFrom.findings };
  const graph = createAnalysisGraph(ports, checkpointer);
  const state = await streamResumable<AnalysisStateValue>(
    (goesOn, how) =>
      graph.stream(goesOn ? null : inputOf(input), {
        ...how,
        runName: `analysis ${input.ticker}`,
      }),
    options,
    ports.clock,
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
  return redactor(options.secrets)({ result, spans: state.spans });
}

/** A request may say more than what the graph is asked. */
function inputOf(input: AnalysisInput) {
  const { ticker, asOf, depth, debateRounds, riskRounds, samples } = input;
  return { ticker, analysts: [...input.analysts], asOf, depth, debateRounds, riskRounds, samples };
}
