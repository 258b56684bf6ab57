import type { Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import { DeskError, messageOf } from "../errors.ts";
import type { AnalysisResult } from "../result.ts";
import { noUsage, type Usage, unknownUsage } from "../usage.ts";

/** Who is missing from a run, and why: an analyst, a role, or the whole `run`. */
export interface RunGap {
  readonly who: string;
  readonly reason: string;
  readonly message: string;
}

/** One run of the desk as of a past day. */
export interface PastRun {
  readonly day: Day;
  /** null where none was made: the gaps say why. */
  readonly decision: Decision | null;
  readonly gaps: readonly RunGap[];
  /** What a reader must know about its data. */
  readonly notices: readonly string[];
  readonly usage: Usage;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

type Times = Pick<PastRun, "startedAt" | "endedAt">;

/** What a replay keeps of a run's result. */
export function runOf(result: AnalysisResult, times: Times): PastRun {
  const { asOf, decision, gaps, reports, flags, usage } = result;
  const notices = [...reports.flatMap((report) => report.notices), ...flags.map(messageIn)];
  return {
    day: asOf,
    decision,
    gaps: gaps.map(({ analyst, reason, message }) => ({ who: analyst, reason, message })),
    notices: [...new Set(notices)],
    usage,
    ...times,
  };
}

function messageIn({ message }: { readonly message: string }): string {
  return message;
}

/** A run that came to nothing. */
export function failedRun(day: Day, thrown: unknown, times: Times): PastRun {
  const foreseen = thrown instanceof DeskError;
  const gap = { who: "run", reason: foreseen ? thrown.code : "failed", message: messageOf(thrown) };
  // Where the desk itself refuses, it does so before it asks a model.
  const usage = foreseen ? noUsage : unknownUsage;
  return { day, decision: null, gaps: [gap], notices: [], usage, ...times };
}
