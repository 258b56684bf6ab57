import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { watchRowSchema } from "#core/watchlist/row.ts";
import { openRunQueue } from "#runtime/queue/open-queue.ts";
import { refuse } from "../../helpers/chat-completions-stub.ts";
import { cli } from "../../helpers/cli.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { answerWell, startProvider } from "../../helpers/provider.ts";

const LIST = ["--data", "demo", "--depth", "quick", "--distributed"];
const PATIENCE = { timeout: 30_000, interval: 20 };

type Environment = Readonly<Record<string, string>>;

/** A worker of this process, until the test ends. */
function startWorker(env: Environment, ...options: string[]) {
  const stop = new AbortController();
  let printed = "";
  const ended = cli(["worker", ...options], {
    env,
    signal: stop.signal,
    onStderr(text) {
      printed += text;
    },
  });
  const worker = {
    stop() {
      stop.abort();
      return ended;
    },
    saying: (words: string) => vi.waitUntil(() => printed.includes(words), PATIENCE),
  };
  onTestFinished(async () => {
    await worker.stop();
  });
  return worker;
}

async function watch(env: Environment, argv: readonly string[], signal?: AbortSignal) {
  const run = await cli(["watch", ...argv, ...LIST, "--json"], { env, ...(signal && { signal }) });
  const rows = () => {
    return z
      .array(watchRowSchema)
      .parse(JSON.parse(run.stdout))
      .map(({ symbol, status, reason }) => ({ symbol, status, reason }));
  };
  return { ...run, rows };
}

/** Answers that come when the test says so. */
async function heldProvider() {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const provider = await startProvider((...asked) => {
    released.then(() => answerWell(...asked));
    return true;
  });
  return { ...provider, release };
}

function liveIn(databaseUrl: string, origin: string): Environment {
  return {
    DATABASE_URL: databaseUrl,
    OPENAI_API_KEY: "key-0123456789",
    OPENAI_BASE_URL: `${origin}/v1`,
    TRADING_GRAPH_MODEL: "gpt-4o",
  };
}

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
    await vi.waitUntil(async () => (await queue.counts()).waiting === 0, PATIENCE);
    const { stderr } = await worker.stop();
    expect(stderr.match(/AAPL begun/g)).toHaveLength(1);
    expect(await queue.counts()).toEqual({ active: 0, waiting: 0, failed: 0 });
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

  it("is done by whoever can, where other workers are badly set", async () => {
    const { origin } = await startProvider();
    const env = liveIn(await freshDatabase(), origin);
    const other = startWorker({ ...env, TRADING_GRAPH_BENCHMARK: "QQQ" });
    const { OPENAI_API_KEY: _, ...keyless } = env;
    const poor = startWorker(keyless);
    const good = startWorker(env, "--max-workers", "1");
    const tickers = ["AAPL", "MSFT", "KO", "JPM", "XOM", "PFE", "WMT", "META"];
    const { code, rows } = await watch(env, tickers);
    expect(rows()).toEqual(tickers.map((symbol) => ({ symbol, status: "done", reason: null })));
    expect(code).toBe(0);
    const { stdout } = await cli(["queue"], { env });
    expect(stdout).toBe("0 active, 0 waiting, 0 failed.\n");

    const refusals = async (worker: typeof other) => {
      const { stderr } = await worker.stop();
      return stderr.split("\n").filter((line) => line.startsWith("Leaves runs"));
    };
    expect(await refusals(other)).toEqual([
      expect.stringMatching(/other workers: .*benchmark was "\^GSPC" and is "QQQ" now/),
    ]);
    expect(await refusals(poor)).toEqual([
      expect.stringMatching(/needs a key: set OPENAI_API_KEY/),
    ]);
    expect(await refusals(good)).toEqual([]);
  });

  it("waits where no worker has its settings, says why, and is done once one has", async () => {
    const env = { DATABASE_URL: await freshDatabase() };
    startWorker({ ...env, TRADING_GRAPH_BENCHMARK: "QQQ" });
    let printed = "";
    const list = cli(["watch", "AAPL", ...LIST], {
      env,
      onStderr(text) {
        printed += text;
      },
    });
    await vi.waitUntil(() => printed.includes("Workers leave the runs to others"), PATIENCE);
    expect(printed).toMatch(/benchmark was "\^GSPC" and is "QQQ" now\. Start workers with/);
    // Now and then it looks whether it can by now.
    await vi.waitFor(async () => {
      const { stdout } = await cli(["queue", "--json"], { env });
      expect(JSON.parse(stdout)).toMatchObject({
        counts: { active: 0, waiting: 1, failed: 0 },
        jobs: [
          { state: "waiting", worker: null, attempt: 0, reason: expect.stringContaining("QQQ") },
        ],
      });
    }, PATIENCE);
    startWorker(env);
    expect((await list).code).toBe(0);
  });

  it("is done by whoever can, where the provider refuses another worker's key", async () => {
    const { origin } = await startProvider((response, _attempt, { headers }) => {
      return headers.authorization === "Bearer wrong-key" && refuse(response, 401);
    });
    const env = liveIn(await freshDatabase(), origin);
    const refused = startWorker({ ...env, OPENAI_API_KEY: "wrong-key" });
    startWorker(env, "--max-workers", "2");
    const tickers = ["AAPL", "MSFT", "KO", "JPM", "XOM", "PFE", "WMT", "META"];
    const { rows } = await watch(env, tickers);
    expect(rows()).toEqual(tickers.map((symbol) => ({ symbol, status: "done", reason: null })));
    await refused.saying("Leaves runs to other workers");
  });

  it("fails where the provider refuses the key at every worker", async () => {
    const { origin } = await startProvider((response) => refuse(response, 401));
    const env = liveIn(await freshDatabase(), origin);
    // Four, so that none has to rest first.
    for (let worker = 0; worker < 4; worker += 1) startWorker(env, "--max-workers", "1");
    const { code, rows } = await watch(env, ["AAPL"]);
    expect(code).toBe(1);
    expect(rows()).toEqual([
      { symbol: "AAPL", status: "failed", reason: expect.stringContaining("OPENAI_API_KEY") },
    ]);
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
