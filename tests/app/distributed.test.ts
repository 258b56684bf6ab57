import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { watchRowSchema } from "#core/watchlist/row.ts";
import { systemClock } from "#runtime/clock.ts";
import { openStore } from "#runtime/store/open-store.ts";
import type { InPlace, SeenRequest } from "../helpers/chat-completions-stub.ts";
import { cli } from "../helpers/cli.ts";
import { describePostgres, freshDatabase } from "../helpers/postgres.ts";
import { answerWell, roleOf, startProvider } from "../helpers/provider.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { startWorkerProcess } from "../helpers/worker-process.ts";

const TICKERS = "AAPL MSFT NVDA AMZN GOOGL META TSLA JPM XOM KO PFE WMT".split(" ");
const LIST = ["--data", "demo", "--model", "gpt-4o", "--depth", "quick", "--distributed", "--json"];
const PATIENCE = { timeout: 60_000, interval: 20 };

/** Who asks is known by the key. */
const KEYS = { killed: "key-of-killed", frozen: "key-of-frozen", sound: "key-of-sound" };

describePostgres("a list over three workers", () => {
  it("of which one is killed and one frozen, has every result once and in its order", async () => {
    const held = holdManagersOf(KEYS.killed, KEYS.frozen);
    const { origin, seen } = await startProvider(held.first);
    const databaseUrl = await freshDatabase();
    const env = (key: string, logsDir: string) => ({
      DATABASE_URL: databaseUrl,
      OPENAI_BASE_URL: `${origin}/v1`,
      OPENAI_API_KEY: key,
      LOGS_DIR: logsDir,
    });
    const start = async (key: string) => {
      const logs = await temporaryFolder();
      const worker = await startWorkerProcess(env(key, logs), "--max-workers", "2");
      onTestFinished(() => worker.signal("SIGKILL"));
      return worker;
    };
    const [killed, frozen] = await Promise.all([start(KEYS.killed), start(KEYS.frozen)]);

    const list = cli(["watch", ...TICKERS, ...LIST], {
      env: env(KEYS.sound, await temporaryFolder()),
    });
    // All of theirs are in mid-run: their analysts have reported, and the manager's answer is awaited.
    await vi.waitUntil(() => held.waiting() === 4, PATIENCE);
    killed.signal("SIGKILL");
    frozen.signal("SIGSTOP");
    const sound = await start(KEYS.sound);

    const { stdout, stderr, code } = await list;
    const rows = z.array(watchRowSchema).parse(JSON.parse(stdout));
    expect(rows.map(({ symbol, status }) => `${symbol} ${status}`)).toEqual(
      TICKERS.map((symbol) => `${symbol} done`),
    );
    expect(code, stderr).toBe(0);
    const before = await recordsIn(databaseUrl);
    expect(before.map(({ symbol }) => symbol).toSorted()).toEqual(TICKERS.toSorted());

    frozen.signal("SIGCONT");
    held.release();
    await frozen.saying(/left to others/);
    await wait(200);
    expect(await recordsIn(databaseUrl)).toEqual(before);
    // What it has lost is said once, and not by the queue's own words.
    expect(frozen.lines().filter((line) => line.startsWith("Queue:"))).toEqual([]);

    const done = [killed, frozen, sound].flatMap((worker) => worker.symbols("done"));
    expect(done.toSorted()).toEqual(TICKERS.toSorted());
    const begun = [killed, frozen].flatMap((worker) => worker.symbols("begun"));
    expect(begun).toHaveLength(4);
    const recovered = before.filter(({ attempt }) => attempt > 1).map(({ symbol }) => symbol);
    expect(recovered.toSorted()).toEqual(begun.toSorted());
    // What was finished is not done again.
    const ofAnalysts = seen.filter((request) => roleOf(request) !== "portfolio_manager");
    expect(ofAnalysts).toHaveLength(6 * TICKERS.length);

    sound.signal("SIGTERM");
    expect(await sound.exit).toBe(0);
  }, 120_000);
});

/** Answers whose turn comes later: those of the portfolio manager, for some keys. */
function holdManagersOf(...keys: readonly string[]) {
  let waiting = 0;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const first: InPlace = (response: ServerResponse, attempt: number, request: SeenRequest) => {
    const key = String(request.headers.authorization).replace("Bearer ", "");
    if (!keys.includes(key) || roleOf(request) !== "portfolio_manager") return false;
    waiting += 1;
    released.then(() => answerWell(response, attempt, request));
    return true;
  };
  return { first, release, waiting: () => waiting };
}

async function recordsIn(url: string) {
  const store = await openStore({ url, folder: "", clock: systemClock, secrets: [] });
  try {
    const runs = await store.runs.runs({});
    return runs.map(({ configuration, state, attempt, endedAt }) => {
      return { symbol: configuration.symbol, state, attempt, endedAt };
    });
  } finally {
    await store.close();
  }
}
