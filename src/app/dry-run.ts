import type { PriceList } from "#core/price-list.ts";
import type { AnalysisResult } from "#core/result.ts";
import { type Role, roles } from "#core/role.ts";
import type { Usage } from "#core/usage.ts";
import { EstimatingModel } from "#runtime/models/estimating.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import type { Desk } from "./desk.ts";

/**
 * The same desk with models that cost nothing: each answers by the rules and states what the model in
 * its place would have used.
 */
export function estimatingDesk(
  desk: Desk,
  nameFor: (role: Role) => string,
  prices: PriceList,
): Desk {
  const rules = createRulesModel();
  const models = new Map(
    roles.map((role) => [role, new EstimatingModel(rules, nameFor(role), prices)]),
  );
  return {
    ...desk,
    ports: { ...desk.ports, model: (role) => models.get(role) ?? rules },
    // An estimate decides nothing.
    remember: async () => {},
  };
}

/** What a run would use. Marked as what it is: no part of it is an analysis. */
export interface Estimate {
  readonly estimate: true;
  readonly symbol: string;
  readonly model: string;
  readonly data: AnalysisResult["data"];
  /** Who is asked, one entry a turn, in the order of their turns; samples of a decision are one. */
  readonly turns: readonly { readonly role: string; readonly usage: Usage }[];
  /** All turns together. */
  readonly usage: Usage;
}

export function estimateOf({ symbol, model, data, usage, ...said }: AnalysisResult): Estimate {
  const { reports, debate, plan, reviews, decisionUsage } = said;
  const turns = [
    ...reports.map((report) => ({ role: `${report.analyst}_analyst`, usage: report.usage })),
    ...debate.map((argument) => ({ role: argument.speaker, usage: argument.usage })),
    ...(plan === null ? [] : [{ role: "trader", usage: plan.usage }]),
    ...reviews.map((review) => ({ role: review.speaker, usage: review.usage })),
    { role: "portfolio_manager", usage: decisionUsage },
  ];
  return { estimate: true, symbol, model, data, turns, usage };
}

/** An estimate for people. */
export function renderEstimate({ symbol, model, data, turns, usage }: Estimate): string {
  const rows = [
    ...turns.map((row) => [row.role, row.usage] as const),
    ["in total", usage] as const,
  ];
  return [
    `Estimate for ${symbol} with ${model}, by the real prompts over ${data.source} data; no live model was asked.`,
    "",
    ...rows.map(([name, used]) => `${name.padEnd(28)} ${amounts(used)}`),
    "",
    "Output is taken to be as long as the built-in rules' reports, without reasoning; a live model may ask for more tools.",
  ].join("\n");
}

function amounts({ inputTokens, outputTokens, usd }: Usage): string {
  const cost = usd === null ? "cost unknown: no price" : `${usd.toFixed(4)} USD`;
  return `${String(inputTokens).padStart(7)} tokens in ${String(outputTokens).padStart(6)} out  ${cost}`;
}
