import { describe, expect, it } from "vitest";
import { findRun } from "#app/find-run.ts";
import { begun, keptIn } from "../helpers/kept-runs.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** A store with runs of these ids, the last one the newest. */
async function storeWith(ids: readonly string[]) {
  const kept = await keptIn(await temporaryFolder());
  for (const id of ids) {
    await begun(kept.store, id);
    kept.pass(1_000);
  }
  return kept.store;
}

const FIRST = "20261120T100000Z-AAPL-4f3a";
const SECOND = "20261121T100000Z-MSFT-00ff";

describe("a run that a person means", () => {
  it.each([
    [FIRST, FIRST],
    ["4f3a", FIRST],
    ["AAPL-4f3a", FIRST],
    ["20261121", SECOND],
    ["latest", SECOND],
  ])("is found by %s", async (text, id) => {
    const store = await storeWith([FIRST, SECOND]);
    const run = await findRun(store, text);
    expect(run.id).toBe(id);
    await store.close();
  });

  it("is an error that names the candidates where several are meant", async () => {
    const store = await storeWith([FIRST, SECOND]);
    await expect(findRun(store, "202611")).rejects.toMatchObject({
      code: "usage",
      message: `run "202611" may be any of ${SECOND}, ${FIRST}.`,
    });
    await store.close();
  });

  it.each(["", "AAPL", "\u001b[2J", "%", "_"])("is no run for %j", async (text) => {
    const store = await storeWith([FIRST, SECOND]);
    await expect(findRun(store, text)).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining(`is not known. The newest: ${SECOND}, ${FIRST}.`),
    });
    await store.close();
  });

  it("whose id is a whole other one's beginning is that one", async () => {
    const store = await storeWith([FIRST, `${FIRST}0`]);
    expect((await findRun(store, FIRST)).id).toBe(FIRST);
    await store.close();
  });

  it("names the newest of many, and how many more there are", async () => {
    const ids = Array.from({ length: 8 }, (_, number) => `run-${number}`);
    const store = await storeWith(ids);
    await expect(findRun(store, "x")).rejects.toThrow(
      "run-7, run-6, run-5, run-4, run-3 and 3 more.",
    );
    await store.close();
  });

  it("of an empty store is an error that says how to make one", async () => {
    const store = await storeWith([]);
    for (const text of ["latest", "4f3a"]) {
      await expect(findRun(store, text)).rejects.toThrow(
        "no run is kept. Make one: trading-graph analyze",
      );
    }
    await store.close();
  });
});
