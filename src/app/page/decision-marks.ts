import type { Day } from "#core/day.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { RunStore } from "#core/run-store.ts";
import type { DecisionMark } from "./run-page.ts";

const MOST = 200;

/**
 * The decisions on a run's symbol, made of figures of the same kind, up to its day: its own, and those of
 * runs before it. The oldest day comes first, the run's own last.
 */
export async function decisionMarks(
  { runId, symbol, asOf, data, decision }: AnalysisResult,
  runs: Pick<RunStore, "runs"> | null,
): Promise<DecisionMark[]> {
  const query = { symbol, states: ["done"], limit: MOST, onUnreadable: () => {} } as const;
  const known = (await runs?.runs(query)) ?? [];
  const own = known.find(({ id }) => id === runId);
  const earlier = known.flatMap(({ id, createdAt, configuration, summary }): DecisionMark[] => {
    if (id === runId || summary === null || summary.synthetic !== data.synthetic) return [];
    const { action, confidence } = summary;
    const day: Day = configuration.asOf;
    const isLater = day > asOf || (own !== undefined && createdAt > own.createdAt);
    return action === null || isLater ? [] : [{ day, action, confidence, runId: id, own: false }];
  });
  const mark = decision && { day: asOf, action: decision.action, confidence: decision.confidence };
  return [
    ...earlier.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ...(mark === null ? [] : [{ ...mark, runId, own: true }]),
  ];
}
