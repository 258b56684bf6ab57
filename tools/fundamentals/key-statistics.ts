import type { Company, Statistics } from "#core/company.ts";
import { wholeUnit } from "#core/currency.ts";
import type { FactUnit } from "#core/fact.ts";
import { absenceNotices } from "../company-absence.ts";
import { undividedCurrency } from "../company-currency.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { symbolSchema } from "../symbol-schema.ts";
import { snakeCase } from "./snake-case.ts";

/** Money in the price's currency, in its whole unit, in the statements', or in one of the two. */
type Money = "price" | "value" | "reported" | "either";
/** Multiples of the price or the market value over figures of the statements. */
type Valuation = "of_price" | "of_value";
/** A unit, or `fraction`, which is stated in percent. */
type Kind = Money | Valuation | "fraction" | Exclude<FactUnit, "currency" | "percent">;

const rows: { readonly [Name in keyof Statistics]: readonly [label: string, kind: Kind] } = {
  marketCap: ["Market value", "value"],
  enterpriseValue: ["Enterprise value", "either"],
  trailingPE: ["Price to earnings, trailing", "of_price"],
  forwardPE: ["Price to earnings, forward", "of_price"],
  pegRatio: ["Price to earnings to growth", "of_price"],
  priceToBook: ["Price to book", "of_price"],
  priceToSales: ["Price to sales", "of_value"],
  enterpriseToEbitda: ["Enterprise value to EBITDA", "of_value"],
  beta: ["Beta as the source states it", "points"],
  trailingEps: ["Earnings a share, trailing", "either"],
  forwardEps: ["Earnings a share, forward", "either"],
  dividendYield: ["Dividend yield", "fraction"],
  payoutRatio: ["Payout ratio", "fraction"],
  profitMargin: ["Profit margin", "fraction"],
  grossMargin: ["Gross margin", "fraction"],
  operatingMargin: ["Operating margin", "fraction"],
  returnOnEquity: ["Return on equity", "fraction"],
  returnOnAssets: ["Return on assets", "fraction"],
  revenueGrowth: ["Revenue growth, quarter on year-ago quarter", "fraction"],
  earningsGrowth: ["Earnings growth, quarter on year-ago quarter", "fraction"],
  currentRatio: ["Current ratio", "multiple"],
  debtToEquity: ["Debt to equity", "multiple"],
  totalCash: ["Total cash", "reported"],
  totalDebt: ["Total debt", "reported"],
  freeCashFlow: ["Free cash flow, trailing", "reported"],
  sharesOutstanding: ["Shares outstanding", "shares"],
  sharesShortOfFloat: ["Shares short, of the float", "fraction"],
  heldByInsiders: ["Held by insiders", "fraction"],
  heldByInstitutions: ["Held by institutions", "fraction"],
  targetPriceLow: ["Lowest analyst target", "price"],
  targetPriceMean: ["Mean analyst target", "price"],
  targetPriceHigh: ["Highest analyst target", "price"],
  analystCount: ["Analysts with an opinion", "count"],
  recommendationMean: ["Mean recommendation (1 strong buy to 5 strong sell)", "points"],
};

const names = Object.keys(rows) as (keyof Statistics)[];

/** Valuation, profitability, balance sheet and ownership figures as the source states them. */
export const keyStatistics: FactToolDefinition<{ symbol: string }> = {
  name: "get_key_statistics",
  description:
    "Key statistics of a company: multiples, margins, growth, debt, ownership, short interest, analyst targets.",
  schema: symbolSchema,
  async find({ symbol }, { market, asOf, options }) {
    const company = await market.company({ symbol, asOf }, options);
    const { statistics, source, availableAt } = company;
    const notices = absenceNotices(company, ["statistics"], asOf);
    if (statistics === null) return { source, facts: [], notices };
    const facts = names.map((name): Finding => {
      const [label, kind] = rows[name];
      const path = `stats.${snakeCase(name)}`;
      return { path, label, ...stated(statistics[name], kind, company) };
    });
    return { source, asOf: availableAt, facts, notices };
  },
};

function stated(
  value: number | null,
  kind: Kind,
  company: Company,
): Pick<Finding, "value" | "unit" | "currency" | "note"> {
  switch (kind) {
    case "price":
      return { value, unit: "currency", currency: company.currency };
    case "value":
      return { value, unit: "currency", currency: wholeUnit(company.currency) };
    case "reported":
      return { value, unit: "currency", currency: company.financialCurrency };
    case "either":
      return { value, unit: "currency", currency: undividedCurrency(company) };
    case "of_price":
      return multiple(value, company.currency, company.financialCurrency);
    case "of_value":
      return multiple(value, wholeUnit(company.currency), company.financialCurrency);
    case "fraction":
      return { value: value === null ? null : value * 100, unit: "percent" };
    default:
      return { value, unit: kind };
  }
}

/**
 * A multiple of an amount in one currency over an amount in another is none, but sources state it:
 * Yahoo's price to book of a share quoted in INR divides by a book value in USD.
 */
function multiple(
  value: number | null,
  of: string | null,
  over: string | null,
): Pick<Finding, "value" | "unit" | "note"> {
  if (value === null || of === null || over === null || of === over) {
    return { value, unit: "multiple" };
  }
  const note = `not stated: it would be of ${of} over ${over}, and the source does not say that it converts`;
  return { value: null, unit: "multiple", note };
}
