import { describe, expect, it } from "vitest";
import { createCircuit } from "#runtime/models/live/circuit.ts";

function open() {
  const time = { now: 1_000 };
  const circuit = createCircuit({
    clock: { now: () => time.now },
    openMs: 100,
    isDown: (thrown) => thrown === "down",
    rejection: (failures, ms) => new Error(`open after ${failures}, again in ${ms}`),
  });
  const call = (outcome: () => Promise<string>) =>
    circuit
      .run(outcome)
      .catch((thrown: unknown) => (thrown instanceof Error ? thrown.message : thrown));
  const fail = (thrown: unknown) => call(() => Promise.reject(thrown));
  const failTimes = async (times: number) => {
    for (let count = 0; count < times; count += 1) await fail("down");
  };
  return { call, fail, failTimes, time };
}

const ok = async () => "ok";

describe("a circuit", () => {
  it("rejects calls at once after five failures in a row", async () => {
    const { call, failTimes } = open();
    await failTimes(4);
    let asked = 0;
    await call(() => {
      asked += 1;
      return Promise.reject("down");
    });
    expect(await call(ok)).toBe("open after 5, again in 100");
    expect(asked).toBe(1);
  });

  it("counts failures in a row only", async () => {
    const { call, failTimes } = open();
    await failTimes(4);
    await call(ok);
    await failTimes(4);
    expect(await call(ok)).toBe("ok");
  });

  it("does not count what says nothing of the other side's health", async () => {
    const { call, fail, failTimes } = open();
    await failTimes(4);
    for (let count = 0; count < 5; count += 1) await fail("slow down");
    expect(await call(ok)).toBe("ok");
  });

  it("lets one call try after a while, and closes when that one succeeds", async () => {
    const { call, failTimes, time } = open();
    await failTimes(5);
    time.now += 99;
    expect(await call(ok)).toBe("open after 5, again in 1");
    time.now += 1;
    const answer = Promise.withResolvers<string>();
    const probe = call(() => answer.promise);
    expect(await call(ok)).toBe("open after 5, again in 0");
    answer.resolve("ok");
    expect(await probe).toBe("ok");
    expect(await call(ok)).toBe("ok");
  });

  it("stays open for as long again when the one that tried fails", async () => {
    const { call, fail, failTimes, time } = open();
    await failTimes(5);
    time.now += 100;
    await fail("down");
    time.now += 99;
    expect(await call(ok)).toBe("open after 6, again in 1");
    time.now += 1;
    expect(await call(ok)).toBe("ok");
  });

  it("lets the next call try when the one that tried was aborted", async () => {
    const { call, fail, failTimes, time } = open();
    await failTimes(5);
    time.now += 100;
    await fail("aborted");
    expect(await call(ok)).toBe("ok");
  });

  it("is not held open by calls that began before it opened", async () => {
    const { call, failTimes, time } = open();
    const late = Promise.withResolvers<string>();
    const early = call(() => late.promise);
    await failTimes(5);
    time.now += 100;
    late.reject("down");
    await early;
    expect(await call(ok)).toBe("ok");
  });
});
