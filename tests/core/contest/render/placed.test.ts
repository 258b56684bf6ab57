import { describe, expect, it } from "vitest";
import { placedIn } from "#core/contest/render/placed.ts";
import { contest } from "../../../fixtures/contest.ts";

describe("the order in which strategies are shown", () => {
  it("keeps each with its own place, and leaves out a place of nobody", () => {
    const { entries, standings } = contest();
    const [first] = standings;
    if (first === undefined) throw new Error("there is no standing");
    const shown = placedIn({ entries, standings: [...standings, { ...first, author: "nobody" }] });
    expect(shown).toHaveLength(entries.length);
    for (const { entry, standing } of shown) expect(entry.author).toBe(standing.author);
  });
});
