import { describe, expect, it } from "vitest";
import { align } from "#core/indicators/align.ts";

describe("align", () => {
  it("lays a shorter series against the end", () => {
    expect(align(4, [7, 8])).toEqual([null, null, 7, 8]);
  });

  it("turns whatever is no finite number into null and keeps 0", () => {
    expect(align(5, [Number.NaN, Number.POSITIVE_INFINITY, undefined, null, 0])).toEqual([
      null,
      null,
      null,
      null,
      0,
    ]);
  });
});
