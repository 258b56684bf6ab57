import { describe, expect, it } from "vitest";
import { deepFreeze } from "#core/deep-freeze.ts";

describe("deepFreeze", () => {
  it("freezes to the leaves, also below what was frozen already", () => {
    const tree = deepFreeze(Object.freeze({ rows: [{ price: 1, note: null }] }));
    expect(Object.isFrozen(tree.rows)).toBe(true);
    expect(Object.isFrozen(tree.rows[0])).toBe(true);
  });

  it("gives back the value itself", () => {
    const value = { price: 1 };
    expect(deepFreeze(value)).toBe(value);
    expect(deepFreeze(null)).toBeNull();
  });
});
