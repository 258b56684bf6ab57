import type { Candle, PriceHistory } from "#core/candle.ts";
import type { Company, Statistics } from "#core/company.ts";
import { addDays, type Day } from "#core/day.ts";
import type { NewsItem } from "#core/news.ts";
import type { MarketData, ReadOptions } from "#core/ports.ts";
import type { Quote } from "#core/quote.ts";
import type { Statement } from "#core/statement.ts";

/** A Friday that fake data is of. */
export const TODAY: Day = "2024-06-28";

const source = "fake";
const time = `${TODAY}T20:00:00.000Z`;

/** What a fake market says; a part left out is that of an ordinary company. */
export interface FakeParts {
  /** By symbol; of a symbol without an entry there are 600 bars. */
  readonly histories?: Readonly<Record<string, Partial<PriceHistory>>>;
  readonly quote?: Partial<Quote>;
  readonly company?: Partial<Company>;
  readonly statements?: readonly Statement[];
  readonly news?: readonly NewsItem[];
  /** Sees every question before it is answered, and may throw in its place. */
  readonly onRead?: (method: string, query: { readonly symbol: string }, o?: ReadOptions) => void;
}

/** A market without a network that answers what a test tells it to. */
export function fakeMarket(parts: FakeParts = {}): MarketData {
  const asked = (method: string, query: { symbol: string }, options?: ReadOptions) =>
    parts.onRead?.(method, query, options);
  return {
    name: "demo",
    synthetic: true,
    async history(query, options) {
      asked("history", query, options);
      const { symbol } = query;
      return {
        symbol,
        currency: "USD",
        timeZone: "America/New_York",
        closesAt: "16:00",
        candles: bars(600),
        splits: [],
        droppedBars: 0,
        source,
        ...parts.histories?.[symbol],
      };
    },
    async quote(query, options) {
      asked("quote", query, options);
      return { ...fakeQuote, symbol: query.symbol, ...parts.quote };
    },
    async company(query, options) {
      asked("company", query, options);
      return { ...fakeCompany, symbol: query.symbol, ...parts.company };
    },
    async statements(query, options) {
      asked("statements", query, options);
      return parts.statements ?? [];
    },
    async news(query, options) {
      asked("news", query, options);
      return parts.news ?? [];
    },
  };
}

interface Course {
  /** The last bar's day. */
  readonly until?: Day;
  /** Whether there are bars on weekends. */
  readonly everyDay?: boolean;
  /** The close of bar `i`, of `count`. */
  readonly close?: (i: number) => number;
  /** The adjusted close over the close. */
  readonly adjustment?: number;
  readonly volume?: number;
}

/** Daily bars up to a day, waving upwards unless told otherwise. */
export function bars(count: number, course: Course = {}): Candle[] {
  const { until = TODAY, everyDay = false, adjustment = 1, volume = 1_000 } = course;
  const close = course.close ?? ((i) => 100 + i / 10 + 3 * Math.sin(i));
  return days(count, until, everyDay).map((date, i) => ({
    date,
    open: close(i),
    high: close(i) + 1,
    low: close(i) - 1,
    close: close(i),
    adjustedClose: close(i) * adjustment,
    volume,
  }));
}

function days(count: number, until: Day, everyDay: boolean): Day[] {
  const found: Day[] = [];
  for (let day = until; found.length < count; day = addDays(day, -1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (everyDay || (weekday !== 0 && weekday !== 6)) found.unshift(day);
  }
  return found;
}

const fakeQuote: Quote = {
  symbol: "ACME",
  name: "Acme Corporation",
  type: "equity",
  exchange: "Fake Exchange",
  currency: "USD",
  price: 160,
  previousClose: 158,
  open: 159,
  dayHigh: 161,
  dayLow: 157,
  volume: 1_000,
  averageVolume3Months: 1_100,
  marketCap: 16_000_000_000,
  fiftyTwoWeekHigh: 165,
  fiftyTwoWeekLow: 120,
  time,
  availableAt: `${TODAY}T20:15:00.000Z`,
  source,
};

/** Statistics of which all are known. */
export const fakeStatistics: Statistics = {
  marketCap: 16_000_000_000,
  enterpriseValue: 17_000_000_000,
  trailingPE: 20,
  forwardPE: 18,
  pegRatio: 1.5,
  priceToBook: 4,
  priceToSales: 3,
  enterpriseToEbitda: 12,
  beta: 1.1,
  trailingEps: 8,
  forwardEps: 9,
  dividendYield: 0.012,
  payoutRatio: 0.3,
  profitMargin: 0.21,
  grossMargin: 0.44,
  operatingMargin: 0.27,
  returnOnEquity: 0.31,
  returnOnAssets: 0.14,
  revenueGrowth: 0.08,
  earningsGrowth: -0.05,
  currentRatio: 1.4,
  debtToEquity: 0.6,
  totalCash: 900_000_000,
  totalDebt: 750_000_000,
  freeCashFlow: 550_000_000,
  sharesOutstanding: 100_000_000,
  sharesShortOfFloat: 0.0125,
  heldByInsiders: 0.03,
  heldByInstitutions: 0.61,
  targetPriceLow: 130,
  targetPriceMean: 170,
  targetPriceHigh: 210,
  analystCount: 27,
  recommendationMean: 2.1,
};

/** A company of which every part is known. */
export const fakeCompany: Company = {
  symbol: "ACME",
  currency: "USD",
  financialCurrency: "USD",
  profile: {
    name: "Acme Corporation",
    sector: "Technology",
    industry: "Gadgets",
    country: "United States",
    employees: 4_200,
  },
  statistics: fakeStatistics,
  earnings: ["2024-03-31", "2023-12-31"].map((quarterEnd) => ({
    quarterEnd,
    epsActual: 2.1,
    epsEstimate: 2,
    surprise: 0.05,
    availableAt: `${addDays(quarterEnd, 30)}T20:00:00.000Z`,
  })),
  calendar: {
    nextEarnings: "2024-07-30",
    exDividend: "2024-08-09",
    epsEstimate: 2.2,
    revenueEstimate: 1_300_000_000,
  },
  recommendations: [0, 1, 2, 3].map((monthsAgo) => ({
    monthsAgo,
    strongBuy: 5,
    buy: 12 - monthsAgo,
    hold: 8,
    sell: 1,
    strongSell: 0,
  })),
  ratingChanges: [
    {
      date: "2024-06-20",
      firm: "Blue Research",
      from: "Hold",
      to: "Buy",
      action: "upgrade",
      availableAt: "2024-06-20T12:00:00.000Z",
    },
  ],
  insiderTransactions: [
    {
      date: "2024-06-10",
      name: "DOE JANE",
      relation: "Director",
      kind: "buy",
      shares: 1_200,
      value: 190_000,
      text: "Purchase at price 158.00 per share.",
      availableAt: "2024-06-12T00:00:00.000Z",
    },
  ],
  withheld: [],
  availableAt: time,
  statedLater: false,
  source,
};
