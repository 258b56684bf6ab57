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

/** What is left of the ceiling with flags of a kind; each kind counts once. */
const LEFT: Readonly<Record<Exclude<DataFlag["kind"], "missing">, number>> = {
  stale: 0.85,
  split_broken: 0.6,
  mixed_currency: 0.7,
};

/** What is left of it without one datum; each that is missing counts, down to the least. */
const LEFT_WITHOUT_A_DATUM = 0.95;
const LEAST_WITHOUT_DATA = 0.6;

/** What is left of it where somebody who should have spoken did not. */
const LEFT_WITHOUT_A_VOICE = 0.95;

/**
 * The highest confidence that may be stated: 0.95 with a report from everyone asked, less in
 * proportion to the missing ones, and less again for what is amiss with the data and for each word
 * that was not said. A convention of this desk: the factors are chosen, not measured.
 */
export function confidenceCeiling({
  reports,
  selected,
  silent,
  flags,
}: {
  readonly reports: number;
  readonly selected: number;
  /** Who did not say what they should have, and when: "bull_researcher in round 2"; each counts. */
  readonly silent: readonly string[];
  readonly flags: readonly DataFlag[];
}): Ceiling {
  const kinds = Map.groupBy(flags, ({ kind }) => kind);
  const share = reports / selected;
  const factors = [
    ...(share < 1 ? [{ left: share, reason: `${reports} of ${selected} analysts reported` }] : []),
    ...silent.map((who) => ({ left: LEFT_WITHOUT_A_VOICE, reason: `no word from ${who}` })),
    ...[...kinds].map(([kind, { length }]) => ofData(kind, length)),
  ];
  return {
    value: twoPlaces(factors.reduce((ceiling, { left }) => ceiling * left, HIGHEST)),
    reasons: factors.map(({ left, reason }) => `${reason} (x ${twoPlaces(left)})`),
  };
}

function ofData(kind: DataFlag["kind"], count: number): { left: number; reason: string } {
  if (kind !== "missing") {
    return { left: LEFT[kind], reason: `data: ${kind.replaceAll("_", " ")}` };
  }
  const left = Math.max(LEAST_WITHOUT_DATA, LEFT_WITHOUT_A_DATUM ** count);
  return { left, reason: `data: ${count} missing` };
}
