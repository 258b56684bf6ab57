import type { RunKind } from "../run-kind.ts";
import type { RunRecord } from "../run-record.ts";
import { analysisForm } from "./analysis.ts";
import { chainForm } from "./chain.ts";
import { contestForm } from "./contest.ts";
import type { ResultStatus, RunForm } from "./run-form.ts";

/** The form of every kind. */
export const runForms: { readonly [K in RunKind]: RunForm<K> } = {
  analysis: analysisForm,
  contest: contestForm,
  chain: chainForm,
};

/** What a run is about: a symbol, or a chain's name. */
export function titleOf<K extends RunKind>({ kind, configuration }: RunRecord<K>): string {
  return runForms[kind].titleOf(configuration);
}

/** What came of a run, in a few words; null without a result. */
export function headlineOf<K extends RunKind>({ kind, summary }: RunRecord<K>): string | null {
  return summary === null ? null : runForms[kind].headlineOf(summary);
}

/** How many of those who were asked have brought nothing; null without a result. */
export function missingOf<K extends RunKind>({ kind, summary }: RunRecord<K>): number | null {
  return summary === null ? null : runForms[kind].missingOf(summary);
}

/** What a run's result comes to; failed without one. */
export function resultStatusOf<K extends RunKind>({ kind, summary }: RunRecord<K>): ResultStatus {
  return summary === null ? "failed" : runForms[kind].statusOf(summary);
}
