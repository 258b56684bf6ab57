/** What a call may use or has used. */
export interface Spending {
  readonly tokens: number;
  /** null where the model has no price. */
  readonly usd: number | null;
}

/** A call's share of the budget, held until it is known what the call used. */
export interface Reservation {
  /** Gives back what was held and books what was used, once. */
  settle(used: Spending): Promise<void>;
}

/** What all calls of a run, or of a list of runs, may use together. Passes tests/contracts/budget.ts. */
export interface Budget {
  /**
   * Holds the most that a call can use, before it is made.
   *
   * @throws DeskError `budget` when it does not fit beside what is spent and held already
   */
  reserve(most: Spending): Promise<Reservation>;
  /** What is settled and what is held, together; in US dollars, of the calls that have a price. */
  spent(): Promise<Spending>;
}

export interface BudgetLimits {
  /** US dollars; null is without limit. */
  readonly maxUsd: number | null;
  /** Input and output tokens together; null is without limit. */
  readonly maxTokens: number | null;
}
