import type { InstrumentType } from "#core/quote.ts";
import { type SymbolForm, symbolForm } from "#core/symbol-form.ts";
import { type Listing, listingOf } from "./listing.ts";
import { seededRandom } from "./random.ts";

/** What the form of a ticker says of it, and how its price behaves. */
export interface Instrument extends Listing {
  readonly symbol: string;
  readonly type: InstrumentType;
  readonly exchange: string;
  /** Whether it trades on weekends and holidays too. */
  readonly everyDay: boolean;
  readonly startPrice: number;
  /** Share of the market's move that it takes part in. */
  readonly beta: number;
  /** Standard deviation of its own daily return. */
  readonly volatility: number;
  /** Units traded on an ordinary day; 0 where volume is not counted. */
  readonly ordinaryVolume: number;
  /** A year's dividends over the price, a fraction. */
  readonly dividendYield: number;
}

const SECTOR_FUNDS = "XLK XLF XLV XLE XLY XLP XLI XLU XLB XLRE XLC".split(" ");
const BROAD_FUNDS = "SPY IVV VOO VTI QQQ DIA IWM".split(" ");
const FUNDS = new Set([...SECTOR_FUNDS, ...BROAD_FUNDS]);

const types = {
  index: "index",
  yield: "index",
  currency: "currency",
  future: "future",
  coin: "crypto",
} as const satisfies Record<Exclude<SymbolForm, "share">, InstrumentType>;

/** The kind of instrument that a ticker's form stands for. */
function typeOf(symbol: string): InstrumentType {
  const form = symbolForm(symbol);
  if (form !== "share") return types[form];
  return FUNDS.has(symbol) ? "fund" : "equity";
}

/** The instrument of any ticker, its traits drawn from the ticker. */
export function instrumentOf(symbol: string): Instrument {
  const random = seededRandom(`${symbol} instrument`);
  const listing = listingOf(symbol);
  const exchangeTraded = {
    ...listing,
    symbol,
    type: typeOf(symbol),
    exchange: "Demo Exchange",
    everyDay: false,
    dividendYield: 0,
  };
  switch (exchangeTraded.type) {
    case "index":
      return {
        ...exchangeTraded,
        startPrice: symbol === "^GSPC" ? 1_000 : random.between(800, 20_000),
        beta: 1,
        volatility: symbol === "^GSPC" ? 0 : 0.003,
        ordinaryVolume: symbol === "^VIX" || symbolForm(symbol) === "yield" ? 0 : 3_000_000_000,
      };
    case "currency":
      return {
        ...exchangeTraded,
        currency: symbol.slice(-5, -2),
        timeZone: "UTC",
        closesAt: "24:00",
        decimals: 4,
        startPrice: random.between(0.8, 1.5),
        beta: 0,
        volatility: 0.005,
        ordinaryVolume: 0,
      };
    case "crypto":
      return {
        ...exchangeTraded,
        currency: symbol.slice(symbol.lastIndexOf("-") + 1),
        timeZone: "UTC",
        closesAt: "24:00",
        everyDay: true,
        startPrice: random.between(20, 5_000),
        beta: 0.9,
        volatility: 0.028,
        ordinaryVolume: 20_000_000,
      };
    case "future":
      return {
        ...exchangeTraded,
        startPrice: random.between(40, 2_000),
        beta: 0.15,
        volatility: 0.012,
        ordinaryVolume: 200_000,
      };
    case "fund":
      return {
        ...exchangeTraded,
        startPrice: random.between(25, 120),
        beta: random.between(0.85, 1.15),
        volatility: SECTOR_FUNDS.includes(symbol) ? 0.004 : 0.0005,
        ordinaryVolume: random.between(4e6, 4e7),
        dividendYield: random.between(0.008, 0.025),
      };
    default:
      return {
        ...exchangeTraded,
        startPrice: listing.priceLevel * random.between(15, 120),
        beta: random.between(0.75, 1.45),
        volatility: random.between(0.009, 0.016),
        ordinaryVolume: random.between(1e6, 4e7),
        dividendYield: random.uniform() < 0.6 ? random.between(0.006, 0.022) : 0,
      };
  }
}
