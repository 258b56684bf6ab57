import type { Day } from "../day.ts";
import type { SourceName } from "../ports.ts";
import { isHindsight } from "./hindsight.ts";
import { type ReviewedDecision, scoredOf } from "./reviewed.ts";
import { type ReviewSummary, summaryOf } from "./summary.ts";

/** Some decisions, and what they come to. */
export interface ReviewPart {
  /** Oldest first. */
  readonly decisions: readonly ReviewedDecision[];
  /** Of those that are scored. */
  readonly summary: ReviewSummary;
}

/**
 * The decisions made on one source's figures, which are scored on that source's prices: those made at
 * their time.
 */
export interface SourceReview extends ReviewPart {
  readonly source: SourceName;
  /** Whether the figures are invented. */
  readonly synthetic: boolean;
  /** Those made in hindsight, which say nothing of how well the desk foresees. */
  readonly hindsight: ReviewPart;
  /** Price histories that could not be read, and why. */
  readonly unread: readonly string[];
}

/** How kept decisions turned out, as far as is known on a day. */
export interface Review {
  readonly asOf: Day;
  /** The symbol that returns are measured by. */
  readonly benchmark: string;
  /** Never mixed: what is invented says nothing of what is not. */
  readonly sources: readonly SourceReview[];
  /** Entries of the memory that cannot be read. */
  readonly passedOver: number;
}

/** Reviewed decisions of one source: those made in hindsight apart, each part in order and summed up. */
export function sourceReviewOf({
  reviewed,
  ...rest
}: Pick<SourceReview, "source" | "synthetic" | "unread"> & {
  readonly reviewed: readonly ReviewedDecision[];
}): SourceReview {
  return {
    ...rest,
    ...partOf(reviewed.filter(({ decision }) => !isHindsight(decision))),
    hindsight: partOf(reviewed.filter(({ decision }) => isHindsight(decision))),
  };
}

function partOf(reviewed: readonly ReviewedDecision[]): ReviewPart {
  const decisions = reviewed.toSorted(({ decision: a }, { decision: b }) => {
    const [left, right] = [`${a.asOf} ${a.symbol}`, `${b.asOf} ${b.symbol}`];
    return left < right ? -1 : Number(left > right);
  });
  return { decisions, summary: summaryOf(scoredOf(decisions)) };
}

/** Whether nothing was missing that another attempt could bring. */
export function isComplete({ sources, passedOver }: Review): boolean {
  return passedOver === 0 && sources.every(({ unread }) => unread.length === 0);
}
