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
  /** The folder that an earlier command line has kept its logs in. */
  readonly logsDir?: string;
  /** What standard input holds. */
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Told of whatever is printed on stderr. */
  readonly onStderr?: (text: string) => void;
}

/** Runs a command line in this process, with its logs in a folder of the test's own. */
export async function cli(argv: readonly string[], options: CliOptions = {}) {
  const logsDir = options.logsDir ?? (await temporaryFolder());
  const { stdin = "" } = options;
  const printed = { stdout: "", stderr: "" };
  const code = await runCli({
    argv,
    environment: () => ({ LOGS_DIR: logsDir, CI: "true", ...options.env }),
    terminal: {
      stdout: {
        write: (text, left) => {
          printed.stdout += text;
          left?.();
        },
      },
      stderr: {
        write: (text) => {
          printed.stderr += text;
          options.onStderr?.(text);
        },
      },
    },
    stdin: () => chunksOf(stdin),
    clock: options.clock ?? systemClock,
    signal: options.signal ?? new AbortController().signal,
  });
  return { code, ...printed, logsDir };
}

async function* chunksOf(content: NonNullable<CliOptions["stdin"]>) {
  if (typeof content === "string") yield new TextEncoder().encode(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** The files that the one run in a logs folder has left. */
export async function runFiles(logsDir: string): Promise<Readonly<Record<string, string>>> {
  const runs = join(logsDir, "runs");
  const [id = ""] = await readdir(runs);
  const names = await readdir(join(runs, id));
  const texts = await Promise.all(names.map((name) => readFile(join(runs, id, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
}
