import { DeskError } from "#core/errors.ts";
import type { BudgetLimits, Spending } from "./budget.ts";

/** A spending in whole numbers, which add up without an error. */
export interface Amount {
  readonly tokens: number;
  /** Millionths of a US dollar. */
  readonly microUsd: number;
}

const MICRO = 1e6;
/** What a price can be off by because it is a binary fraction, in millionths of a dollar. */
const BINARY_ERROR = 1e-4;

/** A spending, its price rounded up; nothing where it has none. */
export function amountOf({ tokens, usd }: Spending): Amount {
  return { tokens, microUsd: Math.max(0, Math.ceil((usd ?? 0) * MICRO - BINARY_ERROR)) };
}

export function spendingOf({ tokens, microUsd }: Amount): Spending {
  return { tokens, usd: microUsd / MICRO };
}

/** What may be spent, rounded down. */
export function mostOf({ maxTokens, maxUsd }: BudgetLimits): Amount {
  return {
    tokens: maxTokens ?? Number.MAX_SAFE_INTEGER,
    microUsd: maxUsd === null ? Number.MAX_SAFE_INTEGER : Math.floor(maxUsd * MICRO + BINARY_ERROR),
  };
}

export function sum(one: Amount, other: Amount): Amount {
  return { tokens: one.tokens + other.tokens, microUsd: one.microUsd + other.microUsd };
}

export function difference(amount: Amount, less: Amount): Amount {
  return { tokens: amount.tokens - less.tokens, microUsd: amount.microUsd - less.microUsd };
}

/** The error of a call with which the sum would pass a limit; null for one that fits. */
export function beyondLimit(limits: BudgetLimits, whole: Amount): DeskError | null {
  const most = mostOf(limits);
  if (whole.tokens > most.tokens) {
    return tooMuch(`${whole.tokens} tokens`, `--max-tokens ${limits.maxTokens}`);
  }
  if (whole.microUsd > most.microUsd) {
    return tooMuch(`${(whole.microUsd / MICRO).toFixed(4)} USD`, `--max-usd ${limits.maxUsd}`);
  }
  return null;
}

function tooMuch(needed: string, limit: string): DeskError {
  return new DeskError(
    "budget",
    `the call could bring what is spent to ${needed}, beyond ${limit}: it was not made. Raise the limit, or ask for less.`,
    { facts: { needed, limit } },
  );
}
