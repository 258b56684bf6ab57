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
import { withTemporaryFolder } from "./temporary-folder.ts";

const KILLS = 100;

/** kill -9 at random moments of a run, which another process then resumes. */
export const kills: Benchmark = async () => {
  const onFile = await killsOn("SQLite", {});
  const server = await startPostgresServer();
  if (server === null) return onFile;
  try {
    return [...onFile, ...(await killsOn("PostgreSQL", { DATABASE_URL: server.url }))];
  } finally {
    await server.stop();
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
