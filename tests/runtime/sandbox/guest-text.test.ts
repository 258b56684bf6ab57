import { describe, expect, it } from "vitest";
import { guestText, lineIn } from "#runtime/sandbox/guest-text.ts";

describe("a strategy's words", () => {
  it("stand on one line and move no cursor", () => {
    expect(guestText(" it\nis\t\u001b[2J\u202eover\r ", null)).toBe("it is over");
  });

  it("end with the line of the code where that is known", () => {
    expect(guestText("x is not defined", "12")).toBe("x is not defined (line 12)");
  });

  it("are cut to 200 characters, the line among them", () => {
    expect(guestText("x".repeat(200), null)).toBe("x".repeat(200));
    const cut = guestText("x".repeat(201), "7");
    expect(cut).toHaveLength(200);
    expect(cut.endsWith("x… (line 7)")).toBe(true);
  });
});

describe("the line in a stack", () => {
  it("is the first that is of the file", () => {
    const stack =
      "    at native\n    at f (strategy.js:3:9)\n    at execute_trade (strategy.js:8:1)\n";
    expect(lineIn(stack, "strategy.js")).toBe("3");
  });

  it("is null where the file is not in it", () => {
    expect(lineIn("    at f (other.js:3:9)", "strategy.js")).toBeNull();
    expect(lineIn("strategy.js:", "strategy.js")).toBeNull();
  });
});
