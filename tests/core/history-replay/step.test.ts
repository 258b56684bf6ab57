import { describe, expect, it } from "vitest";
import { parseStep, stepsFrom, stepText } from "#core/history-replay/step.ts";

describe("a step", () => {
  it.each(["1d", "21d", "3w", "12m", "999d"])("reads %s as it is written", (text) => {
    expect(stepText(parseStep(text, "--every"))).toBe(text);
  });

  it.each(["0d", "00w", "d", "21", "-1d", "1.5d", "1y", "1000d", "21 d", ""])(
    "refuses %j and says what would do",
    (text) => {
      expect(() => parseStep(text, "--every")).toThrow(/--every: ".*" is no step.*21d, 3w or 1m/);
    },
  );

  it("counts weeks in days of seven", () => {
    expect(stepsFrom("2024-01-02", { count: 3, unit: "w" }, 2)).toBe("2024-02-13");
  });

  it("counts months from the first day, so that February shifts none after it", () => {
    const month = { count: 1, unit: "m" } as const;
    expect([0, 1, 2, 3].map((steps) => stepsFrom("2024-01-31", month, steps))).toEqual([
      "2024-01-31",
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
    ]);
  });
});
