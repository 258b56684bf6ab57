import "./interpreted-schemas.ts";
import { systemClock } from "#runtime/clock.ts";
import { keepHeapLean } from "#runtime/lean-heap.ts";
import { startTracing } from "#runtime/tracing.ts";
import { runCli } from "./cli.ts";
import { readConfig, readEnvironment, secretsOf } from "./config.ts";
import { exitCodes } from "./exit-codes.ts";

/** Commands that do the same over and over. */
const LONG_LIVED = ["watch", "web", "worker"];

const SHOW_CURSOR = "\x1b[?25h";
/** How long what does not react to an interruption may keep the process. */
const LINGER_MS = 1_000;

/** The program: this process's arguments, streams and signals, given to the command line. */
export async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (LONG_LIVED.includes(argv[0] ?? "")) keepHeapLean();
  const stop = new AbortController();
  const onSignal = () => {
    // A second request does not wait for anything to be put away.
    if (stop.signal.aborted) {
      if (process.stderr.isTTY) process.stderr.write(SHOW_CURSOR);
      process.exit(exitCodes.interrupted);
    }
    stop.abort(new Error("interrupted"));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", onWriteError);
  const environment = () => readEnvironment(process.cwd());
  const tracing = startTracing(() => secretsOf(readConfig(environment())));
  const code = await runCli({
    argv,
    environment,
    terminal: { stdout: process.stdout, stderr: process.stderr },
    stdin: () => process.stdin,
    clock: systemClock,
    signal: stop.signal,
  });
  if (code === exitCodes.interrupted) setTimeout(() => process.exit(code), LINGER_MS).unref();
  const untraced = await tracing.flush();
  if (untraced !== null) process.stderr.write(`${untraced}\n`);
  // A report that could not be printed has set it already.
  process.exitCode ||= code;
}

/** A reader that has gone (`| head`) is no failure, and the run goes on; a full disk is one. */
function onWriteError(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.exitCode = exitCodes.failed;
  process.stderr.write(`Error: cannot print: ${error.message}\n`);
}
