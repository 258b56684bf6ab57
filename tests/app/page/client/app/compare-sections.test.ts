import { describe, expect, it } from "vitest";
import { compareSections } from "#app/page/client/app/compare-sections.ts";

describe("the sections of a comparison", () => {
  it("are its own titles, with what comes before them", () => {
    const text =
      "**Other symbols.**\n\n# What differs\n\n- A: one\n\n## Decision\n\nNothing.\n\n## Gaps\n\n- x ## y";
    expect(compareSections(text)).toEqual({
      before: "**Other symbols.**\n\n\n\n- A: one",
      sections: [
        { title: "Decision", text: "Nothing." },
        { title: "Gaps", text: "- x ## y" },
      ],
    });
  });
});
