import { DeskError, messageOf, usageError } from "#core/errors.ts";
import { printable } from "#core/render/printable.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Command, Invocation } from "./commands/command.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Each loaded only when it is called: what one needs must not slow the start of another. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  analyze: async () => (await import("./commands/analyze.ts")).analyze,
  watch: async () => (await import("./commands/watch.ts")).watch,
  resume: async () => (await import("./commands/resume.ts")).resume,
  rerun: async () => (await import("./commands/rerun.ts")).rerun,
  runs: async () => (await import("./commands/runs/runs.ts")).runs,
  worker: async () => (await import("./commands/worker.ts")).worker,
  queue: async () => (await import("./commands/queue.ts")).queue,
  review: async () => (await import("./commands/review.ts")).review,
  "replay-history": async () => (await import("./commands/replay-history.ts")).replayHistory,
  "trace-check": async () => (await import("./commands/trace-check.ts")).traceCheck,
};

/** Runs one command line and gives its exit code. Never throws; says on stderr what went wrong. */
export async function runCli(invocation: Invocation): Promise<number> {
  const { argv, terminal, signal } = invocation;
  try {
    const [name, ...rest] = argv;
    if (name === "--version" || name === "-v") return say(terminal, packageJson.version);
    if (name === undefined || ["--help", "-h", "help"].includes(name)) {
      return say(terminal, await help());
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw usageError("command", name, Object.keys(commands));
    if (asks(rest, "--version", "-v")) return say(terminal, packageJson.version);
    const command = await load();
    if (asks(rest, "--help", "-h")) return say(terminal, command.help);
    return await command.run({ ...invocation, argv: rest });
  } catch (error) {
    if (signal.aborted) {
      terminal.stderr.write("Interrupted.\n");
      return exitCodes.interrupted;
    }
    terminal.stderr.write(`Error: ${printable(messageOf(error))}\n`);
    return error instanceof DeskError && error.code === "usage"
      ? exitCodes.usage
      : exitCodes.failed;
  }
}

/** Whether a flag stands among the arguments, before a `--` that ends the flags. */
function asks(argv: readonly string[], ...flags: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => flags.includes(word));
}

function say(terminal: Terminal, text: string): number {
  terminal.stdout.write(`${text}\n`);
  return exitCodes.ok;
}

async function help(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      return `  ${name.padEnd(width)}  ${(await load()).summary}`;
    }),
  );
  return [
    "trading-graph: a desk of analysts that work on a ticker at the same time.",
    "",
    "Usage: trading-graph COMMAND [options]",
    "",
    "Commands:",
    ...rows,
    "",
    "trading-graph COMMAND --help tells a command's options.",
  ].join("\n");
}
