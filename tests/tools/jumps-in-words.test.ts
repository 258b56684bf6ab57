import { describe, expect, it } from "vitest";
import { jumpsInWords } from "#tools/jumps-in-words.ts";

const jump = (date: string, factor: number, ratio: number | null = null) => ({
  date,
  factor,
  split: ratio === null ? null : { date, ratio },
});

describe("jumps in words", () => {
  it("name day, factor and the split that was not adjusted for", () => {
    expect(jumpsInWords([jump("2024-03-05", 0.25123)])).toBe("2024-03-05: x0.251, no split known");
    expect(jumpsInWords([jump("2024-03-05", 0.25, 4), jump("2024-04-05", 9.9, 0.1)])).toBe(
      "2024-03-05: x0.25, that day's split of 4:1 not adjusted for; 2024-04-05: x9.9, that day's split of 1:10 not adjusted for",
    );
  });

  it("name the newest three, and count the rest", () => {
    const jumps = ["01", "02", "03", "04", "05"].map((day) => jump(`2024-03-${day}`, 2));
    const words = jumpsInWords(jumps);
    expect(words).toMatch(/^2024-03-03: .*2024-03-05: x2, no split known; and 2 earlier$/);
  });
});
