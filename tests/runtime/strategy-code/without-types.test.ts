import { describe, expect, it } from "vitest";
import { withoutTypes } from "#runtime/strategy-code/without-types.ts";

describe("withoutTypes", () => {
  it("puts blanks where types were", async () => {
    expect(await withoutTypes("const a: number = 1;")).toBe("const a         = 1;");
  });

  it("gives null for what is no TypeScript, and for types that have to be compiled", async () => {
    expect(await withoutTypes("const a: number = (;")).toBeNull();
    expect(await withoutTypes("enum A { B }")).toBeNull();
  });

  it("still works after code that nests too deeply", async () => {
    expect(await withoutTypes(`const a: number = ${"(".repeat(49_000)}`)).toBeNull();
    expect(await withoutTypes("let b: string;")).toBe("let b        ;");
  });
});
