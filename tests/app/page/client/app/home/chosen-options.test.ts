import { describe, expect, it } from "vitest";
import { isIn, optionsIn, toggled } from "#app/page/client/app/home/chosen-options.ts";

const all = ["market", "news", "risk"];

describe("options that somebody has chosen", () => {
  it("are sent without what was left empty", () => {
    expect(optionsIn({ depth: "deep", model: " ", "as-of": "" })).toEqual({ depth: "deep" });
  });

  it("name all of a list until one is taken out, in the list's own order", () => {
    expect(isIn("", "news")).toBe(true);
    const without = toggled("", "news", all);
    expect(without).toBe("market,risk");
    expect(isIn(without, "news")).toBe(false);
    expect(toggled(without, "news", all)).toBe("");
  });

  it("keep the last of a list", () => {
    expect(toggled("news", "news", all)).toBe("news");
  });
});
