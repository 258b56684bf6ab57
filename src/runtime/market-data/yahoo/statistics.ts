import type { Statistics } from "#core/company.ts";
import type { Summary } from "./schemas/summary.ts";

/** null where Yahoo has none of the modules that hold them. */
export function statisticsOf(summary: Summary): Statistics | null {
  const { summaryDetail: detail, defaultKeyStatistics: key, financialData: reported } = summary;
  if (detail === null && key === null && reported === null) return null;
  const debtToEquity = reported?.debtToEquity ?? null;
  return {
    marketCap: detail?.marketCap ?? summary.price?.marketCap ?? null,
    enterpriseValue: key?.enterpriseValue ?? null,
    trailingPE: detail?.trailingPE ?? null,
    forwardPE: detail?.forwardPE ?? null,
    pegRatio: key?.pegRatio ?? null,
    priceToBook: key?.priceToBook ?? null,
    priceToSales: detail?.priceToSalesTrailing12Months ?? null,
    enterpriseToEbitda: key?.enterpriseToEbitda ?? null,
    beta: detail?.beta ?? null,
    trailingEps: key?.trailingEps ?? null,
    forwardEps: key?.forwardEps ?? null,
    dividendYield: detail?.dividendYield ?? null,
    payoutRatio: detail?.payoutRatio ?? null,
    profitMargin: key?.profitMargins ?? null,
    grossMargin: reported?.grossMargins ?? null,
    operatingMargin: reported?.operatingMargins ?? null,
    returnOnEquity: reported?.returnOnEquity ?? null,
    returnOnAssets: reported?.returnOnAssets ?? null,
    revenueGrowth: reported?.revenueGrowth ?? null,
    earningsGrowth: reported?.earningsGrowth ?? null,
    currentRatio: reported?.currentRatio ?? null,
    // Yahoo sends it in percent: 145 is 1.45.
    debtToEquity: debtToEquity === null ? null : debtToEquity / 100,
    totalCash: reported?.totalCash ?? null,
    totalDebt: reported?.totalDebt ?? null,
    freeCashFlow: reported?.freeCashflow ?? null,
    sharesOutstanding: key?.sharesOutstanding ?? null,
    sharesShortOfFloat: key?.shortPercentOfFloat ?? null,
    heldByInsiders: key?.heldPercentInsiders ?? null,
    heldByInstitutions: key?.heldPercentInstitutions ?? null,
    targetPriceLow: reported?.targetLowPrice ?? null,
    targetPriceMean: reported?.targetMeanPrice ?? null,
    targetPriceHigh: reported?.targetHighPrice ?? null,
    analystCount: reported?.numberOfAnalystOpinions ?? null,
    recommendationMean: reported?.recommendationMean ?? null,
  };
}
