import { z } from "zod";
import type { DataFlag } from "./data-flag.ts";
import { twoPlaces } from "./two-places.ts";

/** The highest confidence that a decision may state, and what it comes from. */
export const ceilingSchema = z.object({
  /** 0 to 1, two decimals. */
  value: z.number().min(0).max(1),
  /** What has lowered it, in a few words each, in the order in which it did. */
  reasons: z.array(z.string()),
});
export type Ceiling = z.infer<typeof ceilingSchema>;

const HIGHEST = 0.95;

/** What is left of the ceiling with one flag of each kind; each kind counts once. */
const LEFT: Readonly<Record<DataFlag["kind"], number>> = {
  stale: 0.85,
  split_broken: 0.6,
  missing: 0.9,
};

/** What is left of it where somebody who should have argued did not. */
const LEFT_WITHOUT_A_VOICE = 0.95;

/**
 * The highest confidence that may be stated: 0.95 with a report from everyone asked, less in
 * proportion to the missing ones, and less again for what is amiss with the data and for those who
 * did not argue. A convention of this desk: the factors are chosen, not measured.
 */
export function confidenceCeiling({
  reports,
  selected,
  silent,
  flags,
}: {
  readonly reports: number;
  readonly selected: number;
  /** Who did not say what they should have, each once. */
  readonly silent: readonly string[];
  readonly flags: readonly DataFlag[];
}): Ceiling {
  const kinds = [...new Set(flags.map(({ kind }) => kind))];
  const share = reports / selected;
  const factors = [
    ...(share < 1 ? [{ left: share, reason: `${reports} of ${selected} analysts reported` }] : []),
    ...silent.map((who) => ({ left: LEFT_WITHOUT_A_VOICE, reason: `nothing from ${who}` })),
    ...kinds.map((kind) => ({ left: LEFT[kind], reason: `data: ${kind.replaceAll("_", " ")}` })),
  ];
  return {
    value: twoPlaces(factors.reduce((ceiling, { left }) => ceiling * left, HIGHEST)),
    reasons: factors.map(({ left, reason }) => `${reason} (x ${twoPlaces(left)})`),
  };
}
