import { DeskError, messageOf, usageError } from "#core/errors.ts";
import { printable } from "#core/render/printable.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Invocation } from "./commands/command.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal/terminal.ts";

/**
 * Loaded when one is called: the version needs none. All at once: in a bundle, each that is loaded alone
 * breaks what they share into more files, of which every one costs its time.
 */
const load = async () => (await import("./commands/index.ts")).commands;

/** Runs one command line and gives its exit code. Never throws; says on stderr what went wrong. */
export async function runCli(invocation: Invocation): Promise<number> {
  const { argv, terminal, signal } = invocation;
  try {
    const [name, ...rest] = argv;
    if (name === "--version" || name === "-v") return say(terminal, packageJson.version);
    if (name === undefined || ["--help", "-h", "help"].includes(name)) {
      return say(terminal, await help());
    }
    const commands = await load();
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw usageError("command", name, Object.keys(commands));
    if (asks(rest, "--version", "-v")) return say(terminal, packageJson.version);
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
  const commands = Object.entries(await load());
  const width = Math.max(...commands.map(([name]) => name.length));
  const rows = commands.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
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
