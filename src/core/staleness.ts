import type { StatementPeriod } from "./statement.ts";
import { symbolForm } from "./symbol-form.ts";

const LONGEST_CLOSURE_DAYS = 5;
const WITHOUT_CLOSURE_DAYS = 2;

/**
 * The age in days beyond which a symbol's last price is stale: five, which covers a long weekend,
 * and two for a coin, which trades every day.
 */
export function oldestFreshPrice(symbol: string): number {
  return symbolForm(symbol) === "coin" ? WITHOUT_CLOSURE_DAYS : LONGEST_CLOSURE_DAYS;
}

/** The age of a newest statement's period end, in days, beyond which another should have come. */
export const oldestFreshStatement: Readonly<Record<StatementPeriod, number>> = {
  annual: 550,
  quarterly: 200,
};
