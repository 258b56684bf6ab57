import { beforeEach, describe, expect, it } from "vitest";
import { summaryOf } from "#core/analysis-summary.ts";
import { codeOf } from "#core/errors.ts";
import type { Clock } from "#core/ports.ts";
import type { PlannedRun, RunClaim, RunEnd, RunStore } from "#core/run-store.ts";
import { gap, report, result } from "../core/examples.ts";
import { configuration, planned } from "../core/run-examples.ts";

const LEASE_MS = 5_000;
const [MARKET, NEWS] = ["market_analyst", "news_analyst"];

/** What every adapter of the port RunStore holds to; `make` gives an empty one on the clock given. */
export function describeRunStore(
  name: string,
  make: (clock: Clock) => RunStore | Promise<RunStore>,
): void {
  describe(`${name} keeps the contract of RunStore`, () => {
    let time: number;
    let store: RunStore;
    beforeEach(async () => {
      time = 1_700_000_000_000;
      store = await make({ now: () => time });
    });

    const claimed = async (id: string, options?: { force: boolean }): Promise<RunClaim> => {
      const claim = await store.claim(id, options);
      if (claim === null) throw new Error(`run ${id} was not given`);
      return claim;
    };
    const read = async (id: string) => {
      const run = await store.read(id);
      if (run === null) throw new Error(`run ${id} is not recorded`);
      return run;
    };
    const ids = async (query: Parameters<RunStore["runs"]>[0]) =>
      (await store.runs(query)).map(({ id }) => id);

    describe("a run that begins", () => {
      it("is running, and held for 5 s, with all its steps waiting in one group", async () => {
        const { runId, attempt } = await store.begin(planned({ id: "a", rerunOf: "earlier" }));
        expect([runId, attempt]).toEqual(["a", 1]);
        const step = { state: "waiting", startedAt: null, endedAt: null, error: null };
        const { steps, ...run } = await read("a");
        expect(run).toEqual({
          kind: "analysis",
          id: "a",
          list: null,
          configuration: configuration(),
          state: "running",
          attempt: 1,
          heldUntil: time + LEASE_MS,
          createdAt: time,
          startedAt: time,
          endedAt: null,
          error: null,
          rerunOf: "earlier",
          summary: null,
          result: null,
        });
        expect(steps).toEqual([
          { name: MARKET, group: steps[0]?.group, outcome: null, ...step },
          { name: NEWS, group: steps[0]?.group, outcome: null, ...step },
        ]);
      });

      it("is refused under the id of another, which stays as it is", async () => {
        await store.plan([planned({ id: "a", configuration: configuration({ symbol: "MSFT" }) })]);
        const begun = store.begin(planned({ id: "a", groups: [] }));
        await expect(begun).rejects.toMatchObject({
          code: "storage",
          message: expect.stringContaining("recorded already"),
        });
        expect(await read("a")).toMatchObject({
          state: "waiting",
          configuration: { symbol: "MSFT" },
          steps: [{ name: MARKET }, { name: NEWS }],
        });
      });
    });

    describe("runs that are planned", () => {
      it("wait, held by nobody, each at its place in the list", async () => {
        await store.plan(listOf("l", 3));
        const runs = await store.runs({ list: "l" });
        expect(
          runs.map(({ id, list, state, attempt, heldUntil, startedAt }) => {
            return { id, list, state, attempt, heldUntil, startedAt };
          }),
        ).toEqual(
          [0, 1, 2].map((position) => ({
            id: `l-${position}`,
            list: { id: "l", position },
            state: "waiting",
            attempt: 0,
            heldUntil: null,
            startedAt: null,
          })),
        );
        expect((await read("l-1")).steps.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
      });

      it("are recorded all, however many there are", async () => {
        await store.plan(listOf("l", 2_000));
        expect(await ids({ list: "l" })).toEqual(listOf("l", 2_000).map(({ id }) => id));
        expect((await read("l-1999")).steps).toHaveLength(2);
      });

      it("are recorded not at all where one cannot be, however many there are", async () => {
        await store.plan([planned({ id: "l-1999" })]);
        await expect(store.plan(listOf("l", 2_000))).rejects.toMatchObject({ code: "storage" });
        expect(await ids({})).toEqual(["l-1999"]);
      });

      it("may be none", async () => {
        await store.plan([]);
        expect(await ids({})).toEqual([]);
      });
    });

    describe("a claim", () => {
      it("takes a waiting run up, from then on", async () => {
        await store.plan(listOf("l", 1));
        time += 1_000;
        const { attempt } = await claimed("l-0");
        expect(attempt).toBe(1);
        expect(await read("l-0")).toMatchObject({
          state: "running",
          attempt: 1,
          startedAt: time,
          heldUntil: time + LEASE_MS,
        });
      });

      it("is not given on a run that is not there", async () => {
        expect(await store.claim("none", { force: true })).toBeNull();
      });

      it("is not given while somebody holds the run, and given when his time is over", async () => {
        await store.begin(planned({ id: "a" }));
        const startedAt = time;
        time += LEASE_MS - 1;
        expect(await store.claim("a")).toBeNull();
        time += 1;
        expect((await claimed("a")).attempt).toBe(2);
        expect(await read("a")).toMatchObject({ startedAt, heldUntil: time + LEASE_MS });
      });

      it("is given by force while somebody holds the run", async () => {
        await store.begin(planned({ id: "a" }));
        expect((await claimed("a", { force: true })).attempt).toBe(2);
      });

      it("is not given on a run that is done, not even by force", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        await claim.end({ state: "done", result: result() });
        expect(await store.claim("a")).toBeNull();
        expect(await store.claim("a", { force: true })).toBeNull();
      });

      it.each(["failed", "timeout", "skipped", "interrupted"] as const)(
        "is given at once on a run that is %s, whose error and end are forgotten",
        async (state) => {
          const first = await store.begin(planned({ id: "a" }));
          await first.end({ state, error: "wrong key" });
          expect((await claimed("a")).attempt).toBe(2);
          expect(await read("a")).toMatchObject({ state: "running", error: null, endedAt: null });
        },
      );

      it("is given once to many who ask at the same moment", async () => {
        await store.plan(listOf("l", 1));
        const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim("l-0")));
        expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
        expect((await read("l-0")).attempt).toBe(1);
      });

      it("holds the run for as long again when it is renewed", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        time += LEASE_MS - 1;
        await claim.renew();
        time += LEASE_MS - 1;
        expect(await store.claim("a")).toBeNull();
      });

      it("holds nothing when it is renewed after the run's end", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        await claim.end({ state: "failed", error: "wrong key" });
        await claim.renew();
        expect(await read("a")).toMatchObject({ state: "failed", heldUntil: null });
      });
    });

    describe("a claim on a run that somebody else has taken up", () => {
      const writes: Readonly<Record<string, (claim: RunClaim) => Promise<void>>> = {
        "a step's start": (claim) => claim.stepStarted(MARKET),
        "a step's report": (claim) => claim.stepEnded(MARKET, report()),
        "a step's gap": (claim) => claim.stepEnded(MARKET, gap()),
        "a renewal": (claim) => claim.renew(),
        "a result": (claim) => claim.end({ state: "done", result: result() }),
        "a failure": (claim) => claim.end({ state: "failed", error: "late" }),
      };

      it.each(Object.keys(writes))("does not write %s", async (what) => {
        const first = await store.begin(planned({ id: "a" }));
        const second = await claimed("a", { force: true });
        await second.stepStarted(NEWS);
        const before = await read("a");
        await expect(writes[what]?.(first)).rejects.toMatchObject({
          code: "taken_over",
          message: expect.stringContaining("run a"),
        });
        expect(await read("a")).toEqual(before);
      });

      it("does not write after the other has ended it either", async () => {
        const first = await store.begin(planned({ id: "a" }));
        const second = await claimed("a", { force: true });
        await second.end({ state: "done", result: result() });
        const codes = await Promise.all(
          Object.values(writes).map((write) => write(first).then(() => null, codeIt)),
        );
        expect(new Set(codes)).toEqual(new Set(["taken_over"]));
        expect((await read("a")).state).toBe("done");
      });
    });

    describe("a step", () => {
      it("is running when it has started, and done with its report", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        time += 10;
        const startedAt = time;
        await claim.stepStarted(NEWS);
        expect((await read("a")).steps[1]).toMatchObject({ state: "running", startedAt });
        time += 10;
        await claim.stepEnded(NEWS, report({ analyst: "news" }));
        const [market, news] = (await read("a")).steps;
        expect(news).toMatchObject({ state: "done", startedAt, endedAt: time, error: null });
        expect(news?.outcome).toEqual(report({ analyst: "news" }));
        expect(market?.state).toBe("waiting");
      });

      it("has failed with its gap, and says why", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        await claim.stepStarted(NEWS);
        await claim.stepEnded(NEWS, gap({ reason: "timeout", message: "later than 60 s" }));
        const [, news] = (await read("a")).steps;
        expect(news).toMatchObject({ state: "failed", error: "timeout: later than 60 s" });
        expect(news?.outcome).toEqual(gap({ reason: "timeout", message: "later than 60 s" }));
      });

      it("that starts once more has come to nothing yet", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        await claim.stepEnded(NEWS, gap());
        await claim.stepStarted(NEWS);
        expect((await read("a")).steps[1]).toMatchObject({
          state: "running",
          endedAt: null,
          error: null,
          outcome: null,
        });
      });

      it("is refused where the run has none of its name", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        await expect(claim.stepStarted("nobody")).rejects.toMatchObject({
          code: "storage",
          message: expect.stringContaining('"nobody"'),
        });
      });

      it("keeps whatever characters a model writes", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        const text = `nul \0, quote ' ", emoji 🎉, half of one \ud83c, 'robert'); drop table records; --`;
        await claim.stepEnded(MARKET, report({ text }));
        await claim.stepEnded(NEWS, gap({ message: text }));
        const [market, news] = (await read("a")).steps;
        expect(market?.outcome).toMatchObject({ text });
        expect(news?.outcome).toMatchObject({ message: text });
        expect(news?.error).toContain("emoji 🎉");
      });
    });

    describe("the end of a run", () => {
      it("keeps its result whole and in short, and holds it no longer", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        time += 100;
        await claim.end({ state: "done", result: result() });
        const run = await read("a");
        expect(run).toMatchObject({ state: "done", endedAt: time, heldUntil: null, error: null });
        expect(run.result).toEqual(result());
        expect(run.summary).toEqual(summaryOf(result()));
      });

      it("leaves what was begun to be done anew where there is no result", async () => {
        const claim = await store.begin(planned({ id: "a" }));
        await claim.stepEnded(MARKET, report());
        await claim.stepStarted(NEWS);
        await claim.end({ state: "interrupted", error: "stopped by Ctrl-C" });
        const { steps, ...run } = await read("a");
        expect(run).toMatchObject({ state: "interrupted", error: "stopped by Ctrl-C" });
        expect(run).toMatchObject({ result: null, summary: null, heldUntil: null });
        expect(steps).toMatchObject([
          { state: "done", outcome: report() },
          { state: "waiting", startedAt: null },
        ]);
      });

      it("leaves another run's steps alone", async () => {
        const [a, b] = [
          await store.begin(planned({ id: "a" })),
          await store.begin(planned({ id: "b" })),
        ];
        await b.stepStarted(NEWS);
        await a.end({ state: "failed", error: "wrong key" });
        expect(await read("b")).toMatchObject({ state: "running" });
        expect((await read("b")).steps[1]).toMatchObject({ state: "running" });
      });

      it.each<RunEnd>([
        { state: "done", result: result() },
        { state: "failed", error: "late" },
      ])("is written once: $state comes too late", async (late) => {
        const claim = await store.begin(planned({ id: "a" }));
        await claim.end({ state: "timeout", error: "30 min are over" });
        await expect(claim.end(late)).rejects.toMatchObject({ code: "taken_over" });
        expect(await read("a")).toMatchObject({ state: "timeout", error: "30 min are over" });
      });

      it("is written to those of a list that nobody has taken up, and to no others", async () => {
        await store.plan([...listOf("l", 4), ...listOf("other", 1)]);
        await claimed("l-0");
        await (await claimed("l-1")).end({ state: "done", result: result() });
        const skipped = { state: "skipped", error: "the time was over" } as const;
        expect(await store.endWaiting("l", skipped)).toBe(2);
        expect(await store.endWaiting("l", skipped)).toBe(0);
        const states = (await store.runs({ list: "l" })).map(({ state }) => state);
        expect(states).toEqual(["running", "done", "skipped", "skipped"]);
        expect(await read("l-3")).toMatchObject({ error: "the time was over", endedAt: time });
        expect((await read("other-0")).state).toBe("waiting");
      });
    });

    describe("what is asked for", () => {
      it("is nothing where nothing is recorded", async () => {
        expect(await store.read("none")).toBeNull();
        expect(await store.latestList()).toBeNull();
        expect(await ids({})).toEqual([]);
      });

      it("comes newest first, or in a list's order", async () => {
        await store.begin(planned({ id: "oldest" }));
        time += 1;
        await store.plan(listOf("l", 12).reverse());
        time += 1;
        await store.begin(planned({ id: "newest" }));
        const all = await ids({});
        expect([all.at(0), all.at(-1)]).toEqual(["newest", "oldest"]);
        expect(await ids({ list: "l" })).toEqual(listOf("l", 12).map(({ id }) => id));
      });

      it("has runs that were made at the same moment by list, and in the list's order", async () => {
        const inList = (list: string, ids: readonly string[]) =>
          ids.map((id, position) => planned({ id, list: { id: list, position } }));
        await store.plan([planned({ id: "alone-1" }), planned({ id: "alone-2" })]);
        await store.plan(inList("l", ["m", "z", "a"]));
        await store.plan(inList("k", ["n", "b"]));
        time += 1;
        await store.begin(planned({ id: "newer" }));
        const all = ["newer", "m", "z", "a", "n", "b", "alone-2", "alone-1"];
        expect(await ids({})).toEqual(all);
        expect(await ids({ limit: 2 })).toEqual(["newer", "m"]);
      });

      it("is what all conditions apply to", async () => {
        await store.begin(planned({ id: "a" }));
        time += 1;
        const failed = await store.begin(planned({ id: "b" }));
        await failed.end({ state: "failed", error: "wrong key" });
        const other = configuration({ symbol: "MSFT" });
        await store.begin(planned({ id: "c", configuration: other }));
        expect(await ids({ symbol: "AAPL" })).toEqual(["b", "a"]);
        expect(await ids({ states: ["failed", "running"], symbol: "AAPL" })).toEqual(["b", "a"]);
        expect(await ids({ states: ["failed"] })).toEqual(["b"]);
        expect(await ids({ states: [] })).toEqual([]);
        expect(await ids({ before: time })).toEqual(["a"]);
        expect(await ids({ before: time - 1 })).toEqual([]);
        expect(await ids({ limit: 1 })).toHaveLength(1);
        expect(await ids({ list: "none" })).toEqual([]);
      });

      it("is one run of each list, the newest list first, where a position is asked for", async () => {
        await store.plan(listOf("b", 2));
        time += 1;
        await store.plan(listOf("a", 2));
        await store.begin(planned({ id: "alone" }));
        expect(await ids({ position: 0 })).toEqual(["a-0", "b-0"]);
        expect(await ids({ position: 1, symbol: "AAPL", limit: 1 })).toEqual(["a-1"]);
      });

      it("is the list that was planned last", async () => {
        await store.plan(listOf("b", 2));
        time += 1;
        await store.plan(listOf("a", 2));
        time += 1;
        await store.begin(planned({ id: "alone" }));
        expect(await store.latestList()).toBe("a");
      });
    });

    it("forgets runs that are removed, and no others", async () => {
      await store.plan(listOf("l", 3));
      await store.remove(["l-0", "l-2", "none"]);
      await store.remove([]);
      expect(await ids({})).toEqual(["l-1"]);
      expect(await store.read("l-0")).toBeNull();
      expect((await read("l-1")).steps).toHaveLength(2);
    });

    it("does not write to a run that was removed", async () => {
      const claim = await store.begin(planned({ id: "a" }));
      await store.remove(["a"]);
      await expect(claim.renew()).rejects.toMatchObject({ code: "taken_over" });
      expect(await store.read("a")).toBeNull();
    });
  });
}

function listOf(list: string, length: number): PlannedRun[] {
  return Array.from({ length }, (_, position) =>
    planned({ id: `${list}-${position}`, list: { id: list, position } }),
  );
}

function codeIt(thrown: unknown): string {
  return codeOf(thrown, "usage");
}
