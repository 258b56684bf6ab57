import { z } from "zod";
import { actions, type Decision, decisionSchema } from "./decision.ts";
import { twoPlaces } from "./two-places.ts";

/** More would cost more than they tell. */
export const MOST_SAMPLES = 15;

export const sampleCountSchema = z.int().min(1).max(MOST_SAMPLES);

const confidence = z.number().min(0).max(1);
const count = z.int().min(0);

/** What the same question, asked several times at once, was answered. */
export const samplesSchema = z.object({
  asked: count,
  /** Fewer than asked where some failed. */
  decided: count,
  /** The share of the asked that chose the action of the decision, 0 to 1. */
  agreement: confidence,
  /** How many chose which. */
  actions: z.object({ buy: count, hold: count, sell: count }),
  /** Of all that were decided, whatever their action. */
  confidence: z.object({ lowest: confidence, median: confidence, highest: confidence }),
  /** Those that chose another action, with their reasons, the surest first. */
  minority: z.array(
    decisionSchema.pick({ action: true, confidence: true, horizon: true, thesis: true }),
  ),
});
export type Samples = z.infer<typeof samplesSchema>;

/**
 * The one decision of several: the action of most (of equally many, the one with more confidence
 * behind it), as the sample of middling confidence states it.
 *
 * @param decisions at least one
 */
export function drawFrom(
  decisions: readonly [Decision, ...Decision[]],
  asked: number,
): { readonly chosen: Decision; readonly samples: Samples } {
  const groups = actions
    .map((action) => decisions.filter((one) => one.action === action))
    .toSorted((a, b) => b.length - a.length || sureness(b) - sureness(a));
  const [majority = [], ...others] = groups;
  const agreement = twoPlaces(majority.length / asked);
  const chosen = middle(majority) ?? decisions[0];
  const all = bySureness(decisions);
  return {
    chosen,
    samples: {
      asked,
      decided: decisions.length,
      agreement,
      actions: {
        buy: countOf(decisions, "buy"),
        hold: countOf(decisions, "hold"),
        sell: countOf(decisions, "sell"),
      },
      confidence: {
        lowest: (all[0] ?? chosen).confidence,
        median: medianOf(all.map(({ confidence }) => confidence)),
        highest: (all.at(-1) ?? chosen).confidence,
      },
      minority: bySureness(others.flat())
        .toReversed()
        .map(({ action, confidence, horizon, thesis }) => ({
          action,
          confidence,
          horizon,
          thesis,
        })),
    },
  };
}

function sureness(decisions: readonly Decision[]): number {
  return decisions.reduce((sum, { confidence }) => sum + confidence, 0);
}

function bySureness(decisions: readonly Decision[]): Decision[] {
  return decisions.toSorted((a, b) => a.confidence - b.confidence);
}

/** The one of middling confidence; of two, the less sure. */
function middle(decisions: readonly Decision[]): Decision | undefined {
  return bySureness(decisions)[Math.ceil(decisions.length / 2) - 1];
}

/** @param sorted at least one */
function medianOf(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2;
  const [lower, upper] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return twoPlaces(((lower ?? 0) + (upper ?? 0)) / 2);
}

function countOf(decisions: readonly Decision[], action: Decision["action"]): number {
  return decisions.filter((one) => one.action === action).length;
}
