import type { ToldArgument } from "#core/debate-blocks.ts";
import type { Researcher } from "#core/role.ts";

/** One side of the debate. */
export interface Side {
  readonly researcher: Researcher;
  /** As a reader calls it. */
  readonly name: "bull" | "bear";
  readonly stance: "bullish" | "bearish";
  /** Which way its points point. */
  readonly sign: 1 | -1;
}

export const bull: Side = {
  researcher: "bull_researcher",
  name: "bull",
  stance: "bullish",
  sign: 1,
};
export const bear: Side = {
  researcher: "bear_researcher",
  name: "bear",
  stance: "bearish",
  sign: -1,
};

export function opponentOf(side: Side): Side {
  return side === bull ? bear : bull;
}

/** What a side has argued, round by round. */
export function saidBy({ researcher }: Side, debate: readonly ToldArgument[]): ToldArgument[] {
  return debate.filter(({ speaker }) => speaker === researcher);
}

/** How a debate ended. */
interface Outcome {
  /** The side with the higher conviction at last; null where both have the same. */
  readonly winner: Side | null;
  /** Each side's last conviction, 0 to 1. */
  readonly convictions: Readonly<Record<Side["name"], number>>;
  /** The bull's conviction less the bear's, -1 to 1. */
  readonly tilt: number;
}

/** How a debate ended; null unless both sides were heard. */
export function outcomeOf(debate: readonly ToldArgument[]): Outcome | null {
  const [forIt, against] = [saidBy(bull, debate).at(-1), saidBy(bear, debate).at(-1)];
  if (forIt === undefined || against === undefined) return null;
  const tilt = forIt.conviction - against.conviction;
  return {
    winner: tilt === 0 ? null : tilt > 0 ? bull : bear,
    convictions: { bull: forIt.conviction, bear: against.conviction },
    tilt,
  };
}
