import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCli } from "#app/cli.ts";
import type { Clock } from "#core/ports.ts";
import { systemClock } from "#runtime/clock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  /** Told of whatever is printed on stderr. */
  readonly onStderr?: (text: string) => void;
}

/** Runs a command line in this process, with its logs in a folder of the test's own. */
export async function cli(argv: readonly string[], options: CliOptions = {}) {
  const logsDir = await temporaryFolder();
  const printed = { stdout: "", stderr: "" };
  const code = await runCli({
    argv,
    environment: () => ({ LOGS_DIR: logsDir, CI: "true", ...options.env }),
    terminal: {
      stdout: {
        write: (text) => {
          printed.stdout += text;
        },
      },
      stderr: {
        write: (text) => {
          printed.stderr += text;
          options.onStderr?.(text);
        },
      },
    },
    clock: options.clock ?? systemClock,
    signal: options.signal ?? new AbortController().signal,
  });
  return { code, ...printed, logsDir };
}

/** The files that the one run in a logs folder has left. */
export async function runFiles(logsDir: string): Promise<Readonly<Record<string, string>>> {
  const runs = join(logsDir, "runs");
  const [id = ""] = await readdir(runs);
  const names = await readdir(join(runs, id));
  const texts = await Promise.all(names.map((name) => readFile(join(runs, id, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
}
