import type { Session } from "#core/candle.ts";

/** Where a share is traded, and in what it is quoted there. */
export interface Listing extends Session {
  readonly country: string;
  /** What prices are in. */
  readonly currency: string;
  /** What the company reports in, and its market value is stated in. */
  readonly wholeCurrency: string;
  /** How many of the price's units make one of `wholeCurrency`: 100 pence a pound. */
  readonly subunits: number;
  /** A usual price there over that of a US share, both as numbers. */
  readonly priceLevel: number;
  readonly decimals: number;
}

/** The listing of a ticker without a suffix, and of one whose suffix is not known. */
const home: Listing = {
  country: "United States",
  currency: "USD",
  wholeCurrency: "USD",
  subunits: 1,
  timeZone: "America/New_York",
  closesAt: "16:00",
  priceLevel: 1,
  decimals: 2,
};

const abroad: ReadonlyMap<string, Listing> = new Map([
  [
    ".L",
    {
      ...listed("United Kingdom", "GBp", "Europe/London", "16:30", 12),
      wholeCurrency: "GBP",
      subunits: 100,
    },
  ],
  [".T", { ...listed("Japan", "JPY", "Asia/Tokyo", "15:30", 12), decimals: 1 }],
  [".SZ", listed("China", "CNY", "Asia/Shanghai", "15:00", 0.25)],
  [".SS", listed("China", "CNY", "Asia/Shanghai", "15:00", 0.25)],
  [".NS", listed("India", "INR", "Asia/Kolkata", "15:30", 8)],
  [".DE", listed("Germany", "EUR", "Europe/Berlin", "17:30", 0.5)],
  [".PA", listed("France", "EUR", "Europe/Paris", "17:30", 0.5)],
  [".AS", listed("Netherlands", "EUR", "Europe/Amsterdam", "17:30", 0.5)],
  [".TO", listed("Canada", "CAD", "America/Toronto", "16:00", 0.5)],
  [".HK", listed("Hong Kong", "HKD", "Asia/Hong_Kong", "16:00", 0.7)],
  [".AX", listed("Australia", "AUD", "Australia/Sydney", "16:00", 0.3)],
  [".SW", listed("Switzerland", "CHF", "Europe/Zurich", "17:30", 0.5)],
]);

/** Where a ticker's suffix, in Yahoo's notation, says that it is listed. */
export function listingOf(symbol: string): Listing {
  const dot = symbol.lastIndexOf(".");
  return (dot < 0 ? undefined : abroad.get(symbol.slice(dot))) ?? home;
}

function listed(
  country: string,
  currency: string,
  timeZone: string,
  closesAt: string,
  priceLevel: number,
): Listing {
  return {
    ...home,
    country,
    currency,
    wholeCurrency: currency,
    timeZone,
    closesAt,
    priceLevel,
  };
}
