import type { ToldPlan, ToldReview } from "#core/debate-blocks.ts";

/** The confidence from which the middle of the reviewers is heeded rather than the most careful. */
const SURE = 0.6;

/** Each reviewer's last word. */
export function lastReviews(reviews: readonly ToldReview[]): ToldReview[] {
  return [...new Map(reviews.map((review) => [review.speaker, review])).values()];
}

/**
 * The objection to follow, of the last reviews that do not approve, by size: where the confidence is
 * below {@link SURE} the smallest that takes less than the plan, else the middle one; null where
 * there is none.
 */
export function heededOf(
  { size }: ToldPlan,
  reviews: readonly ToldReview[],
  confidence: number,
): ToldReview | null {
  const objections = lastReviews(reviews)
    .filter(({ verdict }) => verdict !== "approve")
    .toSorted((a, b) => a.size - b.size);
  if (confidence < SURE) return objections.find((review) => review.size < size) ?? null;
  return objections[Math.floor((objections.length - 1) / 2)] ?? null;
}
