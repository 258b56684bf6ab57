import type { Evidence } from "./evidence.ts";

/** Whether the symbol is the index that stands for the market, which has no tie to itself. */
export function isTheMarket({ symbol }: Evidence): boolean {
  return symbol === "^GSPC";
}
