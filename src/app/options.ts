import { parseArgs } from "node:util";
import { DeskError, quoted, usageError } from "#core/errors.ts";
import type { Said, Saying } from "./said.ts";

/** One option of a command: a flag, or an environment variable that says the same. */
export interface Option {
  readonly type: "string" | "boolean";
  /** How its value is named in the help; null for a switch. */
  readonly value: string | null;
  readonly env: string | null;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** What every command understands. */
export const helpOptions: Options = {
  help: { type: "boolean", value: null, env: null, help: "show this" },
  version: { type: "boolean", value: null, env: null, help: "show the version" },
};

/**
 * Reads a command's arguments. A flag wins over its environment variable.
 *
 * @throws DeskError `usage` naming the flag and the valid ones
 */
export function readOptions(
  argv: readonly string[],
  options: Options,
  env: Readonly<Record<string, string | undefined>>,
): { said: Said; positionals: readonly string[] } {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type }]) => [name, { type }]),
    ),
    allowPositionals: true,
    // Its own errors do not name the valid choices.
    strict: false,
    tokens: true,
  });
  const said: Record<string, Saying> = {};
  for (const [name, { type, env: by }] of Object.entries(options)) {
    const value = by === null ? undefined : env[by]?.trim();
    if (by === null || value === undefined || value === "") continue;
    said[name] = { value: type === "string" ? value : asSwitch(value, by), by };
  }
  for (const token of tokens) {
    if (token.kind === "option") {
      said[token.name] = { value: fromFlag(token, options), by: token.rawName };
    }
  }
  return { said, positionals };
}

interface Flag {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function fromFlag({ name, rawName, value, inlineValue }: Flag, options: Options): string | boolean {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    throw usageError(
      "option",
      rawName,
      Object.keys(options).map((known) => `--${known}`),
    );
  }
  if (option.type === "boolean") {
    if (value === undefined) return true;
    throw new DeskError(
      "usage",
      `option ${rawName} takes no value, but ${quoted(value)} was given.`,
    );
  }
  if (value === undefined || value === "" || (!inlineValue && value.startsWith("--"))) {
    throw new DeskError("usage", `option ${rawName} needs a value: ${rawName} ${option.value}.`);
  }
  return value;
}

function asSwitch(value: string, variable: string): boolean {
  if (["1", "true", "yes"].includes(value.toLowerCase())) return true;
  if (["0", "false", "no"].includes(value.toLowerCase())) return false;
  throw usageError(variable, value, ["1", "true", "yes", "0", "false", "no"]);
}

/** The options as lines of a help text. */
export function optionsHelp(options: Options): string {
  const rows = Object.entries(options).map(([name, { value, env, help }]) => ({
    left: `--${name}${value === null ? "" : ` ${value}`}`,
    right: env === null ? help : `${help} [${env}]`,
  }));
  const width = Math.max(...rows.map(({ left }) => left.length));
  return rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
