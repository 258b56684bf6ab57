import type { RunEvent } from "../event.ts";
import { oneLine } from "./one-line.ts";

/**
 * An event as a line of logs/trading_graph.log; null for one that the log does not keep. Blanks
 * separate: day, time, span, mark, what, and last the time in epoch seconds.
 */
export function logLine(event: RunEvent, runId: string): string | null {
  switch (event.type) {
    case "span_started":
      return `${when(event.at)} ${spanPath(event)} ⏱️ START run=${runId} ${seconds(event.at)}`;
    case "span_ended":
      return `${when(event.at)} ${spanPath(event)} ⏱️ END run=${runId}${failure(event)} duration=${seconds(event.ms)}s ${seconds(event.at)}`;
    case "notice":
      return `${when(event.at)} notice run=${runId} ${oneLine(event.text)} ${seconds(event.at)}`;
    case "run_ended":
      return `${when(event.at)} run ⏱️ Total execution time: ${seconds(event.ms)} s run=${runId}${failure(event)} ${seconds(event.at)}`;
    case "run_resumed":
      return `${when(event.at)} run ⏱️ RESUMED run=${runId} attempt=${event.attempt} ${seconds(event.at)}`;
    case "strategy_ended":
      return `${when(event.at)} ${oneLine(event.node)} STRATEGY run=${runId}${failure({ error: event.failure })} SHARPE=${fixed(event.sharpe)} RETURN=${fixed(event.totalReturn)} ${seconds(event.at)}`;
    case "text":
    case "planned":
    case "agent_ended":
    case "reported":
      return null;
  }
}

/** Day and time, UTC. */
function when(time: number): string {
  return new Date(time).toISOString().replace("T", " ");
}

function spanPath({ name, parent }: { name: string; parent: string | null }): string {
  return parent === null ? name : `${parent}/${name}`;
}

function failure({ error }: { error: string | null }): string {
  return error === null ? "" : ` failed=${JSON.stringify(oneLine(error))}`;
}

function fixed(value: number | null): string {
  return value === null ? "unknown" : value.toFixed(4);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
