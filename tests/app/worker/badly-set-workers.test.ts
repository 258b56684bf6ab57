import { expect, it, vi } from "vitest";
import { refuse } from "../../helpers/chat-completions-stub.ts";
import { cli } from "../../helpers/cli.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { startProvider } from "../../helpers/provider.ts";
import { LIST, liveIn, PATIENCE, startWorker, watch } from "../../helpers/workers-here.ts";

describePostgres("a list that is left to workers, some of them badly set,", () => {
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
});
