import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { type AnalysisResult, analysisResultSchema } from "#core/result.ts";
import type { NumberedEvent } from "#runtime/journal.ts";
import { readEventsSoFar } from "#runtime/run-events.ts";

const root = join(import.meta.dirname, "..", "..");
const ANALYZE = ["analyze", "AAPL", "--data", "demo", "--as-of", "2026-11-20", "--quiet", "--json"];
const POLL_MS = 5;

export type ProcessEnvironment = Readonly<Record<string, string>>;

/** What came of a run that was killed and resumed. */
interface ResumedRun {
  /** Its result, by whichever process. */
  readonly result: AnalysisResult;
  /** Whether it had come to its end before it was killed. */
  readonly finishedBefore: boolean;
  /** Nodes that it has. */
  readonly nodes: number;
  /** Nodes that had ended before. */
  readonly ended: number;
  /** Those of them that were begun again. */
  readonly repeated: readonly RepeatedNode[];
}

/** A node that was done twice. */
interface RepeatedNode {
  readonly name: string;
  /** How long before the run's last sign of life it had ended, in ms: its writes may have been on the way. */
  readonly endedBeforeMs: number;
}

/** A whole run in a process of its own, and how long it took from its first event to its end. */
export async function undisturbedRun(
  env: ProcessEnvironment,
): Promise<{ result: AnalysisResult; ms: number }> {
  const child = start(ANALYZE, env);
  await firstEvent(env, child);
  const begunAt = performance.now();
  const result = await resultOf(child);
  return { result, ms: performance.now() - begunAt };
}

/** A run whose process is gone. */
export interface CutOffRun {
  readonly env: ProcessEnvironment;
  readonly folder: string;
  readonly events: readonly NumberedEvent[];
}

/**
 * Starts a run in a process of its own and ends that process as the kernel would (SIGKILL).
 *
 * @param env names the one run's own folder of logs as LOGS_DIR
 * @param moment ends then; asked once the run has told its first event
 */
export async function killedRun(
  env: ProcessEnvironment,
  moment: () => Promise<unknown>,
): Promise<CutOffRun> {
  const child = start(ANALYZE, env);
  const folder = await firstEvent(env, child);
  await moment();
  const closed = child.exitCode === null ? once(child, "close") : null;
  child.kill("SIGKILL");
  await closed;
  return { env, folder, events: await readEventsSoFar(folder) };
}

/** Resumes such a run in another process, at once; without naming it where no other can be meant. */
export async function resumedRun({ env, folder, events }: CutOffRun): Promise<ResumedRun> {
  const ended = nodesOf(events, "span_ended");
  const id = basename(folder);
  const named = env.DATABASE_URL === undefined ? [] : [id];
  const resumed = await output(start(["resume", ...named, "--quiet", "--json"], env));
  const finishedBefore =
    resumed.code === 2 && /is finished|no run is unfinished/.test(resumed.stderr);
  const text = finishedBefore
    ? (await output(start(["runs", "export", id], env))).stdout
    : resumed.stdout;
  const after = (await readEventsSoFar(folder)).slice(events.length);
  const begun = new Set(nodesOf(after, "span_started").map(({ name }) => name));
  const lastAt = events.at(-1)?.at ?? 0;
  return {
    result: resultIn(text, resumed.stderr),
    finishedBefore,
    nodes: new Set([...ended.map(({ name }) => name), ...begun]).size,
    ended: ended.length,
    repeated: ended
      .filter(({ name }) => begun.has(name))
      .map(({ name, at }) => ({ name, endedBeforeMs: lastAt - at })),
  };
}

/** What must be the same however a run was made: everything but ids, times and counts of requests. */
export function substanceOf({ reports, debate, decision, facts, audit }: AnalysisResult) {
  return {
    reports: reports.map(({ analyst, text, stance, confidence }) => {
      return { analyst, text, stance, confidence };
    }),
    debate: debate.map(({ speaker, round, argument }) => ({ speaker, round, argument })),
    decision,
    facts,
    figures: audit.figures,
  };
}

function start(argv: readonly string[], env: ProcessEnvironment): ChildProcess {
  return spawn(process.execPath, [join(root, "bin", "trading-graph.js"), ...argv], {
    cwd: root,
    env: { ...process.env, CI: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function output(child: ChildProcess) {
  const [stdout, stderr] = await Promise.all([
    child.stdout === null ? "" : text(child.stdout),
    child.stderr === null ? "" : text(child.stderr),
    once(child, "close"),
  ]);
  return { stdout, stderr, code: child.exitCode };
}

async function resultOf(child: ChildProcess): Promise<AnalysisResult> {
  const { stdout, stderr } = await output(child);
  return resultIn(stdout, stderr);
}

/** A result as `analyze` prints it, or within a kept run. */
function resultIn(stdout: string, stderr: string): AnalysisResult {
  if (stdout === "") throw new Error(`nothing was printed but: ${stderr}`);
  const value = JSON.parse(stdout);
  return analysisResultSchema.parse(value.result ?? value);
}

/** The folder of the one run, as soon as it has told its first event. */
async function firstEvent(
  { LOGS_DIR = "" }: ProcessEnvironment,
  child: ChildProcess,
): Promise<string> {
  const runs = join(LOGS_DIR, "runs");
  while (child.exitCode === null) {
    const [id] = await readdir(runs).catch(() => []);
    if (id !== undefined && (await readEventsSoFar(join(runs, id))).length > 0) {
      return join(runs, id);
    }
    await wait(POLL_MS);
  }
  throw new Error(`the run ended with ${child.exitCode} before its first event`);
}

/** Starts or ends of nodes. */
function nodesOf(events: readonly NumberedEvent[], type: "span_started" | "span_ended") {
  return events.flatMap((event) =>
    event.type === type && event.parent === null ? { name: event.name, at: event.at } : [],
  );
}
