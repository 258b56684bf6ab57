import type { ExecutionRules } from "../backtest/execution-rules.ts";
import { figure } from "../figure.ts";

/** How orders are filled and what that costs, for people. */
export function rulesInWords(rules: ExecutionRules, currency: string | null): string {
  const { cash, wholeShares, allowShort } = rules;
  const side = allowShort ? "long and short" : "long only";
  const shares = wholeShares ? "in whole shares" : "in fractions of shares too";
  return `${figure(cash, "currency", currency)} at the start, ${side}, ${shares}. What is decided on a bar's close is filled at the next bar's open. ${costsInWords(rules)}`;
}

function costsInWords({ commission, slippage }: ExecutionRules): string {
  if (commission === 0 && slippage === 0) {
    return "**No costs are counted**: commission and slippage are 0 (--commission and --slippage set them).";
  }
  const paid = commission === 0 ? "no commission" : `${percent(commission)} commission both ways`;
  const slipped = slippage === 0 ? "no slippage" : `${percent(slippage)} slippage`;
  return `Costs: ${paid}, ${slipped}.`;
}

/** With as many digits as it was given. @example percent(0.00005) // "0.005 %" */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}
