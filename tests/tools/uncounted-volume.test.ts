import { expect, it } from "vitest";
import { whyNoVolume } from "#tools/uncounted-volume.ts";
import { bars } from "../helpers/fake-market.ts";

it("volume is unknown where no bar has any, and known from the first that has", () => {
  expect(whyNoVolume(bars(30, { volume: 0 }))).toBe("the source counts no volume for it");
  expect(whyNoVolume([])).toBeNull();
  expect(whyNoVolume([...bars(29, { volume: 0 }), ...bars(1)])).toBeNull();
});
