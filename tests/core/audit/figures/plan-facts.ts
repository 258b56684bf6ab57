import type { Fact } from "#core/fact.ts";

/** The size of every desk's plan, in percent of a portfolio. */
const SIZE = 6.4;

/**
 * A plan as the desk would make it of its facts: from the last close towards the farther end of the
 * last 20 bars, with a stop two usual days away. None where a fact is missing.
 */
export function planFacts(facts: readonly Fact[]): Fact[] {
  const at = (path: string) => facts.find((fact) => fact.path === path);
  const close = at("price.close");
  const [entry, day, high, low] = [
    close,
    at("atr_14"),
    at("price.resistance_20"),
    at("price.support_20"),
  ].map((fact) => (typeof fact?.value === "number" ? fact.value : null));
  if (close === undefined || entry == null || day == null || high == null || low == null) return [];
  const way = high - entry > entry - low ? 1 : -1;
  const target = way > 0 ? high : low;
  const fact = (name: string, value: number, as: Pick<Fact, "unit" | "currency">): Fact => ({
    ...close,
    ...as,
    id: close.id.replace("price.close", `desk.plan.${name}`),
    path: `desk.plan.${name}`,
    label: `Plan's ${name}`,
    value,
    tool: "desk",
    args: {},
    source: "desk",
    note: null,
  });
  return [
    fact("entry", entry, close),
    fact("target", target, close),
    fact("stop", entry - 2 * way * day, close),
    fact("size", SIZE, { unit: "percent", currency: null }),
  ];
}
