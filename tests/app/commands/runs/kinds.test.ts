import { describe, expect, it } from "vitest";
import { chainResult, failed, outcome } from "../../../core/chain/examples.ts";
import {
  chainConfiguration,
  contestConfiguration,
  plannedChain,
  plannedContest,
} from "../../../core/kind-examples.ts";
import { contest } from "../../../fixtures/contest.ts";
import { cli } from "../../../helpers/cli.ts";
import { begun, done, keptIn } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const [ANALYSIS, CONTEST, CHAIN] = ["run-0001", "run-0002", "run-0003"];

/** A run of each kind that is done, the chain the newest, and a command line beside them. */
async function oneOfEach() {
  const logsDir = await temporaryFolder();
  const { store, clock, pass } = await keptIn(logsDir);
  await done(store, ANALYSIS);
  pass(1_000);
  const held = await store.contests.begin(plannedContest({ id: CONTEST }));
  await held.end({ state: "done", result: contest({ runId: CONTEST }) });
  pass(1_000);
  const chained = await store.chains.begin(plannedChain({ id: CHAIN }));
  const { chain } = chainConfiguration();
  const outcomes = chain.agents.map(({ name }) => outcome(name));
  await chained.end({ state: "done", result: chainResult(chain, outcomes, { runId: CHAIN }) });
  const runs = (...argv: string[]) => cli(["runs", ...argv], { logsDir, clock });
  const ids = async (...argv: string[]) =>
    JSON.parse((await runs("list", "--json", ...argv)).stdout).map(({ id }: { id: string }) => id);
  return { store, runs, ids, pass, logsDir, clock };
}

