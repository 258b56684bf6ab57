import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analystNames } from "#core/analyst.ts";
import {
  killedRun,
  type ProcessEnvironment,
  resumedRun,
  substanceOf,
  undisturbedRun,
} from "../helpers/killed-runs.ts";
import { describePostgres, freshDatabase } from "../helpers/postgres.ts";
import { answerWell, startProvider } from "../helpers/provider.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** How long the model takes for each answer: what has ended is then written long before the next ends. */
const ANSWER_MS = 400;
/** In the middle of the analysts' turn, and of the debate's. */
const MOMENTS = [0.5, 1.5];

/** Kills a run in the middle of each turn, resumes it, and gives what came of it. */
async function resumedRuns(env: ProcessEnvironment) {
  const provider = await startProvider((response, attempt, request) => {
    setTimeout(() => answerWell(response, attempt, request), ANSWER_MS);
    return true;
  });
  const live = {
    ...env,
    OPENAI_BASE_URL: `${provider.origin}/v1`,
    OPENAI_API_KEY: "sk-canary-0123456789",
    TRADING_GRAPH_MODEL: "gpt-4o",
  };
  const folder = await temporaryFolder();
  const own = (name: string) => ({ ...live, LOGS_DIR: join(folder, name) });
  const whole = await undisturbedRun(own("whole"));
  const work = whole.ms - 3 * ANSWER_MS;
  const killed = await Promise.all(
    MOMENTS.map((turn) => killedRun(own(`${turn}`), (work * turn) / 3 + turn * ANSWER_MS)),
  );
  return { whole: whole.result, resumed: await Promise.all(killed.map(resumedRun)) };
}

function holds(where: string, env: () => Promise<ProcessEnvironment>): void {
  it(`${where}, comes to what it would have come to, and repeats nothing that had ended`, async () => {
    const { whole, resumed } = await resumedRuns(await env());
    for (const { result, repeated } of resumed) {
      expect(substanceOf(result)).toEqual(substanceOf(whole));
      expect(repeated.filter(({ endedBeforeMs }) => endedBeforeMs > WRITTEN_MS)).toEqual([]);
    }
    expect(resumed.some(({ ended }) => ended > analystNames.length)).toBe(true);
  }, 60_000);
}

/** What a node has ended with is written by then. */
const WRITTEN_MS = 100;

describe("a run whose process is killed, resumed by another", () => {
  holds("recorded in a file", async () => ({}));
});

describePostgres("a run whose process is killed, resumed by another", () => {
  holds("recorded in PostgreSQL", async () => ({ DATABASE_URL: await freshDatabase() }));
});
