import { describe, expect, it } from "vitest";
import { findingsOf } from "#core/findings.ts";
import { analyse, demoPorts } from "../helpers/analysis.ts";

describe("the findings behind a result", () => {
  it("are each report with the facts that its own calls brought", async () => {
    const { result, state } = await analyse(demoPorts());
    const findings = findingsOf(result);
    expect(findings.map(({ report }) => report)).toEqual(result.reports);
    for (const [index, { facts }] of findings.entries()) {
      const ids = new Set(facts.map(({ id }) => id));
      const brought = state.findings[index]?.facts.map(({ id }) => id) ?? [];
      expect(brought.length).toBeGreaterThan(0);
      expect(ids).toEqual(new Set(brought));
    }
  });
});
