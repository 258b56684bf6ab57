import { describe, expect, it } from "vitest";
import { noText, withPiece } from "#app/page/client/app/live-text.ts";

/** What is shown of a text that comes in these pieces. */
function shown(...pieces: string[]): string {
  return pieces.reduce(withPiece, noText).shown;
}

describe("a text that comes in pieces", () => {
  it.each([
    ["plain words", ["Revenue ", "grew."], "Revenue grew."],
    ["line breaks and tabs", ["a\n", "\tb"], "a\n\tb"],
    ["a character that is cut in two", ["up \ud83d", "\udcc8!"], "up 📈!"],
    ["a colour that is cut in two", ["a\u001b[3", "1mb"], "ab"],
    ["a link that is cut in two", ["a\u001b]8;;http://x", "\u0007b"], "ab"],
    ["a colour that is whole", ["a\u001b[31mb"], "ab"],
    ["text that is turned around", ["gain \u202e", "loss"], "gain loss"],
    ["a carriage return", ["done\r", "fake"], "donefake"],
  ])("shows %s as what it means", (_, pieces, expected) => {
    expect(shown(...pieces)).toBe(expected);
  });

  it("does not wait for the end of a sequence that has none", () => {
    expect(shown(`a\u001b]${"x".repeat(300)}`)).toHaveLength(302);
  });
});
