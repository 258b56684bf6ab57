import { z } from "zod";
import { list, number, part, text, time } from "../lenient.ts";

/** The modules of quoteSummary that are asked for, all in one request. */
export const summaryModules = [
  "assetProfile",
  "summaryDetail",
  "price",
  "defaultKeyStatistics",
  "financialData",
  "earningsHistory",
  "calendarEvents",
  "recommendationTrend",
  "upgradeDowngradeHistory",
  "insiderTransactions",
  "quoteType",
] as const;

/** What is read of them. A module that Yahoo does not have for a symbol is absent. */
export const summarySchema = z.object({
  assetProfile: part({ sector: text, industry: text, country: text, fullTimeEmployees: number }),
  summaryDetail: part({
    marketCap: number,
    trailingPE: number,
    forwardPE: number,
    priceToSalesTrailing12Months: number,
    beta: number,
    dividendYield: number,
    payoutRatio: number,
  }),
  price: part({
    longName: text,
    shortName: text,
    currency: text,
    regularMarketPrice: number,
    marketCap: number,
  }),
  defaultKeyStatistics: part({
    lastFiscalYearEnd: time,
    enterpriseValue: number,
    pegRatio: number,
    priceToBook: number,
    enterpriseToEbitda: number,
    trailingEps: number,
    forwardEps: number,
    profitMargins: number,
    sharesOutstanding: number,
    shortPercentOfFloat: number,
    heldPercentInsiders: number,
    heldPercentInstitutions: number,
  }),
  financialData: part({
    financialCurrency: text,
    grossMargins: number,
    operatingMargins: number,
    returnOnEquity: number,
    returnOnAssets: number,
    revenueGrowth: number,
    earningsGrowth: number,
    currentRatio: number,
    debtToEquity: number,
    totalCash: number,
    totalDebt: number,
    freeCashflow: number,
    targetLowPrice: number,
    targetMeanPrice: number,
    targetHighPrice: number,
    numberOfAnalystOpinions: number,
    recommendationMean: number,
  }),
  earningsHistory: part({
    history: list({
      quarter: time,
      epsActual: number,
      epsEstimate: number,
      surprisePercent: number,
    }),
  }),
  calendarEvents: part({
    earnings: part({
      earningsDate: z.array(time).catch([]),
      earningsCallDate: z.array(time).catch([]),
      earningsAverage: number,
      revenueAverage: number,
    }),
    exDividendDate: time,
  }),
  recommendationTrend: part({
    trend: list({
      period: text,
      strongBuy: number,
      buy: number,
      hold: number,
      sell: number,
      strongSell: number,
    }),
  }),
  upgradeDowngradeHistory: part({
    history: list({
      epochGradeDate: time,
      firm: text,
      fromGrade: text,
      toGrade: text,
      action: text,
    }),
  }),
  insiderTransactions: part({
    transactions: list({
      startDate: time,
      filerName: text,
      filerRelation: text,
      transactionText: text,
      shares: number,
      value: number,
    }),
  }),
  quoteType: part({ longName: text, shortName: text }),
});

export type Summary = z.infer<typeof summarySchema>;
