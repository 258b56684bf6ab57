import { z } from "zod";
import { ANALYSTS } from "../analysis-groups.ts";
import { type RunSummary, runSummarySchema, summaryOf } from "../analysis-summary.ts";
import { stanceWords } from "../render/stance-words.ts";
import { type Gap, gapSchema, reportSchema } from "../report.ts";
import { analysisResultSchema } from "../result.ts";
import { runConfigurationSchema } from "../run-configuration.ts";
import type { RunForm, RunSchemas } from "./run-form.ts";

const schemas: RunSchemas<"analysis"> = {
  configuration: runConfigurationSchema,
  outcome: z.union([reportSchema, gapSchema]),
  result: analysisResultSchema,
  summary: runSummarySchema,
};

/** An analysis of a ticker. Its steps are the analysts, each of whom brings a report or a gap. */
export const analysisForm: RunForm<"analysis"> = {
  kind: "analysis",
  words: "an analysis",
  schemas: async () => schemas,
  titleOf: ({ symbol }) => symbol,
  symbolOf: ({ symbol }) => symbol,
  summaryOf,
  missingOf: ({ gaps }) => gaps,
  statusOf: ({ reports, gaps }) => (reports === 0 ? "failed" : gaps === 0 ? "ok" : "partial"),
  headlineOf: (summary) =>
    `${decisionWords(summary)} · ${summary.reports} of ${summary.analysts} reports`,
  recordsSteps: ({ name }) => name === ANALYSTS,
  stepToldBy(event) {
    if (event.type === "span_started" && event.kind === "analyst") {
      return { step: event.name, outcome: null };
    }
    if (event.type !== "reported") return null;
    const outcome = event.report ?? event.gap;
    return outcome === null ? null : { step: event.node, outcome };
  },
  outcomeWords: (outcome) => ("reason" in outcome ? gapWords(outcome) : stanceWords(outcome)),
  stepEndOf: (outcome) =>
    "reason" in outcome
      ? { state: "failed", error: gapWords(outcome) }
      : { state: "done", error: null },
};

function gapWords({ reason, message }: Gap): string {
  return `${reason}: ${message}`;
}

function decisionWords({ action, confidence }: RunSummary): string {
  if (action === null) return "no decision";
  return confidence === null ? action : `${action} ${confidence.toFixed(2)}`;
}
