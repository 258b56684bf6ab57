import { beforeEach, describe, expect, it } from "vitest";
import { chainSummaryOf } from "#core/chain/chain-summary.ts";
import { contestSummaryOf } from "#core/contest/contest-summary.ts";
import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import { chainResult, failed, outcome, skipped } from "../core/chain/examples.ts";
import { report, result } from "../core/examples.ts";
import { chainConfiguration, plannedChain, plannedContest } from "../core/kind-examples.ts";
import { planned } from "../core/run-examples.ts";
import { contest } from "../fixtures/contest.ts";

type Kinds = Pick<Store, "runs" | "contests" | "chains" | "history">;

const [MOMENTUM, BREAKOUT] = ["rules:momentum", "rules:breakout"];

/** What a store of runs of every kind holds to, and their history; `make` gives an empty one. */
export function describeRunHistory(
  name: string,
  make: (clock: Clock) => Kinds | Promise<Kinds>,
): void {
  describe(`${name} keeps runs of every kind`, () => {
    let time: number;
    let store: Kinds;
    beforeEach(async () => {
      time = 1_700_000_000_000;
      store = await make({ now: () => time });
    });

    /** An analysis "a", a contest "b" and a chain "c", each newer than the one before. */
    const oneOfEach = async () => {
      const analysis = await store.runs.begin(planned({ id: "a" }));
      time += 1;
      const held = await store.contests.begin(plannedContest({ id: "b" }));
      time += 1;
      const chain = await store.chains.begin(plannedChain({ id: "c" }));
      return { analysis, held, chain };
    };

    it("a contest with its authors as its steps, and its result whole and in short", async () => {
      const claim = await store.contests.begin(plannedContest({ id: "b" }));
      await claim.stepStarted(MOMENTUM);
      const measured = { author: MOMENTUM, sharpe: 1.2, totalReturn: 0.1, failure: null };
      const ruined = { author: BREAKOUT, sharpe: null, totalReturn: null, failure: "it threw" };
      await claim.stepEnded(MOMENTUM, measured);
      await claim.stepEnded(BREAKOUT, ruined);
      await claim.end({ state: "done", result: contest() });
      const run = await store.contests.read("b");
      expect(run).toMatchObject({
        kind: "contest",
        state: "done",
        configuration: { symbol: "AAPL", models: [MOMENTUM, BREAKOUT] },
        summary: contestSummaryOf(contest()),
      });
      expect(run?.steps).toMatchObject([
        { name: MOMENTUM, group: "b/authors", state: "done", outcome: measured, error: null },
        { name: BREAKOUT, group: "b/authors", state: "failed", outcome: ruined, error: "it threw" },
      ]);
      expect(run?.result).toEqual(contest());
    });

    it("a chain with its agents as its steps, each in its group, of whom some are skipped", async () => {
      const claim = await store.chains.begin(plannedChain({ id: "c" }));
      const outcomes = [outcome("chef"), failed("baker"), skipped("judge", "nobody baked.")];
      const { chain } = chainConfiguration();
      for (const each of outcomes) await claim.stepEnded(each.agent, each);
      await claim.end({ state: "done", result: chainResult(chain, outcomes) });
      const run = await store.chains.read("c");
      expect(run?.steps).toMatchObject([
        { name: "chef", group: "c/cooks", state: "done", error: null, outcome: outcomes[0] },
        {
          name: "baker",
          group: "c/cooks",
          state: "failed",
          error: expect.stringContaining("60 s"),
        },
        { name: "judge", group: "c/judge", state: "skipped", error: "nobody baked." },
      ]);
      expect(run?.summary).toEqual(chainSummaryOf(chainResult(chain, outcomes)));
      expect(run?.summary).toMatchObject({ agents: 3, done: 1, failed: 1, skipped: 1 });
    });

    it("each where its kind is, and nowhere else", async () => {
      await oneOfEach();
      expect(await store.runs.read("b")).toBeNull();
      expect(await store.contests.read("a")).toBeNull();
      expect(await store.chains.claim("b", { force: true })).toBeNull();
      expect(await store.runs.claim("c", { force: true })).toBeNull();
      expect((await store.runs.runs({})).map(({ id }) => id)).toEqual(["a"]);
      expect((await store.contests.runs({ symbol: "AAPL" })).map(({ id }) => id)).toEqual(["b"]);
      expect((await store.chains.runs({})).map(({ id, kind }) => [id, kind])).toEqual([
        ["c", "chain"],
      ]);
    });

    it("the others where those of one kind are removed", async () => {
      await oneOfEach();
      await store.runs.remove(["a", "b", "c"]);
      expect((await store.history.entries({})).map(({ id }) => id)).toEqual(["c", "b"]);
      expect((await store.contests.read("b"))?.steps).toHaveLength(2);
    });

    it("refuses an id that a run of another kind has", async () => {
      await store.runs.begin(planned({ id: "a" }));
      await expect(store.chains.begin(plannedChain({ id: "a" }))).rejects.toMatchObject({
        code: "storage",
        message: expect.stringContaining("recorded already"),
      });
    });
  });

  describe(`${name} has a history`, () => {
    let time: number;
    let store: Kinds;
    beforeEach(async () => {
      time = 1_700_000_000_000;
      store = await make({ now: () => time });
    });
    const ids = async (query: Parameters<Kinds["history"]["entries"]>[0]) =>
      (await store.history.entries(query)).map(({ id }) => id);

    it("of every kind, newest first, with what each is about and what came of it", async () => {
      const analysis = await store.runs.begin(planned({ id: "a" }));
      await analysis.end({ state: "done", result: result({ reports: [report()] }) });
      time += 1;
      const held = await store.contests.begin(plannedContest({ id: "b" }));
      await held.end({ state: "done", result: contest() });
      time += 1;
      await store.chains.begin(plannedChain({ id: "c" }));
      const entries = await store.history.entries({});
      expect(entries.map(({ id, kind, title, headline }) => [id, kind, title, headline])).toEqual([
        ["c", "chain", "Dinner", null],
        ["b", "contest", "AAPL", expect.stringMatching(/, Sharpe .* · \d of \d strategies$/)],
        ["a", "analysis", "AAPL", "buy 0.60 · 1 of 1 reports"],
      ]);
      expect(entries[0]).toEqual({
        id: "c",
        kind: "chain",
        title: "Dinner",
        headline: null,
        list: null,
        state: "running",
        attempt: 1,
        heldUntil: time + 5_000,
        createdAt: time,
        startedAt: time,
        endedAt: null,
        error: null,
        rerunOf: null,
      });
      expect(await store.history.entry("b")).toEqual(entries[1]);
      expect(await store.history.entry("none")).toBeNull();
    });

    it("that is searched by kind, state, time and what stands in id or title", async () => {
      await store.runs.begin(planned({ id: "one" }));
      time += 1;
      const failing = await store.contests.begin(plannedContest({ id: "two" }));
      await failing.end({ state: "failed", error: "no bars" });
      time += 1;
      const chain = { ...chainConfiguration().chain, name: "Über_uns 100%" };
      const configuration = chainConfiguration({ chain });
      await store.chains.begin(plannedChain({ id: "three", configuration }));
      expect(await ids({ kind: "contest" })).toEqual(["two"]);
      expect(await ids({ states: ["running"] })).toEqual(["three", "one"]);
      expect(await ids({ states: [] })).toEqual([]);
      expect(await ids({ before: time })).toEqual(["two", "one"]);
      expect(await ids({ limit: 2 })).toEqual(["three", "two"]);
      expect(await ids({ search: "aapl" })).toEqual(["two", "one"]);
      expect(await ids({ search: "AAPL", limit: 1 })).toEqual(["two"]);
      expect(await ids({ search: "ÜBER" })).toEqual(["three"]);
      expect(await ids({ search: "HRE" })).toEqual(["three"]);
      expect(await ids({ search: "_" })).toEqual(["three"]);
      expect(await ids({ search: "%" })).toEqual(["three"]);
      expect(await ids({ search: "aapl", kind: "analysis", states: ["failed"] })).toEqual([]);
      expect((await store.chains.runs({ search: "über" })).map(({ id }) => id)).toEqual(["three"]);
    });

    it("that has a list's runs in its order", async () => {
      const list = ["m", "z", "a"].map((id, position) =>
        planned({ id, list: { id: "l", position } }),
      );
      await store.runs.plan(list);
      time += 1;
      await store.contests.begin(plannedContest({ id: "newest" }));
      expect(await ids({})).toEqual(["newest", "m", "z", "a"]);
    });
  });
}
