import type { Topic } from "../../analyst-writer.ts";
import { type Evidence, sameCurrency } from "../../evidence.ts";
import { type Observation, observation, remark } from "../../observation.ts";
import { changed, changeOverAYear } from "../../period-change.ts";
import * as say from "../../wording.ts";

/** Yearly growth of free cash flow, in percent, that counts as fast. */
const FAST = 25;

export const cash: Topic = {
  title: "Cash",
  noun: "cash generation",
  companyOnly: true,
  needs: {
    "cashflow.annual.0.free_cash_flow": "the last year's free cash flow",
    "cashflow.annual.1.free_cash_flow": "the free cash flow of the year before",
  },
  observe: (evidence) => [freeCash(evidence), payouts(evidence)],
};

function freeCash(evidence: Evidence): Observation | null {
  const flow = evidence.number("cashflow.annual.0.free_cash_flow");
  if (flow === null) return null;
  if (flow.value < 0) {
    return observation(`The business used up ${say.size(flow)} of cash in its last year.`, -0.7, 2);
  }
  const change = changeOverAYear(evidence, "cashflow.annual", "free_cash_flow", 0, 1);
  const lead =
    change === null ? `Free cash flow was ${flow.text}` : changed("Free cash flow", change);
  const income = evidence.number("income.annual.0.net_income");
  const growing = Math.max(-0.5, Math.min(0.5, (change?.percent ?? 0) / FAST));
  const comparable = income !== null && sameCurrency(income, flow) && income.day === flow.day;
  if (!comparable || income.value <= 0) {
    return observation(`${lead} in the last year.`, growing, 2);
  }
  const share = (flow.value / income.value) * 100;
  const real = share >= 80;
  return observation(
    `${lead} in the last year, ${say.percent(share)} of net income: profits ${real ? "do arrive" : "arrive only in part"} as cash.`,
    (real ? 0.3 : -0.3) + growing,
    2,
  );
}

function payouts({ number }: Evidence): Observation | null {
  const flow = number("cashflow.annual.0.free_cash_flow");
  const paid = (
    [
      ["buybacks", number("cashflow.annual.0.repurchase_of_capital_stock")],
      ["dividends", number("cashflow.annual.0.cash_dividends_paid")],
    ] as const
  ).flatMap(([name, amount]) => (amount === null || amount.value >= 0 ? [] : [{ name, amount }]));
  if (flow === null || flow.value <= 0 || paid.length === 0) return null;
  const total = paid.reduce((sum, { amount }) => sum - amount.value, 0);
  const within = total <= flow.value;
  const words = say.list(paid.map(({ name, amount }) => `${name} of ${say.size(amount)}`));
  return remark(
    `${say.capitalised(words)} were ${within ? "paid out of that cash" : "more than that cash pays for"}.`,
  );
}