describe("runs of every kind", () => {
  it("are listed together, each with its kind and what came of it", async () => {
    const { runs, store } = await oneOfEach();
    const { stdout } = await runs();
    const [, , first, second, third] = stdout.split("\n");
    expect(first).toMatch(/run-0003 \| chain +\| Dinner .*\| done .*\| 3 of 3 agents answered /);
    expect(second).toMatch(/run-0002 \| contest +\| AAPL .*\| market \| done .* strategies /);
    expect(third).toMatch(/run-0001 \| analysis \| AAPL .*\| buy 0\.60 · /);
    await store.close();
  });

  it.each([
    [["--kind", "contest"], [CONTEST]],
    [["--search", "dinn"], [CHAIN]],
    [
      ["--search", "aapl"],
      [CONTEST, ANALYSIS],
    ],
    [["--search", "aapl", "--last", "1"], [CONTEST]],
    [["--symbol", "AAPL", "--kind", "analysis"], [ANALYSIS]],
  ])("are found by %j", async (argv, expected) => {
    const { ids, store } = await oneOfEach();
    expect(await ids(...argv)).toEqual(expected);
    await store.close();
  });

  it("are shown with their steps, what came of them and how they were asked", async () => {
    const { runs, store } = await oneOfEach();
    const shown = (await runs("show", CONTEST)).stdout;
    expect(shown).toContain("- It is a contest of strategies: AAPL");
    expect(shown).toMatch(/^- Came to: .* strategies$/m);
    expect(shown).toMatch(/^\| rules:momentum +\| waiting/m);
    expect(shown).toMatch(/^\| min-trades +\| `1`/m);
    const chain = (await runs("show", "latest")).stdout;
    expect(chain).toContain("- Came to: 3 of 3 agents answered\n");
    expect(chain).toMatch(/^\| judge +\| waiting +\| not yet +\| +- \| - +\|$/m);
    expect(chain).toContain(
      "It is the chain Dinner, 3 agents: chef and baker at once, then judge.",
    );
    expect(chain).toContain("- chef: parallel in cooks, model chef\n");
    expect(chain).not.toMatch(/^\| chain /m);
    await store.close();
  });

  it("are exported in every format", async () => {
    const { runs, store } = await oneOfEach();
    const json = JSON.parse((await runs("export", "--all")).stdout);
    expect(json.map(({ kind, result }: (typeof json)[0]) => [kind, result.runId])).toEqual([
      ["chain", CHAIN],
      ["contest", CONTEST],
      ["analysis", ANALYSIS],
    ]);
    const { stdout: csv } = await runs("export", "--all", "--format", "csv");
    const [head, ...rows] = csv.trimEnd().split("\r\n");
    expect(head).toMatch(/,kind,about,outcome$/);
    expect(rows[0]).toMatch(/^run-0003,,,,2026-11-20,done,.*,chain,Dinner,3 of 3 agents answered$/);
    expect(rows[1]).toMatch(/^run-0002,,,AAPL,.*,contest,AAPL,/);
    const report = (await runs("export", CONTEST, "--format", "md")).stdout;
    expect(report).toContain("rules:trend-following");
    expect(report).toContain("events of run run-0002 are not on this machine");
    expect((await runs("export", CHAIN, "--format", "md")).stdout).toContain("the words of judge");
    await store.close();
  });

  it("are compared with their like, by their settings", async () => {
    const { runs, store, pass } = await oneOfEach();
    pass(1_000);
    const configuration = contestConfiguration({ minTrades: 7 });
    const other = await store.contests.begin(plannedContest({ id: "other", configuration }));
    await other.end({ state: "failed", error: "no bars" });
    const { stdout, code } = await runs("diff", CONTEST, "other");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\| min-trades \| `1` \| `7` \|$/m);
    expect(stdout).toContain("- B: other, AAPL, failed: no bars");
    const refused = await runs("diff", ANALYSIS, CHAIN);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`run ${ANALYSIS} is an analysis, run ${CHAIN} is a chain`);
    await store.close();
  });

  it.each([
    [["done", "done", "done"], 0],
    [["failed", "done", "done"], 3],
    [["failed", "failed", "failed"], 1],
  ] as const)("end for who follows as for who ran them: %j with %d", async (states, expected) => {
    const { runs, store } = await oneOfEach();
    const { chain } = chainConfiguration();
    const outcomes = chain.agents.map(({ name }, at) =>
      states[at] === "failed" ? failed(name) : outcome(name),
    );
    const claim = await store.chains.begin(plannedChain({ id: "other" }));
    await claim.end({ state: "done", result: chainResult(chain, outcomes, { runId: "other" }) });
    expect((await runs("follow", "other")).code).toBe(expected);
    await store.close();
  });

  it("are pruned alike", async () => {
    const { runs, ids, store, pass } = await oneOfEach();
    pass(40 * 86_400_000);
    await begun(store, "new");
    const { stdout } = await runs("prune", "--older-than", "30d", "--yes");
    expect(stdout).toContain("Removed 3 runs");
    expect(await ids()).toEqual(["new"]);
    await store.close();
  });

  it("say how they go on: a contest is held anew, and cannot be resumed", async () => {
    const { runs, store, logsDir, clock, pass } = await oneOfEach();
    const cut = await store.contests.begin(plannedContest({ id: "cut" }));
    await cut.end({ state: "interrupted", error: "stopped by Ctrl-C" });
    pass(6_000);
    const shown = (await runs("show", "cut")).stdout;
    expect(shown).toContain("trading-graph rerun cut\n");
    expect(shown).not.toContain("trading-graph resume");
    const resumed = await cli(["resume", "cut"], { logsDir, clock });
    expect(resumed.code).toBe(2);
    expect(resumed.stderr).toContain("Hold it anew: trading-graph rerun cut.");
    const done = await cli(["resume", CONTEST], { logsDir, clock });
    expect(done.stderr).toContain(`hold it anew with trading-graph rerun ${CONTEST}`);
    const gaps = await cli(["rerun", "cut", "--only-gaps"], { logsDir, clock });
    expect(gaps.code).toBe(2);
    await store.close();
  });
});
