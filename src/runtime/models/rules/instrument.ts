import type { InstrumentType } from "#core/quote.ts";
import { type SymbolForm, symbolForm } from "#core/symbol-form.ts";
import type { Evidence } from "./evidence.ts";

type Kind = Exclude<SymbolForm, "share"> | "fund" | "volatility";

/** What a symbol may be other than a company's stock, in words. */
const NAMES: Readonly<Record<Kind, string>> = {
  fund: "a fund",
  index: "an index",
  volatility: "an index of volatility",
  yield: "a yield",
  currency: "a pair of currencies",
  coin: "a crypto-currency",
  future: "a future",
};

const TYPES: ReadonlyMap<string, Kind> = new Map<InstrumentType, Kind>([
  ["fund", "fund"],
  ["index", "index"],
  ["currency", "currency"],
  ["crypto", "coin"],
  ["future", "future"],
]);

const VOLATILITY = /^\^(?:VIX|VXN|VVIX|RVX|VXD|OVX|GVZ|MOVE)/;

/** Kinds that rise and fall with the appetite for risk, as companies' stocks do. */
const RISK_ASSETS: ReadonlySet<Kind> = new Set(["fund", "index", "coin"]);

/** Kinds that are measured and not traded: what follows them is. */
const MEASURES: ReadonlySet<Kind> = new Set(["index", "volatility", "yield"]);

/** What a topic or a fact is limited to. */
export interface Scope {
  /** Whether only a company's stock has this. */
  readonly companyOnly?: boolean;
  /** Whether this bears only on what moves with the stock market. */
  readonly riskAssetOnly?: boolean;
}

/**
 * What kind of thing the symbol is; null for a company's stock and where one cannot tell. By the
 * quote's type, else by the ticker's form, which also tells apart what a source calls an index.
 */
export function kindOf({ text, symbol }: Evidence): Kind | null {
  const type = text("quote.type");
  const byType = TYPES.get(type ?? "") ?? null;
  if (symbol === null || (type !== null && byType !== "index")) return byType;
  if (VOLATILITY.test(symbol)) return "volatility";
  const form = symbolForm(symbol);
  return form === "share" ? byType : form;
}

/** Why something does not apply to the symbol, as part of a sentence; null where it does. */
export function whyNot({ companyOnly, riskAssetOnly }: Scope, evidence: Evidence): string | null {
  const kind = kindOf(evidence);
  if (kind === null) return null;
  if (riskAssetOnly && !RISK_ASSETS.has(kind)) {
    return `${evidence.symbol} is ${NAMES[kind]}, to which the stock market is no backdrop`;
  }
  return companyOnly ? `${evidence.symbol} is ${NAMES[kind]} and not a company's stock` : null;
}

/** Whether the symbol itself can be bought and sold. */
export function isTradeable(evidence: Evidence): boolean {
  const kind = kindOf(evidence);
  return kind === null || !MEASURES.has(kind);
}

/** The symbol as what is decided on, with what a reader must know where nobody can trade it. */
export function subjectOf(evidence: Evidence): string {
  const { symbol } = evidence;
  const kind = kindOf(evidence);
  if (symbol === null) return "the symbol";
  if (kind === null || !MEASURES.has(kind)) return symbol;
  const bonds = kind === "yield" ? " (bonds go the other way)" : "";
  return `${symbol}, ${NAMES[kind]} that cannot be traded itself and stands for what follows it${bonds}`;
}
