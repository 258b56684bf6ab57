import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  killedRun,
  type ProcessEnvironment,
  resumedRun,
  substanceOf,
  undisturbedRun,
} from "../helpers/killed-runs.ts";
import { describePostgres, freshDatabase } from "../helpers/postgres.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** Of a whole run, when each process is killed. The benchmark kills a hundred, at random. */
const MOMENTS = [0.05, 0.35, 0.65, 0.9];

/** Whatever a node has ended with is written by then, also on a busy machine. */
const WRITTEN_MS = 500;

/** Kills a run at each of these moments, resumes it, and gives what came of it. */
async function resumedRuns(env: ProcessEnvironment) {
  const folder = await temporaryFolder();
  const own = (name: string) => ({ ...env, LOGS_DIR: join(folder, name) });
  const whole = await undisturbedRun(own("whole"));
  const killed = await Promise.all(
    MOMENTS.map((moment) => killedRun(own(`${moment}`), moment * whole.ms)),
  );
  return { whole: whole.result, resumed: await Promise.all(killed.map(resumedRun)) };
}

function holds(where: string, env: () => Promise<ProcessEnvironment>): void {
  it(`${where}, comes to what it would have come to, and repeats nothing that had ended`, async () => {
    const { whole, resumed } = await resumedRuns(await env());
    for (const { result, repeated } of resumed) {
      expect(substanceOf(result)).toEqual(substanceOf(whole));
      // What had just ended may not have been written yet; how seldom that is, the benchmark says.
      expect(repeated.filter(({ endedBeforeMs }) => endedBeforeMs > WRITTEN_MS)).toEqual([]);
    }
  }, 60_000);
}

describe("a run whose process is killed, resumed by another", () => {
  holds("recorded in a file", async () => ({}));
});

describePostgres("a run whose process is killed, resumed by another", () => {
  holds("recorded in PostgreSQL", async () => ({ DATABASE_URL: await freshDatabase() }));
});
