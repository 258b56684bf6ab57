import { describe, expect, it } from "vitest";
import type { KeptDecision } from "#core/review/kept-decision.ts";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { kept } from "../../core/review/examples.ts";
import { cli } from "../../helpers/cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const TODAY = Date.parse("2026-11-20T22:00:00Z");
const DEMO = ["--data", "demo", "--model", "rules", "--depth", "quick", "--analysts", "risk"];

/** Desks that share one memory, each asked at a time of its own. */
async function desks(decisions: readonly KeptDecision[] = []) {
  const LOGS_DIR = await temporaryFolder();
  const log = createDecisionLog(LOGS_DIR);
  for (const decision of decisions) await log.keep(decision);
  return async (asOf: string, env: Readonly<Record<string, string>> = {}, now = TODAY) => {
    const argv = ["analyze", "AAPL", "--as-of", asOf, "--json", ...DEMO];
    const clock = { now: () => now + performance.now() };
    const { stdout, stderr, code } = await cli(argv, { env: { LOGS_DIR, ...env }, clock });
    return { stderr, code, record: code === 0 ? JSON.parse(stdout).record : undefined };
  };
}

describe("the record that a run is told", () => {
  it("has what was decided at its time, and no past that was run since", async () => {
    const analyze = await desks();
    await analyze("2026-01-30", {}, Date.parse("2026-01-30T22:00:00Z"));
    for (const past of ["2026-02-27", "2026-03-31"]) await analyze(past);
    expect((await analyze("2026-10-30")).record.own).toMatchObject({ decisions: 1 });
    expect((await analyze("2026-11-20")).record.own.recent).toMatchObject([{ asOf: "2026-01-30" }]);
  });

  it("is none where all of it was run since", async () => {
    const analyze = await desks();
    for (const past of ["2025-02-27", "2025-03-31"]) await analyze(past);
    expect((await analyze("2026-08-03")).record).toBeNull();
    expect((await analyze("2026-11-20")).record).toBeNull();
  });

  it("is measured by the benchmark that the environment names", async () => {
    const analyze = await desks([kept({ symbol: "AAPL", asOf: "2026-01-30" })]);
    const env = { TRADING_GRAPH_BENCHMARK: "qqq" };
    expect((await analyze("2026-11-20", env)).record.benchmark).toBe("QQQ");
    expect((await analyze("2026-11-20")).record.benchmark).toBe("^GSPC");
  });

  it("is not begun with a benchmark that is no ticker, and the variable is named", async () => {
    const analyze = await desks();
    const { code, stderr } = await analyze("2026-11-20", { TRADING_GRAPH_BENCHMARK: "a b" });
    expect(stderr).toContain('environment variable TRADING_GRAPH_BENCHMARK: "a b" is not a ticker');
    expect(code).toBe(2);
  });
});
