import { onTestFinished, vi } from "vitest";
import { z } from "zod";
import { watchRowSchema } from "#core/watchlist/row.ts";
import { cli } from "./cli.ts";
import { answerWell, startProvider } from "./provider.ts";

export const LIST = ["--data", "demo", "--depth", "quick", "--distributed"];
export const PATIENCE = { timeout: 30_000, interval: 20 };

type Environment = Readonly<Record<string, string>>;

/** A worker of this process, until the test ends. */
export function startWorker(env: Environment, ...options: string[]) {
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

export async function watch(env: Environment, argv: readonly string[], signal?: AbortSignal) {
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
export async function heldProvider() {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const provider = await startProvider((...asked) => {
    released.then(() => answerWell(...asked));
    return true;
  });
  return { ...provider, release };
}

export function liveIn(databaseUrl: string, origin: string): Environment {
  return {
    DATABASE_URL: databaseUrl,
    OPENAI_API_KEY: "key-0123456789",
    OPENAI_BASE_URL: `${origin}/v1`,
    TRADING_GRAPH_MODEL: "gpt-4o",
  };
}
