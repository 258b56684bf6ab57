import { expect, it } from "vitest";
import { createBackOff } from "#runtime/queue/back-off.ts";

const notBegun = { reason: "no key", begun: false };

it("a worker looks at every run once before it rests", () => {
  const { refused } = createBackOff();
  expect(["one", "two", "three", "one"].map((run) => refused(run, notBegun))).toEqual([
    0, 0, 0, 1_000,
  ]);
});

it("each rest is twice as long as the one before, and 30 s at most", () => {
  const { refused } = createBackOff();
  const rests = Array.from({ length: 14 }, () => refused("one", notBegun));
  expect(rests.filter((ms) => ms > 0)).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
});

it("a worker that was of use rests as briefly as at first", () => {
  const { refused, useful } = createBackOff();
  for (let time = 0; time < 6; time += 1) refused("one", notBegun);
  useful();
  refused("one", notBegun);
  expect(refused("one", notBegun)).toBe(1_000);
});

it("a worker rests at once when it had begun what it refuses", () => {
  const { refused } = createBackOff();
  const begun = { reason: "401", begun: true };
  expect([refused("one", begun), refused("two", begun)]).toEqual([1_000, 2_000]);
});
