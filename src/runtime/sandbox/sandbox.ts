import { Worker } from "node:worker_threads";
import { timeOf } from "#core/backtest/bars.ts";
import type { StrategyRun, StrategyTask } from "#core/backtest/strategy-runner.ts";
import { messageOf } from "#core/errors.ts";
import { untilAborted } from "../until-aborted.ts";
import { type Fault, strategyError } from "./fault.ts";
import { KILL_GRACE_MS, WORKER_LIMITS } from "./limits.ts";
import type { SandboxOutcome, SandboxReply, SandboxTask } from "./messages.ts";

/** Bundled, the worker lies beside whatever chunk this has become (bin/bundle.js). */
const ENTRY = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./sandbox-worker.mjs";

/** After these the worker goes too: it may hang, or hold on to memory. */
const LAST_FAULTS: readonly Fault["kind"][] = ["timeout", "memory", "stopped"];

/** A worker thread that runs strategies one after another, each in a VM of its own. */
export class Sandbox {
  readonly #worker: Worker;
  readonly #ready = Promise.withResolvers<void>();
  #outcome: PromiseWithResolvers<SandboxOutcome> | null = null;
  #isRunning = false;
  #isOver = false;

  /** Starts the worker; it keeps the process alive until it is ready, and while it runs something. */
  constructor(quickjs: WebAssembly.Module) {
    this.#worker = new Worker(new URL(ENTRY, import.meta.url), {
      workerData: quickjs,
      env: {},
      execArgv: [],
      resourceLimits: WORKER_LIMITS,
    });
    // Whoever waits for it is told; when nobody does, nobody needs to be.
    this.#ready.promise.catch(() => {});
    this.#worker.on("message", (reply: SandboxReply) => this.#hear(reply));
    this.#worker.on("error", (thrown) => this.#break(thrown));
    this.#worker.on("exit", (code) => this.#break(new Error(`its worker ended with ${code}`)));
  }

  /** Whether nothing more can be run in it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** @throws DeskError `strategy` where its worker cannot be started */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /**
   * Runs a strategy; one at a time. It is killed when its time is up and it does not end by itself.
   *
   * @throws DeskError `strategy`; the signal's reason when it is aborted
   */
  async run(task: StrategyTask, signal: AbortSignal): Promise<StrategyRun> {
    this.#isRunning = true;
    this.#worker.ref();
    try {
      await untilAborted(this.#ready.promise, signal);
      const outcome = await untilAborted(this.#send(task), signal);
      if ("run" in outcome) return outcome.run;
      if (LAST_FAULTS.includes(outcome.fault.kind)) await this.end();
      throw strategyError(outcome.fault, task.timeLimitMs);
    } catch (thrown) {
      if (signal.aborted) await this.end();
      throw thrown;
    } finally {
      this.#isRunning = false;
      this.#worker.unref();
    }
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#worker.terminate();
  }

  async #send({ code, bars, rules, timeLimitMs }: StrategyTask): Promise<SandboxOutcome> {
    const outcome = Promise.withResolvers<SandboxOutcome>();
    this.#outcome = outcome;
    const task: SandboxTask = { code, bars, times: bars.dates.map(timeOf), rules, timeLimitMs };
    this.#worker.postMessage(task);
    const kill = setTimeout(
      () => outcome.resolve({ fault: { kind: "timeout", detail: "" } }),
      timeLimitMs + KILL_GRACE_MS,
    );
    try {
      return await outcome.promise;
    } finally {
      clearTimeout(kill);
      this.#outcome = null;
    }
  }

  #hear(reply: SandboxReply): void {
    if (reply !== "ready") {
      this.#outcome?.resolve(reply);
      return;
    }
    this.#ready.resolve();
    if (!this.#isRunning) this.#worker.unref();
  }

  #break(thrown: unknown): void {
    this.#isOver = true;
    const fault = faultOfWorker(thrown);
    this.#ready.reject(strategyError(fault, 0));
    this.#outcome?.resolve({ fault });
  }
}

function faultOfWorker(thrown: unknown): Fault {
  const isMemory =
    thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";
  return { kind: isMemory ? "memory" : "stopped", detail: messageOf(thrown) };
}
