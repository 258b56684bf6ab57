import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { runCli } from "#app/cli.ts";
import type { Depth } from "#core/depth.ts";
import type { RunRecord } from "#core/run-record.ts";
import { systemClock } from "#runtime/clock.ts";
import { latestRecords } from "./latest-records.ts";
import { type Benchmark, type Measure, median, repeat } from "./measure.ts";
import { startSlowProvider } from "./provider.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";
import { tickers } from "./tickers.ts";

const root = join(import.meta.dirname, "..");
const CALL_MS = 1_000;
/** Model calls that have to wait for each other. */
const CALLS_DEEP = { standard: 3, deep: 5 } as const;
const MANY = 500;
const SAMPLE_EVERY_MS = 250;

/** Lists of tickers in one process, over a provider that takes a second for each answer. */
export const watchlist: Benchmark = async () => {
  const provider = await startSlowProvider();
  provider.pace.answerMs = CALL_MS;
  const live = {
    OPENAI_BASE_URL: provider.baseUrl,
    OPENAI_API_KEY: "bench",
    TRADING_GRAPH_MODEL: "gpt-4o",
    TRADING_GRAPH_MAX_CONCURRENCY: "64",
  };
  try {
    return [...(await equalTickers(live)), ...(await manyTickers(live)), ...(await memory())];
  } finally {
    provider.close();
  }
};

type Environment = Readonly<Record<string, string>>;

/** In this process, and once before: what runs for the first time takes it longer. */
async function equalTickers(env: Environment): Promise<Measure[]> {
  const ratio = async () => {
    const { times, wallMs } = await watched(8, "deep", env, watchHere);
    return times.reduce((all, ms) => all + ms, 0) / wallMs;
  };
  const first = await ratio();
  return [
    {
      what: "8 tickers, 8 at once, 1 s calls: sum of their times / wall",
      value: median(await repeat(3, ratio)),
      unit: "x",
      atLeast: 7.8,
      reference: `6.8 of a system that was called parallel; ${first.toFixed(2)} in the first list of a process`,
    },
  ];
}

async function manyTickers(env: Environment): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const depth of ["standard", "deep"] as const) {
    const { times } = await watched(64, depth, env);
    const idealMs = CALLS_DEEP[depth] * CALL_MS;
    measures.push({
      what: `64 tickers, 8 at once, 1 s calls, ${depth}: median time / ideal`,
      value: median(times) / idealMs,
      unit: "x",
      // The desk's own work is the same for three calls as for five.
      atMost: depth === "deep" ? 1.05 : null,
      reference: `${CALLS_DEEP[depth]} calls deep; 1.065 of a rough prototype, 4 calls deep`,
    });
  }
  return measures;
}

/** Resident memory while a long list is worked on. */
async function memory(): Promise<Measure[]> {
  return withTemporaryFolder(async (folder) => {
    const child = start(MANY, { LOGS_DIR: folder });
    const samples: number[] = [];
    while (child.exitCode === null) {
      const resident = await residentMb(child.pid);
      if (resident !== null) samples.push(resident);
      await wait(SAMPLE_EVERY_MS);
    }
    await allDone(MANY, folder);
    if (samples.length < 8) {
      process.stderr.write("This system does not tell a process's memory: it is left out.\n");
      return [];
    }
    const quarter = Math.floor(samples.length / 4);
    const early = median(samples.slice(quarter, 2 * quarter));
    const late = median(samples.slice(3 * quarter));
    return [
      {
        what: `${MANY} tickers on demo data: most resident memory`,
        value: Math.max(...samples),
        unit: "MB",
        atMost: 300,
        reference: "303 of a rough prototype with 112 tickers",
      },
      {
        what: `${MANY} tickers: memory of the last quarter / of the second`,
        value: late / early,
        unit: "x",
        atMost: 1.15,
        reference: `${Math.round(early)} MB, then ${Math.round(late)} MB`,
      },
    ];
  });
}

/** The times of a list's runs, and of the list from its first run's start to its last one's end. */
async function watched(count: number, depth: Depth, env: Environment, watch = watchInProcess) {
  return withTemporaryFolder(async (folder) => {
    await watch(count, { ...env, TRADING_GRAPH_DEPTH: depth, LOGS_DIR: folder });
    const runs = (await allDone(count, folder)).map(({ startedAt, endedAt }) => ({
      from: startedAt ?? Number.NaN,
      to: endedAt ?? Number.NaN,
    }));
    return {
      times: runs.map(({ from, to }) => to - from),
      wallMs: Math.max(...runs.map(({ to }) => to)) - Math.min(...runs.map(({ from }) => from)),
    };
  });
}

/**
 * The runs of the list in a folder.
 *
 * @throws when one has no result: then nothing was measured
 */
async function allDone(count: number, folder: string): Promise<readonly RunRecord[]> {
  const records = await latestRecords({ url: null, folder });
  const done = records.filter(({ state }) => state === "done").length;
  if (done !== count) throw new Error(`${done} of ${count} runs are done`);
  return records;
}

async function watchHere(count: number, env: Environment): Promise<void> {
  const silent = { write: (_text: string, left?: () => void) => left?.() };
  await runCli({
    argv: argvOf(count),
    environment: () => env,
    terminal: { stdout: silent, stderr: silent },
    stdin: () => Readable.from([]),
    clock: systemClock,
    signal: new AbortController().signal,
  });
}

async function watchInProcess(count: number, env: Environment): Promise<void> {
  await once(start(count, env), "close");
}

function start(count: number, env: Environment): ChildProcess {
  return spawn(process.execPath, ["bin/trading-graph.js", ...argvOf(count)], {
    cwd: root,
    env: { ...process.env, CI: "true", ...env },
    stdio: "ignore",
  });
}

function argvOf(count: number): string[] {
  return ["watch", ...tickers(count), "--data", "demo", "--max-workers", "8", "--quiet"];
}

/** null where the system does not say. */
async function residentMb(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}
