import { describe, expect, it } from "vitest";
import { dayMade, isHindsight } from "#core/review/hindsight.ts";
import { kept, late } from "./examples.ts";

const madeAt = (decidedAt: string) => kept({ asOf: "2024-05-24", decidedAt });

describe("hindsight", () => {
  it("is not what was decided on its day, nor on the Tuesday after a long weekend", () => {
    expect(isHindsight(madeAt("2024-05-24T10:00:00.000Z"))).toBe(false);
    expect(isHindsight(madeAt("2024-05-28T23:59:59.999Z"))).toBe(false);
  });

  it("is what was decided a day later than that, or months", () => {
    expect(isHindsight(madeAt("2024-05-29T00:00:00.000Z"))).toBe(true);
    expect(isHindsight(late())).toBe(true);
  });

  it("is told by the UTC day on which a decision was made", () => {
    expect(dayMade(madeAt("2024-05-24T23:59:59.999Z"))).toBe("2024-05-24");
    expect(dayMade(madeAt("2024-05-25T00:00:00.000Z"))).toBe("2024-05-25");
  });
});
