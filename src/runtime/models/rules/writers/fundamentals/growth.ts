import type { Topic } from "../../analyst-writer.ts";
import type { Evidence, Quantity } from "../../evidence.ts";
import { type Observation, observation } from "../../observation.ts";
import { changed, changeOverAYear } from "../../period-change.ts";
import * as say from "../../wording.ts";

/** Yearly growth, in percent, that counts in full. */
const FAST_SALES = 15;
const FAST_PROFIT = 25;
/** Growth rates nearer than this, in percentage points, are the same pace. */
const SAME_PACE = 0.5;

export const growth: Topic = {
  title: "Growth",
  noun: "growth",
  companyOnly: true,
  needs: {
    "income.annual.0.total_revenue": "the last year's revenue",
    "income.annual.1.total_revenue": "the revenue of the year before",
    "income.annual.0.net_income": "the last year's net income",
    "income.quarterly.0.total_revenue": "the last quarter's revenue",
    "income.quarterly.4.total_revenue": "the year-ago quarter's revenue",
  },
  observe: (evidence) => [sales(evidence), profit(evidence), quarter(evidence)],
};

function sales(evidence: Evidence): Observation | null {
  const change = changeOverAYear(evidence, "income.annual", "total_revenue", 0, 1);
  if (change === null || change.percent === null) return null;
  return observation(
    `${changed("Revenue", change)} in the year to ${change.now.day}.`,
    change.percent / FAST_SALES,
    2,
  );
}

function profit(evidence: Evidence): Observation | null {
  const change = changeOverAYear(evidence, "income.annual", "net_income", 0, 1);
  if (change === null) return null;
  const { now, before, percent } = change;
  if (percent !== null && now.value >= 0) {
    return observation(`${changed("Net income", change)}.`, percent / FAST_PROFIT, 2);
  }
  const better = now.value > before.value;
  return observation(
    `Net income went from ${resultOf(before)} to ${resultOf(now)} in a year, ${better ? "an improvement" : "a deterioration"}.`,
    better ? 0.5 : -0.8,
    2,
  );
}

function quarter(evidence: Evidence): Observation | null {
  const change = changeOverAYear(evidence, "income.quarterly", "total_revenue", 0, 4);
  if (change === null || change.percent === null) {
    const stated = evidence.number("stats.revenue_growth");
    if (stated === null) return null;
    return observation(
      `By the source's own figure, the last quarter's revenue is ${say.away(stated.value)} the year-ago quarter's.`,
      stated.value / FAST_SALES,
      2,
    );
  }
  const year = changeOverAYear(evidence, "income.annual", "total_revenue", 0, 1)?.percent ?? null;
  return observation(
    `The quarter to ${change.now.day} brought in ${change.now.text}, ${say.away(change.percent)} the year-ago quarter (${change.before.text})${year === null ? "" : against(year, change.percent)}.`,
    change.percent / FAST_SALES,
    2,
  );
}

function resultOf(amount: Quantity): string {
  return `a ${amount.value < 0 ? "loss" : "profit"} of ${say.size(amount)}`;
}

/** How a quarter's growth compares with the last full year's, both in percent. */
function against(year: number, quarter: number): string {
  if (Math.abs(quarter - year) < SAME_PACE) return "";
  if (year > 0 && quarter <= 0) return ", where the last full year still grew";
  if (year < 0 && quarter >= 0) return ", where the last full year still shrank";
  const pace = Math.abs(quarter) > Math.abs(year) ? "faster" : "slower";
  return `, a ${pace} ${quarter > 0 ? "rise" : "fall"} than the last full year's`;
}
