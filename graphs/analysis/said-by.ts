import { deskFacts, type Said } from "#core/audit/desk-facts.ts";
import { distinctFacts, type Fact } from "#core/fact.ts";
import { recordFacts } from "#core/review/record-facts.ts";
import { inTurn } from "./in-turn.ts";
import type { AnalysisStateValue } from "./state.ts";

/** What the desk has said, reports first. */
export function saidBy(state: AnalysisStateValue): Said {
  const { request, findings, debate, plan, reviews, decision, ceiling, agreement } = state;
  return {
    symbol: request.symbol,
    asOf: request.asOf,
    reports: findings.flatMap(({ report }) => report ?? []),
    debate: inTurn(debate),
    plan,
    reviews: inTurn(reviews),
    decision,
    samples: agreement,
    ceiling,
  };
}

/** Every fact that a figure may come from, once: what tools brought, the desk's own numbers, its record. */
export function factsBehind(state: AnalysisStateValue): Fact[] {
  const { findings, record } = state;
  return distinctFacts([
    ...findings.flatMap(({ facts }) => facts),
    ...deskFacts(saidBy(state)),
    ...(record === null ? [] : recordFacts(record)),
  ]);
}
