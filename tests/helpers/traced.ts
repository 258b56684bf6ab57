import { type ProgramOptions, runProgram } from "./program.ts";

export const LANGSMITH_KEY = "lsv2_canary_5f2c81d0";
export const OPENAI_KEY = "sk-canary-93ab17e4";
export const DEMO = ["analyze", "AAPL", "--data", "demo", "--json", "--quiet"];
export const RULES = [...DEMO, "--model", "rules"];
export const ONE_ANALYST = [...RULES, "--analysts", "news"];
export const NO_TRACE = /^LangSmith has no whole trace of this run: /m;

/** Runs the program with its traces sent to an endpoint. */
export function traced(endpoint: string, argv: readonly string[], options: ProgramOptions = {}) {
  const env = {
    LANGSMITH_TRACING: "true",
    LANGSMITH_ENDPOINT: endpoint,
    LANGSMITH_API_KEY: LANGSMITH_KEY,
    ...options.env,
  };
  return runProgram(argv, { ...options, env });
}
