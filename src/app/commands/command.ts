import type { Clock } from "#core/ports.ts";
import type { Environment } from "../config.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** One call of the command line. */
export interface Invocation {
  readonly argv: readonly string[];
  /** Read only once a command needs it: a broken .env must not hide the help. */
  readonly environment: () => Environment;
  readonly terminal: Terminal;
  /** Opened only by a command that reads it: an open one keeps the process waiting. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly clock: Clock;
  /** Aborted when the person asks to stop. */
  readonly signal: AbortSignal;
}

/** One command of the command line. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /**
   * @returns the exit code
   * @throws DeskError, which the command line turns into a sentence and a code
   */
  run(invocation: Invocation): Promise<number>;
}
