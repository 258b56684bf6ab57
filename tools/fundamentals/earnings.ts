import type { EarningsCalendar, EarningsResult } from "#core/company.ts";
import { type Day, daysBetween } from "#core/day.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";
import { absenceNotices } from "../company-absence.ts";
import { undividedCurrency } from "../company-currency.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { symbolSchema } from "../symbol-schema.ts";

const QUARTERS = 4;

/** Earnings a share against the estimates of the last quarters, and the next report's date. */
export const earnings: FactToolDefinition<{ symbol: string }> = {
  name: "get_earnings",
  description:
    "Earnings history of a company (actual, estimate, surprise) and its calendar: next report, ex-dividend day.",
  schema: symbolSchema,
  async find({ symbol }, { market, asOf, options }) {
    const company = await market.company({ symbol, asOf }, options);
    const { source, calendar, availableAt } = company;
    const currency = undividedCurrency(company);
    const facts = [
      ...company.earnings
        .slice(0, QUARTERS)
        .flatMap((quarter, index) => quarterFacts(quarter, index, company.statedLater)),
      ...(calendar === null ? [] : calendarFacts(calendar, asOf, availableAt)),
    ];
    return {
      source,
      asOf: availableAt,
      facts: facts.map((fact) => ({ ...fact, currency })),
      notices: absenceNotices(company, ["earnings", "calendar"], asOf),
    };
  },
};

function quarterFacts(quarter: EarningsResult, index: number, statedLater: boolean): Finding[] {
  const { quarterEnd, epsActual, epsEstimate, surprise, availableAt } = quarter;
  const fact = (
    name: string,
    label: string,
    value: number | null,
    unit: Finding["unit"],
  ): Finding => ({
    path: `earnings.${index}.${name}`,
    label: `${label}, quarter to ${quarterEnd}`,
    value,
    unit,
    asOf: quarterEnd,
    availableAt,
    note: statedLater && unit === "currency" && value === null ? IN_LATER_SHARES : null,
  });
  return [
    fact("eps_actual", "Earnings a share", epsActual, "currency"),
    fact("eps_estimate", "Estimated earnings a share", epsEstimate, "currency"),
    fact("surprise", "Earnings surprise", surprise === null ? null : surprise * 100, "percent"),
  ];
}

function calendarFacts(
  { nextEarnings, exDividend, epsEstimate, revenueEstimate }: EarningsCalendar,
  asOf: Day,
  availableAt: string,
): Finding[] {
  return [
    {
      path: "calendar.next_earnings",
      label: "Next earnings report",
      value: nextEarnings,
      unit: "date",
    },
    {
      path: "calendar.days_to_earnings",
      label: "Days to the next earnings report",
      value: nextEarnings === null ? null : daysBetween(asOf, nextEarnings),
      unit: "days",
      asOf,
      availableAt,
    },
    { path: "calendar.ex_dividend", label: "Ex-dividend day", value: exDividend, unit: "date" },
    {
      path: "calendar.eps_estimate",
      label: "Estimated earnings a share, next report",
      value: epsEstimate,
      unit: "currency",
    },
    {
      path: "calendar.revenue_estimate",
      label: "Estimated revenue, next report",
      value: revenueEstimate,
      unit: "currency",
    },
  ];
}
