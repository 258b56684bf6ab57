import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");
const START_MS = 60_000;
const LOOK_EVERY_MS = 10;

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** The lines that it has printed so far. */
  lines(): readonly string[];
  /** The symbols of the runs that it has begun, or finished, so far. */
  symbols(what: "begun" | "done"): readonly string[];
  /** Waits until it has printed a line like this. */
  saying(pattern: RegExp): Promise<void>;
  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT" | "SIGTERM"): void;
  /** Its exit code; null when it was killed. */
  readonly exit: Promise<number | null>;
}

/** Starts `trading-graph worker` and waits until it takes runs. Whoever starts it ends it. */
export async function startWorkerProcess(
  env: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<WorkerProcess> {
  const program = join(root, "bin", "trading-graph.js");
  const child = spawn(process.execPath, [program, "worker", ...options], {
    cwd: root,
    env: { ...process.env, CI: "true", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const lines = () => printed.split("\n").slice(0, -1);
  const worker: WorkerProcess = {
    lines,
    symbols: (what) =>
      lines().flatMap((line) => new RegExp(`^(\\S+) ${what}`).exec(line)?.[1] ?? []),
    async saying(pattern) {
      const deadline = performance.now() + START_MS;
      while (!lines().some((line) => pattern.test(line))) {
        if (performance.now() > deadline) throw new Error(`no worker said ${pattern}:\n${printed}`);
        await wait(LOOK_EVERY_MS);
      }
    },
    signal: (name) => void child.kill(name),
    exit: new Promise((resolve) => child.on("close", resolve)),
  };
  await worker.saying(/ takes up to /);
  return worker;
}
