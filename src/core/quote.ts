/**
 * A symbol's latest price and its day. Prices are in `currency`, market value in its whole unit (GBP
 * where prices are in GBp); unknown is null.
 */
export interface Quote {
  readonly symbol: string;
  readonly name: string | null;
  readonly type: InstrumentType;
  readonly exchange: string | null;
  readonly currency: string | null;
  readonly price: number | null;
  readonly previousClose: number | null;
  readonly open: number | null;
  readonly dayHigh: number | null;
  readonly dayLow: number | null;
  readonly volume: number | null;
  readonly averageVolume3Months: number | null;
  readonly marketCap: number | null;
  readonly fiftyTwoWeekHigh: number | null;
  readonly fiftyTwoWeekLow: number | null;
  /** When the price was made, ISO 8601. */
  readonly time: string | null;
  readonly availableAt: string;
  readonly source: string;
}

export type InstrumentType =
  | "equity"
  | "fund"
  | "index"
  | "currency"
  | "crypto"
  | "future"
  | "other";
