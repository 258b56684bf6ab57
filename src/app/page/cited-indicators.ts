import { idsBehind } from "#core/audit/cited-facts.ts";
import type { Fact } from "#core/fact.ts";
import { type IndicatorName, indicatorNames } from "#core/indicators/name.ts";
import type { AnalysisResult } from "#core/result.ts";

type Cited = Pick<AnalysisResult, "audit" | "facts" | "symbol">;

/** The indicators of a run's symbol that its texts cite, the most cited first. */
export function citedIndicators({ audit, facts, symbol }: Cited): IndicatorName[] {
  const named = new Map(
    facts.flatMap((fact) => {
      const name = indicatorOf(fact, symbol);
      return name === null ? [] : [[fact.id, name] as const];
    }),
  );
  const cites = audit.items
    .filter(({ status }) => status !== "unsourced")
    .flatMap((item) => new Set(idsBehind(item).map((id) => named.get(id))).values().toArray());
  const count = (name: IndicatorName) => cites.filter((cited) => cited === name).length;
  return indicatorNames
    .filter((name) => cites.includes(name))
    .toSorted((a, b) => count(b) - count(a));
}

/** The indicator of the symbol that a fact is a value of; null where it is of none. */
export function indicatorOf({ tool, args }: Fact, symbol: string): IndicatorName | null {
  if (tool !== "get_indicator" || args.symbol !== symbol) return null;
  return indicatorNames.find((name) => name === args.indicator) ?? null;
}
