import { describe, expect, it } from "vitest";
import { obv } from "#core/indicators/obv.ts";
import { barsOf } from "./bars.ts";
import { valuesOf } from "./values.ts";

describe("OBV", () => {
  it("counts from 0: adds on a rise, keeps on an unchanged close, takes off on a fall", () => {
    const bars = barsOf([10, 11, 11, 10, 9], [500, 70, 90, 40, 100]);
    expect(valuesOf(obv, bars)).toEqual([null, 70, 70, 30, -70]);
  });
});
