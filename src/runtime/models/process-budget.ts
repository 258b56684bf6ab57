import { type Amount, amountOf, beyondLimit, difference, spendingOf, sum } from "./amount.ts";
import type { Budget, BudgetLimits } from "./budget.ts";

/**
 * A budget that branches in parallel share, within one process. A call holds the most it can use, so
 * that calls that start at the same moment cannot together pass a limit that each alone keeps.
 */
export function createBudget(limits: BudgetLimits): Budget {
  let booked: Amount = { tokens: 0, microUsd: 0 };
  return {
    async reserve(most) {
      const held = amountOf(most);
      const beyond = beyondLimit(limits, sum(booked, held));
      if (beyond !== null) throw beyond;
      booked = sum(booked, held);
      let settled = false;
      return {
        async settle(used) {
          if (settled) return;
          settled = true;
          booked = sum(difference(booked, held), amountOf(used));
        },
      };
    },
    spent: async () => spendingOf(booked),
  };
}
