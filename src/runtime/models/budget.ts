import { DeskError } from "#core/errors.ts";

/** What a call may use or has used. */
export interface Spending {
  readonly tokens: number;
  /** null where the model has no price. */
  readonly usd: number | null;
}

/** A call's share of the budget, held until it is known what the call used. */
export interface Reservation {
  /** Gives back what was held and books what was used. */
  settle(used: Spending): void;
}

/** What all calls of a run may use together. */
export interface Budget {
  /**
   * Holds the most that a call can use, before it is made.
   *
   * @throws DeskError `budget` when it does not fit beside what is spent and held already
   */
  reserve(most: Spending): Reservation;
}

export interface BudgetLimits {
  /** US dollars; null is without limit. */
  readonly maxUsd: number | null;
  /** Input and output tokens together; null is without limit. */
  readonly maxTokens: number | null;
}

/**
 * A budget that branches in parallel share. A call holds the most it can use, so that calls that
 * start at the same moment cannot together pass a limit that each alone keeps.
 */
export function createBudget({ maxUsd, maxTokens }: BudgetLimits): Budget {
  const booked = { tokens: 0, usd: 0 };
  const book = ({ tokens, usd }: Spending, sign: 1 | -1) => {
    booked.tokens += sign * tokens;
    booked.usd += sign * (usd ?? 0);
  };

  return {
    reserve(most) {
      if (maxTokens !== null && booked.tokens + most.tokens > maxTokens) {
        throw spent(`${booked.tokens + most.tokens} tokens`, `--max-tokens ${maxTokens}`);
      }
      if (maxUsd !== null && booked.usd + (most.usd ?? 0) > maxUsd) {
        throw spent(`${(booked.usd + (most.usd ?? 0)).toFixed(4)} USD`, `--max-usd ${maxUsd}`);
      }
      book(most, 1);
      let settled = false;
      return {
        settle(used) {
          if (settled) return;
          settled = true;
          book(most, -1);
          book(used, 1);
        },
      };
    },
  };
}

function spent(needed: string, limit: string): DeskError {
  return new DeskError(
    "budget",
    `the call could bring the run to ${needed}, beyond ${limit}: it was not made. Raise the limit, or ask fewer analysts.`,
    { facts: { needed, limit } },
  );
}
