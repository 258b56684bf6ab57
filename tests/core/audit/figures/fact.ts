import type { Fact, FactUnit } from "#core/fact.ts";

/** A fact of ACME. */
export function fact(
  path: string,
  label: string,
  value: number | string,
  unit: FactUnit,
  asOf = "2026-11-20",
  note: string | null = null,
): Fact {
  return {
    id: `ACME:${path}`,
    tool: "test",
    args: { symbol: "ACME" },
    path,
    label,
    value,
    unit,
    currency: unit === "currency" ? "USD" : null,
    asOf,
    availableAt: asOf,
    source: "test",
    note,
  };
}
