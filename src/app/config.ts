import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { DeskError, messageOf } from "#core/errors.ts";
import { USUAL_BENCHMARK } from "#core/review/benchmark.ts";
import { tickerSchema } from "#core/ticker.ts";
import { isDecodable, passwordsIn } from "./passwords-in.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is set outside of a command's own options. Unset is null. */
export interface Config {
  /** Where logs/trading_graph.log and logs/runs/ are kept. */
  readonly logsDir: string;
  /** Sends every request for Yahoo to another origin, such as a stub's. */
  readonly yahooBaseUrl: string | null;
  /** A `postgres://` address where runs are recorded; null is a file beside the logs. */
  readonly databaseUrl: string | null;
  /** A `redis://` address for the queue of distributed work; null keeps it in the database. */
  readonly redisUrl: string | null;
  /** The symbol that decisions are measured by. */
  readonly benchmark: string;
  readonly openai: {
    readonly apiKey: string | null;
    /** Any endpoint that speaks the chat completions API. */
    readonly baseUrl: string | null;
  };
  /** The chain that Studio serves; null is an example. */
  readonly chainFile: string | null;
  /** Read by LangSmith's own client; here only so that it is never written. */
  readonly langsmithKey: string | null;
  /** Whether a person watches: false in CI and on a dumb terminal. */
  readonly interactive: boolean;
  readonly color: boolean;
}

/**
 * The process's environment, completed from `.env` in the given folder; what is set already wins.
 * The one place that reads process.env.
 */
export function readEnvironment(folder: string): Environment {
  const path = join(folder, ".env");
  if (!existsSync(path)) return process.env;
  try {
    loadEnvFile(path);
  } catch (cause) {
    throw new DeskError("configuration", `cannot read "${path}": ${messageOf(cause)}.`, { cause });
  }
  return process.env;
}

/**
 * The settings that the environment holds.
 *
 * @throws DeskError `usage` when a URL or a ticker is none
 */
export function readConfig(env: Environment): Config {
  return {
    logsDir: text(env, "LOGS_DIR") ?? "logs",
    yahooBaseUrl: url(env, "YAHOO_BASE_URL"),
    databaseUrl: server(env, "DATABASE_URL", ["postgres:", "postgresql:"]),
    redisUrl: server(env, "REDIS_URL", ["redis:", "rediss:"]),
    benchmark: ticker(env, "TRADING_GRAPH_BENCHMARK") ?? USUAL_BENCHMARK,
    openai: { apiKey: text(env, "OPENAI_API_KEY"), baseUrl: url(env, "OPENAI_BASE_URL") },
    chainFile: text(env, "CHAIN_FILE"),
    langsmithKey: text(env, "LANGSMITH_API_KEY"),
    interactive: [null, "false", "0"].includes(text(env, "CI")) && env.TERM !== "dumb",
    color: text(env, "NO_COLOR") === null,
  };
}

function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? null : value;
}

const HTTP = ["http:", "https:"];

function url(env: Environment, name: string, protocols: readonly string[] = HTTP): string | null {
  const value = text(env, name);
  if (value === null) return null;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  const kinds = protocols.map((protocol) => `${protocol}//`).join(" or ");
  throw new DeskError(
    "usage",
    `environment variable ${name} is not an address that begins with ${kinds}.`,
  );
}

/** An address that may hold a password, which is not shown. */
function server(env: Environment, name: string, protocols: readonly string[]): string | null {
  const value = url(env, name, protocols);
  if (value === null || isDecodable(value)) return value;
  throw new DeskError(
    "usage",
    `environment variable ${name} has a % that begins no encoded character: write each % of a user or password as %25.`,
  );
}

function ticker(env: Environment, name: string): string | null {
  const value = text(env, name);
  if (value === null) return null;
  const { data } = tickerSchema.safeParse(value);
  if (data !== undefined) return data;
  throw new DeskError(
    "usage",
    `environment variable ${name}: ${JSON.stringify(value)} is not a ticker, such as ${USUAL_BENCHMARK} or SPY.`,
  );
}

/** What must never be written or shown. */
export function secretsOf({ openai, langsmithKey, databaseUrl, redisUrl }: Config): string[] {
  const passwords = [databaseUrl, redisUrl].flatMap((address) => {
    return address === null ? [] : passwordsIn(address);
  });
  return [openai.apiKey, langsmithKey, ...passwords].filter((secret) => secret !== null);
}
