import { describe, expect, it } from "vitest";
import { analystNames } from "#core/analyst.ts";
import { findingsOf } from "#core/findings.ts";
import type { Role } from "#core/role.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { analyse, demoPorts } from "../../helpers/analysis.ts";

/** A desk on which `silent` fails, and which tells whose model was asked for. */
function desk(silent: Role | null = null) {
  const asked: Role[] = [];
  const rules = createRulesModel();
  const ports = demoPorts({
    model(role) {
      asked.push(role);
      if (role === silent) throw new Error("out of order");
      return rules;
    },
  });
  return { ports, asked };
}

describe("an analysis that keeps reports of an earlier one", () => {
  it("asks only whose report is missing, and redoes what follows", async () => {
    const before = await analyse(desk("news_analyst").ports);
    expect(before.result.gaps.map(({ analyst }) => analyst)).toEqual(["news"]);
    const { ports, asked } = desk();
    const after = await analyse({ ...ports, kept: findingsOf(before.result) });
    expect(asked).toEqual(["news_analyst", "portfolio_manager"]);
    expect(after.result.gaps).toEqual([]);
  });

  it("has them in the order of its request, as they were", async () => {
    const before = await analyse(desk("market_analyst").ports);
    const { result } = await analyse({ ...desk().ports, kept: findingsOf(before.result) });
    expect(result.reports.map(({ analyst }) => analyst)).toEqual([...analystNames]);
    expect(result.reports.slice(1)).toEqual(before.result.reports);
  });

  it("is made of the same facts as one that looked anew", async () => {
    const whole = await analyse(desk().ports);
    const { result } = await analyse({ ...desk().ports, kept: findingsOf(whole.result) });
    const ids = (facts: readonly { readonly id: string }[]) => new Set(facts.map(({ id }) => id));
    expect(ids(result.facts)).toEqual(ids(whole.result.facts));
    expect(result.decision).toEqual(whole.result.decision);
  });

  it("tells of every branch what it came to, kept or made", async () => {
    const before = await analyse(desk("news_analyst").ports);
    const { events } = await analyse({ ...desk().ports, kept: findingsOf(before.result) });
    const reported = events.flatMap((event) => (event.type === "reported" ? event : []));
    expect(new Set(reported.map(({ node }) => node))).toEqual(
      new Set(analystNames.map((name) => `${name}_analyst`)),
    );
    expect(reported.every(({ report }) => report !== null)).toBe(true);
  });
});
