import { describe, expect, it } from "vitest";
import { redactor } from "#runtime/redact.ts";

const SECRET = 'sk-canary-"quoted"\\n-1234';

describe("taking secrets out of plain data", () => {
  it("replaces them in texts and keys, at any depth, as often as they stand there", () => {
    const clean = redactor([SECRET]);
    const data = { [`key ${SECRET}`]: [{ text: `a ${SECRET} and ${SECRET}`, n: 1, none: null }] };
    expect(clean(data)).toEqual({
      "key [redacted]": [{ text: "a [redacted] and [redacted]", n: 1, none: null }],
    });
  });

  it("leaves no end of a secret that begins with another", () => {
    expect(redactor(["secret-1", "secret-1-longer"])("it is secret-1-longer")).toBe(
      "it is [redacted]",
    );
  });

  it("lets what is too short to be a secret be", () => {
    expect(redactor(["", "none"])("none of it")).toBe("none of it");
  });

  it("copies, so that what happens to the data later changes nothing", () => {
    const data = { list: [1] };
    const copy = redactor([])(data);
    data.list.push(2);
    expect(copy).toEqual({ list: [1] });
  });
});
