import type { Clock } from "#core/ports.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config } from "../config.ts";
import type { Desk } from "../desk.ts";
import { openRunDesk } from "../run-desk.ts";

/** How long a desk is kept open that no run is at. */
const IDLE_MS = 60_000;

/** What decides which desk a run is at. */
type DeskedRun = Pick<RunRecord, "id" | "list" | "configuration">;

/** Desks that runs of the same configuration and budget are at together. */
export interface SharedDesks {
  /** @throws what the desk throws when it cannot be opened, and what the work throws */
  use<T>(run: DeskedRun, work: (desk: Desk) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface OpenDesk {
  readonly desk: Promise<Desk>;
  runs: number;
  closing: NodeJS.Timeout | undefined;
}

/**
 * Keeps desks for the runs that one process works on: cache, connections and turns with a provider hold
 * over all runs that are asked alike. A budget is a list's, or a run's own.
 */
export function createSharedDesks(config: Config, clock: Clock, store: Store): SharedDesks {
  const desks = new Map<string, OpenDesk>();

  function deskFor({ id, list, configuration }: DeskedRun): [key: string, desk: OpenDesk] {
    const { symbol: _, ...shared } = configuration;
    const budget = list?.id ?? id;
    const limited = shared.maxUsd !== null || shared.maxTokens !== null;
    const key = JSON.stringify([limited ? budget : null, shared]);
    const open = desks.get(key) ?? {
      desk: openRunDesk(configuration, config, clock, store, budget),
      runs: 0,
      closing: undefined,
    };
    desks.set(key, open);
    return [key, open];
  }

  const close = async (key: string, { desk }: OpenDesk) => {
    desks.delete(key);
    // One that could not be opened has nothing to close.
    const opened = await desk.catch(() => null);
    await opened?.close();
  };

  return {
    async use(run, work) {
      const [key, open] = deskFor(run);
      open.runs += 1;
      clearTimeout(open.closing);
      try {
        return await work(await open.desk);
      } catch (thrown) {
        // One that could not be opened is tried anew; others may have done so already.
        await open.desk.catch(() => desks.get(key) === open && desks.delete(key));
        throw thrown;
      } finally {
        open.runs -= 1;
        const kept = desks.get(key) === open;
        if (kept && open.runs === 0)
          open.closing = setTimeout(() => close(key, open), IDLE_MS).unref();
      }
    },
    async close() {
      await Promise.all(desks.entries().map(([key, desk]) => close(key, desk)));
    },
  };
}
