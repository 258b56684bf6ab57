import { describe, expect, it } from "vitest";
import { printable } from "#core/render/printable.ts";

describe("printable text", () => {
  it.each([
    ["a colour", "\x1b[31mred\x1b[0m", "red"],
    ["a cleared screen", "\x1b[2J\x1b[Hgone", "gone"],
    ["a title with a bell", "\x1b]0;title\x07text", "text"],
    ["a device control string", "\x1bPq#0\x1b\\text", "text"],
    ["eight-bit introducers", "\x9b2J\x90q\x9ctext", "2Jqtext"],
    ["a carriage return", "safe\rfake", "safefake"],
    ["backspaces", "safe\b\b\b\bfake", "safefake"],
    ["NUL and DEL", "a\0b\x7fc", "abc"],
    ["bidirectional overrides", "a\u202eb\u2066c\u2069d\u200fe", "abcde"],
    ["zero-width characters", "a\u200bb\u200dc\ufeffd\u00ade", "abcde"],
    ["half a character", "a\ud83db", "ab"],
    ["a private one", "a\ue000b", "ab"],
  ])("has lost %s", (_what, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each(["line\n\tindented", "é ñ ü e\u0301", "漢字 かな", "😀 ⏱️ ▶ █ ▒ │", "“50 %” – €5…", ""])(
    "is all of %j",
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );
});
