import { describe, expect, it } from "vitest";
import { bytes } from "#core/render/bytes.ts";

describe("a size", () => {
  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_000, "1.0 kB"],
    [999_960, "1.0 MB"],
    [3_400_000, "3.4 MB"],
    [5e15, "5000.0 TB"],
  ])("of %d bytes is %s", (count, text) => {
    expect(bytes(count)).toBe(text);
  });
});
