import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { analystNames } from "#core/analyst.ts";
import {
  killedRun,
  type ProcessEnvironment,
  resumedRun,
  substanceOf,
  undisturbedRun,
} from "./killed-runs.ts";
import { answerWell, roleOf, startProvider } from "./provider.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** How long the model takes for each answer, and how long after its question a run is killed. */
const ANSWER_MS = 600;
const KILLED_AFTER_MS = 300;
/** In whose turn: the analysts', when nothing but the dispatcher has ended, and the debate's. */
const TURNS = ["market_analyst", "bull_researcher"];

/** A provider, and when it is asked for a role for the first time. */
async function slowProvider(role: string) {
  const asked = Promise.withResolvers<void>();
  const { origin } = await startProvider((response, attempt, request) => {
    if (roleOf(request) === role) asked.resolve();
    setTimeout(() => answerWell(response, attempt, request), ANSWER_MS);
    return true;
  });
  const env = {
    OPENAI_BASE_URL: `${origin}/v1`,
    OPENAI_API_KEY: "sk-canary-0123456789",
    TRADING_GRAPH_MODEL: "gpt-4o",
  };
  return { env, asked: asked.promise };
}

/** Kills a run in each of these turns, resumes it, and gives what came of it. */
async function resumedRuns(env: ProcessEnvironment) {
  const folder = await temporaryFolder();
  const perform = async (turn: string) => {
    const provider = await slowProvider(turn);
    const own = { ...env, ...provider.env, LOGS_DIR: join(folder, turn) };
    const moment = () => provider.asked.then(() => wait(KILLED_AFTER_MS));
    return resumedRun(await killedRun(own, moment));
  };
  const { env: live } = await slowProvider("nobody");
  const whole = undisturbedRun({ ...env, ...live, LOGS_DIR: join(folder, "whole") });
  const resumed = await Promise.all(TURNS.map(perform));
  return { whole: (await whole).result, resumed };
}

/** Holds that a run which is killed in either turn comes to what it would have come to. */
export function holdsWhenKilled(where: string, env: () => Promise<ProcessEnvironment>): void {
  it(`${where}, comes to what it would have come to, and repeats nothing that had ended`, async () => {
    const { whole, resumed } = await resumedRuns(await env());
    for (const { result, repeated } of resumed) {
      expect(substanceOf(result)).toEqual(substanceOf(whole));
      expect(repeated.filter(({ endedBeforeMs }) => endedBeforeMs > WRITTEN_MS)).toEqual([]);
    }
    expect(resumed.map(({ ended }) => ended > analystNames.length)).toEqual([false, true]);
  }, 60_000);
}

/** What a node has ended with is written by then. */
const WRITTEN_MS = KILLED_AFTER_MS / 2;
