import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import {
  type CutOffRun,
  killedRun,
  type ProcessEnvironment,
  resumedRun,
  substanceOf,
  undisturbedRun,
} from "../tests/helpers/killed-runs.ts";
import { startPostgresServer } from "../tests/helpers/postgres-server.ts";
import type { Benchmark, Measure } from "./measure.ts";
import { startSlowProvider } from "./provider.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

const KILLS = 100;

/** How long the model takes for each answer: as of real ones, it is what a run mostly waits for. */
const ANSWER_MS = 300;

/** kill -9 at random moments of a run, which another process then resumes. */
export const kills: Benchmark = async () => {
  const provider = await startSlowProvider();
  provider.pace.answerMs = ANSWER_MS;
  const live = {
    OPENAI_BASE_URL: provider.baseUrl,
    OPENAI_API_KEY: "bench",
    TRADING_GRAPH_MODEL: "gpt-4o",
  };
  const server = await startPostgresServer();
  try {
    const onFile = await killsOn("SQLite", live);
    if (server === null) return onFile;
    const env = { ...live, DATABASE_URL: server.url };
    return [...onFile, ...(await killsOn("PostgreSQL", env))];
  } finally {
    provider.close();
    await server?.stop();
  }
};

async function killsOn(store: string, env: ProcessEnvironment): Promise<Measure[]> {
  return withTemporaryFolder(async (folder) => {
    const own = (name: string) => ({ ...env, LOGS_DIR: join(folder, name) });
    const { result, ms } = await undisturbedRun(own("whole"));
    const expected = substanceOf(result);
    const killed: CutOffRun[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      killed.push(await killedRun(own(String(kill)), () => wait(Math.random() * ms)));
    }
    const counts = { right: 0, finished: 0, nodes: 0, ended: 0, repeated: 0 };
    for (const run of killed) {
      const resumed = await resumedRun(run);
      counts.right += isDeepStrictEqual(substanceOf(resumed.result), expected) ? 1 : 0;
      counts.finished += resumed.finishedBefore ? 1 : 0;
      counts.nodes += resumed.nodes;
      counts.ended += resumed.ended;
      counts.repeated += resumed.repeated.length;
    }
    return measuresOf(store, counts);
  });
}

function measuresOf(
  store: string,
  counts: Readonly<Record<"right" | "finished" | "nodes" | "ended" | "repeated", number>>,
): Measure[] {
  const moments = `${KILLS} random moments, ${counts.finished} of them after the end`;
  return [
    {
      what: `kill -9 on ${store}: right results once resumed`,
      value: counts.right,
      unit: `of ${KILLS}`,
      atLeast: KILLS,
      reference: moments,
    },
    {
      what: `kill -9 on ${store}: nodes done twice`,
      value: (100 * counts.repeated) / counts.nodes,
      unit: "%",
      atMost: 1,
      reference: `${counts.repeated} of ${counts.nodes}; ${counts.ended} had ended before`,
    },
  ];
}
