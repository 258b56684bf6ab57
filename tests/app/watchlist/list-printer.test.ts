import { describe, expect, it } from "vitest";
import type { Output } from "#app/terminal/terminal.ts";
import { createListPrinter, type ListOutput } from "#app/watchlist/list-printer.ts";
import type { KeptRun, RunRecord } from "#core/run-record.ts";
import { result } from "../../core/examples.ts";
import { done } from "../../core/watchlist/records.ts";

const RUNS = ["A", "B", "C"].map((symbol) => done(symbol));

/** A reader that takes a piece only when it is told to, and the reads of results that it caused. */
function slowReader(runs: readonly RunRecord[] = RUNS) {
  const pieces: { text: string; taken: (failure?: Error) => void }[] = [];
  const read: string[] = [];
  const stdout: Output = {
    write: (text, left) => pieces.push({ text, taken: (failure) => left?.(failure) }),
  };
  const store = {
    async read(id: string): Promise<KeptRun | null> {
      read.push(id);
      const run = runs.find((one) => one.id === id);
      return run === undefined ? null : { ...run, steps: [], result: result() };
    },
  };
  const printed = (output: ListOutput, signal = new AbortController().signal) => {
    const printer = createListPrinter(output, store, stdout, signal);
    for (const { id } of runs) printer.ended(id);
    return printer.finish(runs);
  };
  return { pieces, read, printed };
}

/** Lets all go on that nothing holds up. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a list's results", () => {
  it.each(["json", "json-lines"] as const)(
    "as %s are read one by one, each when the one before has left",
    async (output) => {
      const { pieces, read, printed } = slowReader();
      const finished = printed(output);
      for (const [index] of RUNS.entries()) {
        await settled();
        expect([pieces.length, read.length]).toEqual([index + 1, index + 1]);
        pieces[index]?.taken();
      }
      await settled();
      pieces[RUNS.length]?.taken();
      await finished;
      const text = pieces.map((piece) => piece.text).join("");
      const rows = output === "json" ? JSON.parse(text) : text.trimEnd().split("\n");
      expect(rows).toHaveLength(RUNS.length);
    },
  );

  it.each(["json", "json-lines"] as const)(
    "as %s are not read any more once nobody reads them",
    async (output) => {
      const { pieces, read, printed } = slowReader();
      const finished = printed(output);
      await settled();
      pieces[0]?.taken(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      await finished;
      expect([pieces.length, read.length]).toEqual([1, 1]);
    },
  );

  it.each(["table", "csv", "json", "json-lines"] as const)(
    "as %s keep nobody who asks to stop waiting for a reader that takes nothing",
    async (output) => {
      const { pieces, printed } = slowReader();
      const finished = printed(output, AbortSignal.abort(new Error("interrupted")));
      await expect(finished).rejects.toThrow("interrupted");
      expect(pieces).toHaveLength(1);
    },
  );
});
