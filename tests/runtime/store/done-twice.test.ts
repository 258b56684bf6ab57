import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "#runtime/store/database.ts";
import type { Resilience } from "#runtime/store/resilient.ts";
import { report, result } from "../../core/examples.ts";
import { planned } from "../../core/run-examples.ts";
import { runsOf } from "../../helpers/runs-of.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** As where a connection broke after the database had done what it was asked. */
const doneTwice: Resilience = async (_what, work) => {
  await work(false);
  return work(true);
};

async function store() {
  const database = await openDatabase({ url: null, folder: await temporaryFolder() });
  onTestFinished(() => database.close());
  let time = 1_700_000_000_000;
  const now = () => {
    time += 1;
    return time;
  };
  return runsOf(database, { now }, doneTwice);
}

describe("a write that was made, and whose answer was lost", () => {
  it("comes to the same when it is made again, from a run's begin to its end", async () => {
    const runs = await store();
    const claim = await runs.begin(planned({ id: "a" }));
    await claim.stepStarted("market_analyst");
    await claim.stepEnded("market_analyst", report());
    await claim.renew();
    await claim.end({ state: "done", result: result() });
    expect(await runs.read("a")).toMatchObject({
      state: "done",
      attempt: 1,
      steps: [{ state: "done" }, { state: "waiting" }],
      result: result(),
    });
    expect(await runs.runs({})).toHaveLength(1);
  });

  it("is no end of somebody else's", async () => {
    const claim = await (await store()).begin(planned({ id: "a" }));
    await claim.end({ state: "interrupted", error: "stopped" });
    await expect(claim.end({ state: "failed", error: "late" })).rejects.toMatchObject({
      code: "taken_over",
    });
  });

  it("makes a list once", async () => {
    const runs = await store();
    await runs.plan([planned({ id: "a" }), planned({ id: "b" })]);
    expect(await runs.runs({})).toHaveLength(2);
  });

  it("gives its own claim again, which then holds", async () => {
    const runs = await store();
    await runs.plan([planned({ id: "a" })]);
    const claim = await runs.claim("a");
    expect(await runs.read("a")).toMatchObject({ state: "running", attempt: claim?.attempt });
    await claim?.renew();
    expect(await runs.claim("a")).toBeNull();
  });
});
