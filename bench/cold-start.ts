import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "#runtime/clock.ts";
import { type Benchmark, median, repeat } from "./measure.ts";

const RUNS = 7;
const root = join(import.meta.dirname, "..");

/** From the command to the first analyst's start: bundled, as people run it, and from the sources. */
export const coldStart: Benchmark = async () => {
  const bundled = ["bin/trading-graph.js"];
  const sources = [
    "--input-type=module",
    "--eval",
    'process.argv.splice(1, 0, "sources"); const { main } = await import("./src/app/main.ts"); await main();',
  ];
  // The first one makes the bundle and fills the compile cache.
  await firstStart(bundled);
  const own = await repeat(RUNS, () => firstStart(bundled));
  const plain = await repeat(3, () => firstStart(sources));
  return [
    {
      what: "cold start: command to first analyst's START, median",
      value: median(own),
      unit: "ms",
      atMost: 250,
      reference: `${Math.round(median(plain))} ms from the sources, without the bundle`,
    },
  ];
};

async function firstStart(entry: readonly string[]): Promise<number> {
  const logsDir = await mkdtemp(join(tmpdir(), "trading-graph-bench-"));
  try {
    const startedAt = systemClock.now();
    const child = spawn(
      process.execPath,
      [...entry, "analyze", "AAPL", "--data", "demo", "--quiet"],
      {
        cwd: root,
        env: { ...process.env, LOGS_DIR: logsDir, CI: "true" },
        stdio: "ignore",
      },
    );
    await new Promise((resolve) => child.on("close", resolve));
    const [run = ""] = await readdir(join(logsDir, "runs"));
    const events = await readFile(join(logsDir, "runs", run, "events.jsonl"), "utf8");
    const start = events
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .find(({ type, kind }) => type === "span_started" && kind === "analyst");
    return start.at - startedAt;
  } finally {
    await rm(logsDir, { recursive: true, force: true });
  }
}
