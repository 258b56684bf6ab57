import { join } from "node:path";
import { strategyFile } from "#core/contest/author.ts";
import type { Sink } from "#runtime/journal.ts";
import { writeWhole } from "#runtime/write-whole.ts";

/** Keeps strategies as they come in. */
export interface StrategyFiles {
  readonly sink: Sink;
  /** How many have come in. */
  readonly count: number;
  /** @throws DeskError `storage` where one could not be written */
  settled(): Promise<void>;
}

/**
 * Writes each author's strategy to a file of its own as soon as its part is over: a contest that is
 * stopped then loses none that is finished.
 *
 * @param folder of the run
 */
export function keepStrategies(folder: string): StrategyFiles {
  const writing: Promise<void>[] = [];
  return {
    sink(event) {
      if (event.type !== "strategy_ended") return;
      const { node, code, answer } = event;
      const text = code ?? answer;
      if (text === null) return;
      const path = join(folder, strategyFile(node, code === null ? "txt" : "js"));
      const written = writeWhole(path, text);
      // Told at the end, and not as an unhandled rejection before.
      written.catch(() => {});
      writing.push(written);
    },
    get count() {
      return writing.length;
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}
