import { figure } from "../figure.ts";

/** A cost; null is unknown. */
export function usdText(usd: number | null): string {
  return usd === null ? "unknown" : figure(usd, "currency", "USD");
}
