import type { StrategyFailure } from "#core/backtest/strategy-runner.ts";
import { DeskError, quoted } from "#core/errors.ts";

/** What is wrong with a strategy's code, and where. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  /** What stands there; cut where the line is long. */
  readonly source: string;
}

/** As much of a line as is shown on either side of a problem. */
const SHOWN = 28;

/** Names of a strategy's own may stand in a message, and be of any length. */
const LONGEST_MESSAGE = 200;

/** More problems than these are counted only. */
const MOST_TOLD = 10;

/**
 * A problem at a place of the code.
 *
 * @param column from 0, as a parser counts
 */
export function problemAt(
  code: string,
  { line, column }: { readonly line: number; readonly column: number },
  message: string,
): Problem {
  const whole = code.split("\n", line)[line - 1] ?? "";
  const source = whole.slice(Math.max(0, column - SHOWN), column + SHOWN).trim();
  const cut = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
  return { line, column: column + 1, message: cut, source };
}

/**
 * Why a strategy cannot be tried, its problems in one sentence that can be acted on.
 *
 * @example "The strategy cannot be run: line 7, column 12: Unexpected token, at \"if (x => {\"."
 */
export function strategyError(kind: StrategyFailure, problems: readonly Problem[]): DeskError {
  const said = problems.slice(0, MOST_TOLD).map(({ line, column, message, source }) => {
    const where = source === "" ? "" : `, at ${quoted(source)}`;
    return `line ${line}, column ${column}: ${message}${where}`;
  });
  const left = problems.length - said.length;
  if (left > 0) said.push(`and ${left} more`);
  return new DeskError("strategy", `The strategy cannot be run: ${said.join("; ")}.`, {
    facts: { kind, problems },
  });
}

/** Why there is nothing that could be a strategy, a sentence. */
export function unusable(kind: StrategyFailure, message: string): DeskError {
  return new DeskError("strategy", message, { facts: { kind, problems: [] } });
}
