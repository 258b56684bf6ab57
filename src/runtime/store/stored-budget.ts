import {
  type Amount,
  amountOf,
  beyondLimit,
  difference,
  mostOf,
  spendingOf,
  sum,
} from "../models/amount.ts";
import type { Budget, BudgetLimits } from "../models/budget.ts";
import type { Database } from "./database.ts";
import type { Resilience } from "./resilient.ts";

export interface StoredBudgetOptions {
  readonly database: Pick<Database, "db">;
  readonly resilience: Resilience;
  /** Whose budget it is: a list's, or a run's. */
  readonly id: string;
  readonly limits: BudgetLimits;
}

const NOTHING: Amount = { tokens: 0, microUsd: 0 };
const UNLIMITED = mostOf({ maxTokens: null, maxUsd: null });

/**
 * A budget in the database: any number of processes share it by its id, and it outlasts them.
 *
 * It never counts less than was used. What a call held whose process was killed counts as used, and so
 * does what may or may not have been given back when the database went away; prices are rounded up to a
 * millionth of a dollar.
 *
 * Its methods throw DeskError `storage` when the database cannot be asked.
 */
export function createStoredBudget(options: StoredBudgetOptions): Budget {
  const { db } = options.database;
  const { resilience, id, limits } = options;

  /** In one statement, so that no other process comes between the check and the booking. */
  async function book({ tokens, microUsd }: Amount, within: Amount): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable("budgets")
      .set((row) => ({
        tokens: row("tokens", "+", tokens),
        micro_usd: row("micro_usd", "+", microUsd),
      }))
      .where("id", "=", id)
      .where("tokens", "<=", within.tokens - tokens)
      .where("micro_usd", "<=", within.microUsd - microUsd)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async function booked(): Promise<Amount | null> {
    const row = await db
      .selectFrom("budgets")
      .select(["tokens", "micro_usd"])
      .where("id", "=", id)
      .executeTakeFirst();
    return row === undefined ? null : { tokens: row.tokens, microUsd: row.micro_usd };
  }

  /** Whoever comes first begins it. */
  async function begin(): Promise<void> {
    const row = { id, tokens: 0, micro_usd: 0 };
    await db
      .insertInto("budgets")
      .values(row)
      .onConflict((same) => same.column("id").doNothing())
      .execute();
  }

  return {
    async reserve(most) {
      const held = amountOf(most);
      while (!(await resilience("book a call", () => book(held, mostOf(limits))))) {
        const before = await resilience("read what is spent", booked);
        if (before === null) await resilience("begin a budget", begin);
        const beyond = beyondLimit(limits, sum(before ?? NOTHING, held));
        // Where it fits now, another call has given something back since.
        if (beyond !== null) throw beyond;
      }
      let settled = false;
      return {
        async settle(used) {
          if (settled) return;
          settled = true;
          const change = difference(amountOf(used), held);
          await resilience("book what a call has used", (again) =>
            book(again ? whatAdds(change) : change, UNLIMITED),
          );
        },
      };
    },
    spent: async () => spendingOf((await resilience("read what is spent", booked)) ?? NOTHING),
  };
}

/** Of a change that may be booked already, what may be booked twice. */
function whatAdds({ tokens, microUsd }: Amount): Amount {
  return { tokens: Math.max(0, tokens), microUsd: Math.max(0, microUsd) };
}
