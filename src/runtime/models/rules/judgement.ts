import type { Stance } from "#core/report.ts";
import { meanSignal, type Observation } from "./observation.ts";

export interface Judgement {
  readonly stance: Stance;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A mean signal beyond this, either way, is a stance. */
const LEANING = 0.15;
/** A mean signal of this size counts as full strength. */
const STRONG = 0.6;

/**
 * The stance that observations add up to, and how sure of it they leave one.
 *
 * The stance is bullish above a weighted mean signal of {@link LEANING}, bearish below its negative,
 * neutral between. With `known`, the share (0 to 1) of the facts looked for that were found:
 *
 *     confidence = known x (0.2 + 0.4 x agreement + 0.3 x strength)
 *
 * For a stance with a direction, agreement is |sum of w s| / sum of w |s| (1 when all point the same
 * way, 0 when they cancel out) and strength is |mean| / 0.6, at most 1. For a neutral one, agreement
 * is 1 - mean |s| (quiet evidence, rather than loud evidence that cancels out) and strength is
 * 1 - |mean| / {@link LEANING}. So it never exceeds 0.9, and is 0 where nothing counts.
 */
export function judge(observations: readonly Observation[], known: number): Judgement {
  const mean = meanSignal(observations);
  if (mean === null) return { stance: "neutral", confidence: 0 };
  const loudness =
    meanSignal(observations.map((one) => ({ ...one, signal: Math.abs(one.signal) }))) ?? 0;
  const stance = stanceOf(mean);
  const agreement = stance === "neutral" ? 1 - loudness : Math.abs(mean) / loudness;
  const strength =
    stance === "neutral" ? 1 - Math.abs(mean) / LEANING : Math.min(1, Math.abs(mean) / STRONG);
  const confidence = known * (0.2 + 0.4 * agreement + 0.3 * strength);
  return { stance, confidence: Math.round(confidence * 100) / 100 };
}

/** The stance of a weighted mean signal. */
export function stanceOf(mean: number): Stance {
  if (mean > LEANING) return "bullish";
  return mean < -LEANING ? "bearish" : "neutral";
}
