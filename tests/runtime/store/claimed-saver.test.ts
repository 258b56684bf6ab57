import { emptyCheckpoint, MemorySaver } from "@langchain/langgraph-checkpoint";
import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { ClaimedSaver, type ClaimedSaverOptions } from "#runtime/store/claimed-saver.ts";
import { createResilience } from "#runtime/store/resilient.ts";
import { claimOf } from "../../helpers/run-claim.ts";

const THREAD = { configurable: { thread_id: "run", checkpoint_ns: "" } };
const METADATA = { source: "loop", step: 0, parents: {} } as const;

const resilience = createResilience({ place: "a test", postgres: true, wait: async () => {} });

function saverOver(memory: MemorySaver, changes: Partial<ClaimedSaverOptions> = {}) {
  return new ClaimedSaver({
    claim: claimOf("run"),
    saver: async () => memory,
    guard: async () => {},
    resilience,
    ...changes,
  });
}

describe("a claim's saver", () => {
  it("writes nothing once somebody else has taken the run up, and still reads", async () => {
    const memory = new MemorySaver();
    const before = await saverOver(memory).put(THREAD, emptyCheckpoint(), METADATA, {});
    const saver = saverOver(memory, {
      guard: async ({ runId }) => {
        throw new DeskError("taken_over", `run ${runId} has been taken up elsewhere.`);
      },
    });
    const refused = { code: "taken_over" };
    await expect(saver.put(THREAD, emptyCheckpoint(), METADATA, {})).rejects.toMatchObject(refused);
    await expect(saver.putWrites(before, [["said", 1]], "task")).rejects.toMatchObject(refused);
    await expect(saver.deleteThread("run")).rejects.toMatchObject(refused);
    expect(await saver.getTuple(THREAD)).toMatchObject({ config: before, pendingWrites: [] });
    expect(await Array.fromAsync(saver.list(THREAD))).toHaveLength(1);
  });

  it("asks before every try of a write whether the claim still holds", async () => {
    let asked = 0;
    const saver = saverOver(new MemorySaver(), {
      saver: async () => {
        throw new Error("Connection terminated unexpectedly");
      },
      guard: async () => {
        asked += 1;
        if (asked === 3) throw new DeskError("taken_over", "taken up elsewhere.");
      },
    });
    await expect(saver.deleteThread("run")).rejects.toMatchObject({ code: "taken_over" });
    expect(asked).toBe(3);
  });

  it("outlasts a connection that fails, in every one of its methods", async () => {
    const memory = new MemorySaver();
    let failures = 0;
    const saver = saverOver(memory, {
      saver: async () => {
        failures += 1;
        if (failures % 3 !== 0) {
          throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
        }
        return memory;
      },
    });
    const put = await saver.put(THREAD, emptyCheckpoint(), METADATA, {});
    await saver.putWrites(put, [["said", 1]], "task");
    expect((await saver.getTuple(THREAD))?.pendingWrites).toEqual([["task", "said", 1]]);
    expect(await Array.fromAsync(saver.list(THREAD))).toHaveLength(1);
    await saver.deleteThread("run");
    expect(await saver.getTuple(THREAD)).toBeUndefined();
  });

  it("gives no checkpoint of a list twice when the connection fails on the way", async () => {
    const memory = new MemorySaver();
    for (const _ of [1, 2, 3]) await memory.put(THREAD, emptyCheckpoint(), METADATA);
    let tries = 0;
    class Failing extends MemorySaver {
      override async *list(): ReturnType<MemorySaver["list"]> {
        tries += 1;
        for await (const tuple of memory.list(THREAD)) {
          yield tuple;
          if (tries === 1) throw new Error("Connection terminated unexpectedly");
        }
      }
    }
    const listed = await Array.fromAsync(saverOver(new Failing()).list(THREAD));
    expect(new Set(listed.map(({ checkpoint }) => checkpoint.id)).size).toBe(3);
    expect(listed).toHaveLength(3);
  });

  it("says what could not be done when the database is gone for good", async () => {
    const saver = saverOver(new MemorySaver(), {
      saver: async () => {
        throw new Error("the disk is full");
      },
    });
    await expect(saver.deleteThread("run")).rejects.toMatchObject({
      code: "storage",
      message: expect.stringMatching(/write the checkpoints of run run.*the disk is full/),
    });
  });

  it("gives versions that grow, and that no other attempt gives", () => {
    const first = saverOver(new MemorySaver());
    const second = saverOver(new MemorySaver(), { claim: claimOf("run", 2) });
    const begun = first.getNextVersion();
    const cutOff = first.getNextVersion(begun);
    const resumed = second.getNextVersion(begun);
    const versions = [begun, cutOff, resumed, second.getNextVersion(resumed)];
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.toSorted((a, b) => a - b)).toEqual(versions);
  });
});
