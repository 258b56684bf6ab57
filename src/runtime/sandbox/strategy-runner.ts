import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import { systemClock } from "../clock.ts";
import { createLimiter } from "../limiter.ts";
import { strategyError } from "./fault.ts";
import { quickjsModule } from "./quickjs-module.ts";
import { Sandbox } from "./sandbox.ts";

const FEWEST = 2;
const MOST = 6;

export interface StrategyRunnerOptions {
  /** How many strategies run at once, 1 or more; as many as there are cores, two to six, where left out. */
  readonly workers?: number;
}

/**
 * Runs strategies in worker threads, and there in QuickJS: a machine in WebAssembly that has no way out.
 * A worker is started when there is none that is free, and kept for the next strategy unless it had
 * to be killed.
 */
export function createStrategyRunner({
  workers = usualWorkers(),
}: StrategyRunnerOptions = {}): StrategyRunner {
  const closing = new AbortController();
  const sandboxes = new Set<Sandbox>();
  const idle: Sandbox[] = [];
  const turns = createLimiter({
    cap: workers,
    isThrottled: () => false,
    pauseOf: () => 0,
    wait: (ms, signal) => wait(ms, undefined, { signal }),
    clock: systemClock,
  });

  function start(quickjs: WebAssembly.Module): Sandbox {
    const sandbox = new Sandbox(quickjs);
    sandboxes.add(sandbox);
    return sandbox;
  }

  async function take(until: AbortSignal): Promise<Sandbox> {
    const quickjs = await quickjsModule();
    until.throwIfAborted();
    for (let free = idle.pop(); free !== undefined; free = idle.pop()) {
      if (!free.isOver) return free;
      sandboxes.delete(free);
    }
    return start(quickjs);
  }

  function giveBack(sandbox: Sandbox): void {
    if (sandbox.isOver) sandboxes.delete(sandbox);
    else idle.push(sandbox);
  }

  return {
    run(task, { signal } = {}) {
      const until = AbortSignal.any(
        signal === undefined ? [closing.signal] : [signal, closing.signal],
      );
      const work = async () => {
        const sandbox = await take(until);
        try {
          return await sandbox.run(task, until);
        } finally {
          giveBack(sandbox);
        }
      };
      return turns.run(work, until);
    },
    async warm(count) {
      const quickjs = await quickjsModule();
      closing.signal.throwIfAborted();
      while (sandboxes.size < Math.min(count, workers)) idle.push(start(quickjs));
      await Promise.all([...sandboxes].map((sandbox) => sandbox.ready()));
    },
    async close() {
      closing.abort(strategyError({ kind: "stopped", detail: "it was closed" }, 0));
      await Promise.all([...sandboxes].map((sandbox) => sandbox.end()));
    },
  };
}

function usualWorkers(): number {
  return Math.min(MOST, Math.max(FEWEST, availableParallelism()));
}
