import { describe, expect, it } from "vitest";
import { inertJson } from "#core/render/inert-json.ts";

const ALL = Array.from({ length: 0x1_1000 }, (_, code) => String.fromCodePoint(code)).join("");

describe("inert JSON", () => {
  it("is ordinary JSON of ordinary values", () => {
    const value = {
      text: 'a "quoted" line\n漢字 😀 é 5 %',
      list: [1, null, true, -2.5],
      nested: {},
    };
    expect(inertJson(value)).toBe(JSON.stringify(value));
  });

  it.each([
    ["eight-bit introducers", "\u009b2J\u0090q\u009c", "\\u009b2J\\u0090q\\u009c"],
    ["an escape sequence", "\u001b[2J", "\\u001b[2J"],
    ["DEL", "\u007f", "\\u007f"],
    ["bidirectional overrides", "\u202ea\u2066\u2069", "\\u202ea\\u2066\\u2069"],
    ["zero-width characters", "a\u200b\ufeff", "a\\u200b\\ufeff"],
    ["a tag beyond the first plane", "\u{e0041}", "\\udb40\\udc41"],
    ["half a character", "\ud83d", "\\ud83d"],
  ])("writes %s as what it reads back as", (_, text, written) => {
    expect(inertJson([text])).toBe(`["${written}"]`);
    expect(JSON.parse(inertJson({ [text]: text }))).toEqual({ [text]: text });
  });

  it("holds nothing that a terminal obeys, whatever it is made of, and loses nothing", () => {
    const json = inertJson({ [ALL]: ALL });
    expect(json).not.toMatch(/\p{C}/u);
    expect(JSON.parse(json)).toEqual({ [ALL]: ALL });
  });
});
