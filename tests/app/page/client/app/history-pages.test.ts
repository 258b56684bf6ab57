import { describe, expect, it } from "vitest";
import { withNewest, withOlder } from "#app/page/client/app/history-pages.ts";
import type { History } from "#app/web/api.ts";
import { record } from "./told.ts";

const page = (more: boolean, ...made: number[]) => ({
  runs: made.map((createdAt) => record({ id: `run ${createdAt}`, createdAt })),
  more,
});
const madeIn = ({ runs }: History) => runs.map(({ createdAt }) => createdAt);

describe("the history as it was read", () => {
  it("goes on with what is older", () => {
    const both = withOlder(page(true, 9, 8), page(false, 8, 7));
    expect(madeIn(both)).toEqual([9, 8, 7]);
    expect(both.more).toBe(false);
  });

  it("takes what is new before what it has, and lets go of what was removed", () => {
    const known = page(false, 9, 8, 7, 6);
    const fresh = withNewest(known, page(true, 10, 9, 7));
    expect(madeIn(fresh)).toEqual([10, 9, 7, 6]);
    expect(fresh.more).toBe(false);
  });

  it("begins anew where the newest page and what it has do not touch", () => {
    expect(withNewest(page(false, 9), page(true, 11, 10))).toEqual(page(true, 11, 10));
  });
});
