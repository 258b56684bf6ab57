import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { type PostgresServer, startPostgresServer } from "../tests/helpers/postgres-server.ts";
import { startWorkerProcess, type WorkerProcess } from "../tests/helpers/worker-process.ts";
import { latestRecords } from "./latest-records.ts";
import type { Benchmark, Measure } from "./measure.ts";
import { startSlowProvider } from "./provider.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";
import { tickers } from "./tickers.ts";

const root = join(import.meta.dirname, "..");
const RUNS = 40;
const WORKERS = 3;
/** Long enough a call for every worker to be in mid-run when something happens to it. */
const CALL_MS = 200;

/** Few enough runs at once for the processor to bear four such workers: it is waiting that is measured. */
const SLOW_CALL_MS = 1_000;
const SLOW_RUNS_AT_ONCE = 2;
const RUNS_A_WORKER = 12;
const WARM_UP_RUNS = 6;

/** Lists that several worker processes share, by way of PostgreSQL. */
export const distributed: Benchmark = async () => {
  const server = await startPostgresServer();
  if (server === null) {
    process.stderr.write(
      "PostgreSQL is not installed: the figures of many machines are left out.\n",
    );
    return [];
  }
  try {
    return [
      ...(await oneKilled(server)),
      ...(await databaseRestarted(server)),
      ...(await scaling(server)),
    ];
  } finally {
    await server.stop();
  }
};

async function oneKilled(server: PostgresServer): Promise<Measure[]> {
  let recoveryMs = 0;
  const { records, symbols, done } = await watched(server, {
    runs: RUNS,
    workers: WORKERS,
    callMs: CALL_MS,
    async meanwhile([killed, ...others]) {
      await killed?.saying(/ begun/);
      await wait(CALL_MS);
      killed?.signal("SIGKILL");
      const killedAt = performance.now();
      const lost = (killed?.symbols("begun") ?? []).filter(
        (symbol) => !killed?.symbols("done").includes(symbol),
      );
      const again = lost.map((symbol) => new RegExp(`^${symbol} begun .*attempt 2`));
      await Promise.all(
        again.map((line) => Promise.any(others.map((worker) => worker.saying(line)))),
      );
      recoveryMs = performance.now() - killedAt;
    },
  });
  const what = `${RUNS} runs over ${WORKERS} workers, one killed`;
  const ended = records.filter(({ state }) => state === "done");
  return [
    {
      what: `${what}: results in input order`,
      value: symbols.filter((symbol, index) => symbol === tickers(RUNS)[index]).length,
      unit: `of ${RUNS}`,
      atLeast: RUNS,
      reference: `${ended.filter(({ attempt }) => attempt > 1).length} of them taken up again`,
    },
    {
      what: `${what}: lost`,
      value: RUNS - ended.length,
      unit: "",
      atMost: 0,
      reference: "runs that have not come to a result",
    },
    {
      what: `${what}: finished twice`,
      value: done.length - new Set(done).size,
      unit: "",
      atMost: 0,
      reference: "runs that two workers say they have finished",
    },
    {
      what: `${what}: recovery`,
      value: recoveryMs / 1_000,
      unit: "s",
      atMost: 10,
      reference: "until the last of its runs was taken up again; the lease is 5 s",
    },
  ];
}

async function databaseRestarted(server: PostgresServer): Promise<Measure[]> {
  const { records } = await watched(server, {
    runs: RUNS,
    workers: WORKERS,
    callMs: CALL_MS,
    async meanwhile([worker]) {
      await worker?.saying(/ done/);
      await server.restart();
    },
  });
  const counts = Object.entries(Object.groupBy(records, ({ state }) => state));
  return [
    {
      what: `${RUNS} runs, PostgreSQL restarted in mid-list: runs that have ended`,
      value: records.filter(({ state }) => state === "done" || state === "failed").length,
      unit: `of ${RUNS}`,
      atLeast: RUNS,
      reference: counts.map(([state, runs]) => `${runs?.length} ${state}`).join(", "),
    },
  ];
}

async function scaling(server: PostgresServer): Promise<Measure[]> {
  const throughput = async (workers: number) => {
    const runs = workers * RUNS_A_WORKER;
    const { records } = await watched(server, {
      runs,
      workers,
      callMs: SLOW_CALL_MS,
      atOnce: SLOW_RUNS_AT_ONCE,
      warmUpRuns: WARM_UP_RUNS,
    });
    const begun = Math.min(...records.map(({ startedAt }) => startedAt ?? Number.NaN));
    const ended = Math.max(...records.map(({ endedAt }) => endedAt ?? Number.NaN));
    return runs / ((ended - begun) / 1_000);
  };
  const one = await throughput(1);
  const measures: Measure[] = [];
  for (const workers of [2, 4]) {
    const perSecond = await throughput(workers);
    measures.push({
      what: `${workers} worker processes with ${SLOW_CALL_MS / 1_000} s calls, of linear`,
      value: perSecond / (workers * one),
      unit: "",
      atLeast: 0.9,
      reference: `${perSecond.toFixed(2)} runs a second; one process ${one.toFixed(2)}`,
    });
  }
  return measures;
}

interface WatchedList {
  readonly runs: number;
  readonly workers: number;
  readonly callMs: number;
  /** Of each worker. */
  readonly atOnce?: number;
  /** Of each worker, before: what a process does for the first time takes it longer. */
  readonly warmUpRuns?: number;
  readonly meanwhile?: (workers: readonly WorkerProcess[]) => Promise<void>;
}

/** A list that worker processes share, from its start to its end. */
async function watched(
  { url }: PostgresServer,
  { runs, workers, callMs, atOnce = 4, warmUpRuns = 0, meanwhile = async () => {} }: WatchedList,
) {
  const provider = await startSlowProvider();
  return withTemporaryFolder(async (folder) => {
    const env = {
      DATABASE_URL: url,
      OPENAI_BASE_URL: provider.baseUrl,
      OPENAI_API_KEY: "bench",
      LOGS_DIR: folder,
    };
    const started = await Promise.all(
      Array.from({ length: workers }, () =>
        startWorkerProcess(env, "--max-workers", String(atOnce)),
      ),
    );
    try {
      if (warmUpRuns > 0) await watch(tickers(workers * warmUpRuns), env);
      provider.pace.answerMs = callMs;
      const [rows] = await Promise.all([watch(tickers(runs), env), meanwhile(started)]);
      return {
        symbols: rows.map(({ symbol }) => symbol),
        records: await latestRecords({ url, folder: "" }),
        done: started.flatMap((worker) => worker.symbols("done")),
      };
    } finally {
      for (const worker of started) worker.signal("SIGKILL");
      await Promise.all(started.map(({ exit }) => exit));
      provider.close();
    }
  });
}

async function watch(
  symbols: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<readonly { readonly symbol: string }[]> {
  const model = ["--model", "gpt-4o", "--max-concurrency", "64"];
  const list = ["--data", "demo", "--depth", "quick", "--distributed", "--json", "--quiet"];
  const child = spawn(
    process.execPath,
    ["bin/trading-graph.js", "watch", ...symbols, ...model, ...list],
    {
      cwd: root,
      env: { ...process.env, ...env, CI: "true" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  return JSON.parse(await text(child.stdout));
}
