import { describe, expect, it, vi } from "vitest";
import { lazily } from "#core/lazily.ts";

describe("what is made lazily", () => {
  it("is not made before it is asked for, and then once", () => {
    const make = vi.fn(() => ({}));
    const made = lazily(make);
    expect(make).not.toHaveBeenCalled();
    expect(made()).toBe(made());
    expect(make).toHaveBeenCalledOnce();
  });

  it("is made once even where it is undefined", () => {
    const make = vi.fn(() => undefined);
    const made = lazily(make);
    made();
    made();
    expect(make).toHaveBeenCalledOnce();
  });
});
