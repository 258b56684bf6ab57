import type { FactUnit } from "./fact.ts";
import { type SymbolForm, symbolForm } from "./symbol-form.ts";

/** What prices are in, what volume counts, and how a label says so. */
interface Units {
  readonly price: FactUnit;
  readonly volume: FactUnit;
  readonly counted: string;
}

/** The source may count a coin's volume in coins or in money, and an index's over its members. */
const AS_COUNTED = { volume: "count", counted: ", as the source counts it" } as const;

const units: Readonly<Record<SymbolForm, Units>> = {
  share: { price: "currency", volume: "shares", counted: "" },
  future: { price: "currency", volume: "count", counted: ", in contracts" },
  coin: { price: "currency", ...AS_COUNTED },
  currency: { price: "currency", ...AS_COUNTED },
  index: { price: "points", ...AS_COUNTED },
  yield: { price: "percent", ...AS_COUNTED },
};

/**
 * The unit of a figure made of an instrument's prices or volume, from the unit that it has for a
 * stock: an index is in points, a yield in percent, and only shares are counted in shares.
 *
 * @example unitFor("^GSPC", "currency") // "points"
 * @example unitFor("BTC-USD", "shares") // "count"
 */
export function unitFor(symbol: string, ofStock: FactUnit): FactUnit {
  const { price, volume } = units[symbolForm(symbol)];
  if (ofStock === "currency") return price;
  return ofStock === "shares" ? volume : ofStock;
}

/** The label of a figure of volume with what the volume counts, where that is not shares. */
export function volumeLabel(symbol: string, label: string): string {
  return label + units[symbolForm(symbol)].counted;
}
