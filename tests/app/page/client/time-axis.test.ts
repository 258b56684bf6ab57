import { describe, expect, it } from "vitest";
import { elapsedWords, tookWords } from "#app/page/client/app/elapsed-words.ts";
import { ticksOf } from "#app/page/client/time-axis.ts";

describe("an axis of time", () => {
  it.each([
    [100, ["0", "20 ms", "40 ms", "60 ms", "80 ms", null]],
    [5_300, ["0", "1 s", "2 s", "3 s", "4 s", null]],
    [150_000, ["0", "30 s", "1 min", "1.5 min", "2 min", null]],
    [1_000_000_000, ["0", null]],
  ])(
    "of %i ms has few round times, without words where there is no room for them",
    (length, words) => {
      expect(ticksOf(length).map((tick) => tick.words)).toEqual(words);
    },
  );
});

describe("a length of time", () => {
  it.each([
    [0, "0.0 s"],
    [12_340, "12.3 s"],
    [65_000, "1 min 05 s"],
    [3_720_000, "1 h 02 min"],
  ])("of %i ms that goes on reads %s", (ms, words) => {
    expect(elapsedWords(ms)).toBe(words);
  });

  it("below a second is finer once it is over", () => {
    expect(tookWords(420)).toBe("420 ms");
  });
});
