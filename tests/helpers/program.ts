import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { temporaryFolder } from "./temporary-folder.ts";

const root = join(import.meta.dirname, "../..");
const launcher = join(root, "bin", "trading-graph.js");

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The launcher to start. */
  readonly path?: string;
  /** Sends SIGINT once stderr says this. */
  readonly stopAfter?: string;
}

/** Runs the program as a process of its own, with its logs in a folder of the test's own. */
export async function runProgram(
  argv: readonly string[],
  { env = {}, cwd = root, path = launcher, stopAfter }: ProgramOptions = {},
) {
  const logsDir = await temporaryFolder();
  const child = spawn(process.execPath, [path, ...argv], {
    cwd,
    env: { ...process.env, LOGS_DIR: logsDir, CI: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.on("data", (chunk) => {
    if (stopAfter !== undefined && String(chunk).includes(stopAfter)) child.kill("SIGINT");
  });
  let printedAt = 0;
  child.stdout.on("data", () => {
    printedAt = performance.now();
  });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  /** Milliseconds from the last word on stdout to the end. */
  const exitMs = performance.now() - printedAt;
  return { stdout, stderr, code, logsDir, exitMs };
}
