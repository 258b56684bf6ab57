import { z } from "zod";
import type { Candle } from "#core/candle.ts";
import { beta } from "#core/risk/beta.ts";
import { correlation } from "#core/risk/correlation.ts";
import { drawdown } from "#core/risk/drawdown.ts";
import { dailyReturns, pairedReturns } from "#core/risk/returns.ts";
import { expectedShortfall, valueAtRisk } from "#core/risk/value-at-risk.ts";
import { volatility } from "#core/risk/volatility.ts";
import type { Finding } from "../fact-tool.ts";
import { tradingDaysPerYear, whyNoYear } from "../last-year.ts";

export const riskMeasureSchema = z.enum([
  "volatility",
  "beta",
  "value_at_risk",
  "drawdown",
  "correlation",
]);
export type RiskMeasure = z.infer<typeof riskMeasureSchema>;

/** What beta and correlation are taken with. */
export const INDEX = "^GSPC";

const MONTH = 30;

interface Measure {
  /** Whether it needs the index's bars too. */
  readonly withIndex: boolean;
  /** Its facts from a year of the symbol's bars, and the same year of the index's. */
  readonly facts: (own: readonly Candle[], index: readonly Candle[]) => readonly Finding[];
}

/** Every risk measure by its name. */
export const riskMeasures: Readonly<Record<RiskMeasure, Measure>> = {
  volatility: { withIndex: false, facts: volatilities },
  beta: { withIndex: true, facts: betas },
  value_at_risk: { withIndex: false, facts: losses },
  drawdown: { withIndex: false, facts: drawdowns },
  correlation: { withIndex: true, facts: correlations },
};

function volatilities(own: readonly Candle[]): Finding[] {
  const year = dailyReturns(own);
  const month = year.slice(-MONTH);
  const days = tradingDaysPerYear(own);
  const tooFew = month.length < MONTH ? `needs ${MONTH} daily returns, has ${month.length}` : null;
  return [
    {
      path: "risk.volatility_30d",
      label: `Volatility of the last ${MONTH} daily returns, annualised`,
      unit: "percent",
      ...ofReturns(volatility(month, days), month, tooFew),
    },
    {
      path: "risk.volatility_1y",
      label: "Volatility of 1 year, annualised",
      unit: "percent",
      ...ofReturns(volatility(year, days), year, whyNoYear(own)),
    },
  ];
}

function betas(own: readonly Candle[], index: readonly Candle[]): Finding[] {
  const pairs = pairedReturns(own, index);
  return [
    {
      path: "risk.beta_1y",
      label: `Beta to ${INDEX}, 1 year`,
      unit: "points",
      ...ofReturns(beta(pairs), pairs, whyNoPairs(own, index)),
    },
  ];
}

function correlations(own: readonly Candle[], index: readonly Candle[]): Finding[] {
  const pairs = pairedReturns(own, index);
  return [
    {
      path: "risk.correlation_1y",
      label: `Correlation with ${INDEX}, 1 year`,
      unit: "points",
      ...ofReturns(correlation(pairs), pairs, whyNoPairs(own, index)),
    },
  ];
}

function losses(own: readonly Candle[]): Finding[] {
  const returns = dailyReturns(own);
  const tooFew = whyNoYear(own);
  return [
    {
      path: "risk.value_at_risk_95",
      label: "One-day value at risk, 95 %, historical",
      unit: "percent",
      ...ofReturns(valueAtRisk(returns), returns, tooFew),
    },
    {
      path: "risk.expected_shortfall_95",
      label: "One-day expected shortfall, 95 %, historical",
      unit: "percent",
      ...ofReturns(expectedShortfall(returns), returns, tooFew),
    },
  ];
}

function drawdowns(own: readonly Candle[]): Finding[] {
  const tooFew = whyNoYear(own);
  const fall = tooFew === null ? drawdown(own) : null;
  const note = tooFew ?? `of ${own.length} daily bars, adjusted closes`;
  return [
    {
      path: "risk.max_drawdown_1y",
      label: "Deepest fall from a high, 1 year",
      value: fall?.max ?? null,
      unit: "percent",
      note,
    },
    {
      path: "risk.drawdown",
      label: "Fall from the year's high",
      value: fall?.current ?? null,
      unit: "percent",
      note,
    },
    {
      path: "risk.drawdown_days",
      label: "Days since the year's high",
      value: fall?.daysSincePeak ?? null,
      unit: "days",
      note,
    },
  ];
}

/**
 * Both must cover the year. They then share at least 80 days, and as a rule all but holidays: no
 * more can be asked of exchanges that close on different days of the week.
 */
function whyNoPairs(own: readonly Candle[], index: readonly Candle[]): string | null {
  const amiss = whyNoYear(index);
  return whyNoYear(own) ?? (amiss === null ? null : `${amiss} (${INDEX})`);
}

/** A measure of daily returns with how many it is of, or with why there is none. */
function ofReturns(
  value: number | null,
  { length }: readonly unknown[],
  tooFew: string | null,
): Pick<Finding, "value" | "note"> {
  if (tooFew !== null) return { value: null, note: tooFew };
  if (value === null) return { value, note: "undefined where a price does not move" };
  return { value, note: `of ${length} daily returns, adjusted closes` };
}
