import { describe, expect, it } from "vitest";
import { addUsage, noUsage, unknownUsage } from "#core/usage.ts";

const some = { inputTokens: 10, outputTokens: 2, cachedTokens: 4, reasoningTokens: 1, usd: 0.5 };

describe("usage", () => {
  it("adds up", () => {
    expect(addUsage(some, some)).toEqual({
      inputTokens: 20,
      outputTokens: 4,
      cachedTokens: 8,
      reasoningTokens: 2,
      usd: 1,
    });
    expect(addUsage(noUsage, some)).toEqual(some);
  });

  it("is unknown as soon as a part of it is", () => {
    expect(addUsage(some, unknownUsage)).toEqual(unknownUsage);
    expect(addUsage(some, { ...some, usd: null })).toMatchObject({ inputTokens: 20, usd: null });
  });
});
