import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Started } from "#app/web/api.ts";

const root = join(import.meta.dirname, "..");

/** The page's server as people run it: a process of its own, over the demo market. */
export async function startWebProcess(folder: string, env: Readonly<Record<string, string>> = {}) {
  const child = fork(join(root, "bin", "trading-graph.js"), ["web"], {
    execArgv: ["--import", join(import.meta.dirname, "tell-cpu.ts")],
    env: { LOGS_DIR: folder, TRADING_GRAPH_DATA: "demo", TRADING_GRAPH_DEPTH: "quick", ...env },
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  const [printed] = await once(child.stdout ?? child, "data");
  const url = String(printed).trim();
  const { origin } = new URL(url);
  return {
    url,
    /** Starts an analysis; its id. */
    async analyse(ticker: string): Promise<string> {
      const answer = await fetch(`${url}api/runs`, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ kind: "analysis", ticker, options: {} }),
      });
      const started = (await answer.json()) as Started;
      if (!("run" in started)) throw new Error(JSON.stringify(started));
      return started.run;
    },
    /** How much of a processor it has used so far, in ms. */
    async cpuMs(): Promise<number> {
      child.send("how much");
      const [ms] = await once(child, "message");
      return Number(ms);
    },
    async close(): Promise<void> {
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}
