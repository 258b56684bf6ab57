import { z } from "zod";
import { systemClock } from "#runtime/clock.ts";
import { runCli } from "./cli.ts";
import { readEnvironment } from "./config.ts";
import { exitCodes } from "./exit-codes.ts";

// Compiling a schema pays after thousands of parses; a run makes some hundred.
z.config({ jitless: true });

const SHOW_CURSOR = "\x1b[?25h";

/** The program: this process's arguments, streams and signals, given to the command line. */
export async function main(): Promise<void> {
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
  process.stdout.on("error", ignoreClosedPipe);
  process.exitCode = await runCli({
    argv: process.argv.slice(2),
    environment: () => readEnvironment(process.cwd()),
    terminal: { stdout: process.stdout, stderr: process.stderr },
    clock: systemClock,
    signal: stop.signal,
  });
}

/** `| head` closes the pipe before the report's end: that is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
