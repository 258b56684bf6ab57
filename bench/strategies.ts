import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { readStrategiesRequest } from "#app/commands/strategies-request.ts";
import { readConfig } from "#app/config.ts";
import { contestConfigurationOf } from "#app/contest/contest-configuration.ts";
import { openContestDesk } from "#app/contest/contest-desk.ts";
import { runContest } from "#app/contest/run-contest.ts";
import { contestResultSchema } from "#core/contest/contest.ts";
import { lengthOf, type Span } from "#core/span.ts";
import { systemClock } from "#runtime/clock.ts";
import { createJournal } from "#runtime/journal.ts";
import { type Benchmark, median, repeat } from "./measure.ts";
import { startSlowProvider } from "./provider.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

const root = join(import.meta.dirname, "..");
const ANSWER_MS = 1_000;
const RUNS = 7;

const STRATEGY = `Two averages.

\`\`\`js
// Holds the share while the fast average is above the slow one.
function mean(values, count) {
  let sum = 0;
  for (let i = values.length - count; i < values.length; i += 1) sum += values[i];
  return sum / count;
}

function execute_trade(market, portfolio) {
  const { close } = market;
  if (close.length < 50) return 0;
  const up = mean(close, 20) > mean(close, 50);
  if (up && portfolio.shares === 0) return portfolio.cash / close[close.length - 1];
  return up ? 0 : -portfolio.shares;
}
\`\`\`
`;

/** Authors over a provider that takes a second for each answer. */
export const strategies: Benchmark = async () => {
  const provider = await startSlowProvider(STRATEGY);
  provider.pace.answerMs = ANSWER_MS;
  try {
    const hold = async (models: readonly string[], more: readonly string[] = []) => {
      provider.inFlight.slowestMs = 0;
      const held = await holdContest(models, provider.baseUrl, more);
      return { ...held, neededMs: provider.inFlight.slowestMs + held.backtestsMs };
    };
    const fresh = await repeat(RUNS, () => contestOfItsOwn(named("model", 6), provider.baseUrl));
    // What runs for the first time takes longer.
    await repeat(2, () => hold(named("model", 6)));
    const six = await repeat(RUNS, () => hold(named("model", 6)));
    provider.inFlight.most = 0;
    const ten = await hold(named("model", 10));
    const most = provider.inFlight.most;
    const failing = await hold([...named("model", 4), ...named("unknown", 2)]);
    const late = await hold([...named("model", 4), ...named("silent", 2)], ["--deadline", "3"]);
    return [
      {
        what: `six models, ${ANSWER_MS} ms each: first request to last figure / (slowest request at the provider + backtests)`,
        value: median(six.map((one) => one.authorsMs / one.neededMs)),
        unit: "x",
        atMost: 1.02,
        reference: "6 one after another",
      },
      {
        what: "the same of the whole contest, with reading ten years of bars and ranking",
        value: median(six.map((one) => one.wallMs / one.neededMs)),
        unit: "x",
        reference: "1 at best",
      },
      {
        what: "the whole contest, the first in its process",
        value: median(fresh),
        unit: "ms",
        reference: `${median(six.map(({ wallMs }) => wallMs)).toFixed(0)} later on`,
      },
      {
        what: "six models, equal times: sum of the requests / wall of the requests",
        value: median(six.map(({ writes }) => sumOf(writes) / reachOf(writes))),
        unit: "x",
        atLeast: 5.95,
        reference: "5.9 in the seed; 6 at best",
      },
      {
        what: "ten models: requests in flight, at most",
        value: most,
        unit: "",
        atMost: 6,
        atLeast: 6,
        reference: "6 at a time",
      },
      {
        what: "ten models, six at a time: wall / two rounds of requests",
        value: ten.wallMs / (2 * ANSWER_MS),
        unit: "x",
        reference: "1 at best, 5 one after another",
      },
      {
        what: "six models, two of them fail: rows with figures",
        value: failing.measured,
        unit: "of 6",
        atLeast: 4,
        atMost: 4,
        reference: `${failing.failed} with a reason`,
      },
      {
        what: "six models, two never answer, deadline 3 s: rows with figures",
        value: late.measured,
        unit: "of 6",
        atLeast: 4,
        atMost: 4,
        reference: `${late.failed} with a reason; all of it took ${(late.wallMs / 1_000).toFixed(2)} s`,
      },
    ];
  } finally {
    provider.close();
  }
};

function named(what: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) => `${what}-${place + 1}`);
}

/** One contest of a provider's models over ten years of the demo market. */
async function holdContest(models: readonly string[], baseUrl: string, more: readonly string[]) {
  const env = { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "bench" };
  const config = readConfig(env);
  const argv = ["AAPL", "--data", "demo", "--models", models.join(","), ...more];
  const request = readStrategiesRequest(argv, env, config, systemClock.now());
  const configuration = contestConfigurationOf(request, config, systemClock.now());
  const desk = await openContestDesk(configuration, config, systemClock);
  try {
    const { result, spans } = await runContest(configuration, desk, {
      runId: "bench",
      journal: createJournal([]),
      signal: new AbortController().signal,
      deadline: new AbortController().signal,
      text: false,
      secrets: [],
    });
    const failed = result.entries.filter(({ failure }) => failure !== null).length;
    const steps = spans.filter(({ kind }) => kind === "author_step");
    const writes = steps.filter(({ name }) => name === "write");
    const backtests = steps.filter(({ name }) => name !== "write");
    const answered = Math.max(...writes.map(({ endedAt }) => endedAt));
    const measured = Math.max(...backtests.map(({ endedAt }) => endedAt));
    return {
      failed,
      measured: result.entries.length - failed,
      wallMs: result.timeline.wallMs,
      authorsMs: measured - Math.min(...writes.map(({ startedAt }) => startedAt)),
      /** From the last answer until the last strategy had its figures. */
      backtestsMs: measured - answered,
      writes,
    };
  } finally {
    await desk.close();
  }
}

/** How long a contest took that was the first of its process, in milliseconds. */
async function contestOfItsOwn(models: readonly string[], baseUrl: string): Promise<number> {
  return withTemporaryFolder(async (folder) => {
    const argv = ["strategies", "AAPL", "--data", "demo", "--quiet", "--json"];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, "bin", "trading-graph.js"), ...argv, "--models", models.join(",")],
      {
        env: { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "bench", LOGS_DIR: folder },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return contestResultSchema.parse(JSON.parse(stdout)).timeline.wallMs;
  });
}

function reachOf(spans: readonly Span[]): number {
  const ends = spans.map(({ endedAt }) => endedAt);
  return Math.max(...ends) - Math.min(...spans.map(({ startedAt }) => startedAt));
}

function sumOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}
