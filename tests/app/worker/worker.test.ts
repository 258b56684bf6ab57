import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openRunQueue } from "#runtime/queue/open-queue.ts";
import { cli } from "../../helpers/cli.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { startProvider } from "../../helpers/provider.ts";
import {
  heldProvider,
  LIST,
  liveIn,
  PATIENCE,
  startWorker,
  watch,
} from "../../helpers/workers-here.ts";

describePostgres("a list that is left to workers", () => {
  it("comes back in its order, and leaves nothing in the queue", async () => {
    const env = { DATABASE_URL: await freshDatabase() };
    startWorker(env);
    const { code, rows } = await watch(env, ["NVDA", "AAPL", "MSFT"]);
    expect(code).toBe(0);
    expect(rows()).toEqual(
      ["NVDA", "AAPL", "MSFT"].map((symbol) => ({ symbol, status: "done", reason: null })),
    );
    const { stdout } = await cli(["queue"], { env });
    expect(stdout).toBe("0 active, 0 waiting, 0 failed.\n");
  });

  it("is not done again where a run that is done is enqueued once more", async () => {
    const databaseUrl = await freshDatabase();
    const env = { DATABASE_URL: databaseUrl };
    const worker = startWorker(env);
    await watch(env, ["AAPL"]);
    const records = async () => JSON.parse((await cli(["runs", "--json"], { env })).stdout);
    const [run] = await records();
    const queue = await openRunQueue({ databaseUrl, redisUrl: null });
    onTestFinished(() => queue.close());
    await queue.add([{ runId: run.id, endedAt: null }]);
    const idle = { active: 0, waiting: 0, failed: 0 };
    await vi.waitFor(async () => expect(await queue.counts()).toEqual(idle), PATIENCE);
    const { stderr } = await worker.stop();
    expect(stderr.match(/AAPL begun/g)).toHaveLength(1);
    expect(await queue.counts()).toEqual(idle);
    expect(await records()).toEqual([run]);
  });

  it("ends when its time is over: who is at work loses the run, and takes the next", async () => {
    const provider = await heldProvider();
    const env = liveIn(await freshDatabase(), provider.origin);
    const worker = startWorker(env, "--max-workers", "1");
    const { rows } = await watch(env, ["AAPL", "MSFT", "--timeout", "2"]);
    expect(rows()).toEqual([
      { symbol: "AAPL", status: "timeout", reason: expect.stringMatching(/time of 2 s/) },
      { symbol: "MSFT", status: "skipped", reason: expect.stringMatching(/was not begun/) },
    ]);
    await worker.saying("left to others");
    provider.release();
    const next = await watch(env, ["KO"]);
    expect(next.rows()).toEqual([{ symbol: "KO", status: "done", reason: null }]);
  });

  it("stopped by a person, leaves those at work to their workers and begins no other", async () => {
    const provider = await heldProvider();
    const env = liveIn(await freshDatabase(), provider.origin);
    const worker = startWorker(env, "--max-workers", "1");
    const stop = new AbortController();
    const list = watch(env, ["AAPL", "MSFT"], stop.signal);
    await worker.saying("AAPL begun");
    stop.abort(new Error("interrupted"));
    const { code, rows } = await list;
    expect(code).toBe(130);
    expect(rows().map(({ status }) => status)).toEqual(["skipped", "skipped"]);
    provider.release();
    await worker.saying("AAPL done");

    const resumed = await watch(env, ["AAPL", "MSFT", "--resume"]);
    expect(resumed.rows().map(({ status }) => status)).toEqual(["done", "done"]);
    expect(resumed.code).toBe(0);
  });

  it("goes on at another worker when one is told to stop", async () => {
    const provider = await heldProvider();
    const env = liveIn(await freshDatabase(), provider.origin);
    const first = startWorker(env);
    const list = watch(env, ["AAPL"]);
    await first.saying("AAPL begun");
    const { code, stderr } = await first.stop();
    expect(code).toBe(0);
    expect(stderr).toMatch(/AAPL-\w+ left to others: this worker stops/);
    provider.release();
    const second = startWorker(env);
    expect((await list).rows()).toEqual([{ symbol: "AAPL", status: "done", reason: null }]);
    await second.saying("attempt 2");
  });

  it("begins no more once its budget is spent", async () => {
    const { origin } = await startProvider();
    const env = liveIn(await freshDatabase(), origin);
    startWorker(env, "--max-workers", "1");
    const { rows } = await watch(env, ["AAPL", "MSFT", "KO", "--max-tokens", "1"]);
    expect(rows().map(({ status }) => status)).toEqual(["done", "skipped", "skipped"]);
    expect(rows()[2]?.reason).toMatch(/budget is spent/);
  });

  it("says that nobody works, and is worked on as soon as somebody does", async () => {
    const env = { DATABASE_URL: await freshDatabase() };
    let waiting = false;
    const list = cli(["watch", "AAPL", ...LIST], {
      env,
      onStderr(text) {
        waiting ||= text.includes("Nobody takes the runs");
      },
    });
    await vi.waitUntil(() => waiting, PATIENCE);
    startWorker(env);
    expect((await list).code).toBe(0);
  });
});

describe("without a database that machines share", () => {
  it.each(["worker", "queue"])("%s says what to set", async (command) => {
    const { code, stderr } = await cli([command]);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^Error: ${command} needs .* DATABASE_URL`));
  });
});
