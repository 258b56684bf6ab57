import type { RunnableConfig } from "@langchain/core/runnables";

/**
 * The config of work that a deadline ends as an abort would. The node itself goes on, so that what
 * was cut short becomes a gap and the run keeps what is finished.
 */
export function withDeadline<Config extends RunnableConfig>(
  config: Config,
  deadline: AbortSignal | undefined,
): Config {
  if (deadline === undefined) return config;
  const signals = config.signal === undefined ? [deadline] : [config.signal, deadline];
  return { ...config, signal: AbortSignal.any(signals) };
}
