import { describe, expect, it } from "vitest";
import { listText } from "#core/watchlist/list-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the text of a list", () => {
  it("is what its file holds, without a byte order mark", () => {
    expect(listText("a.txt", bytes("\ufeffAAPL\r\nMSFT\t# größer\n"))).toBe(
      "AAPL\r\nMSFT\t# größer\n",
    );
    expect(listText("a.txt", bytes(""))).toBe("");
  });

  it.each([
    ["NUL bytes", bytes("AAPL\0MSFT"), "it holds NUL bytes"],
    ["UTF-16, which has them too", Uint8Array.of(0xff, 0xfe, 0x41, 0x00), "it holds NUL bytes"],
    ["no UTF-8", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), "its bytes are no UTF-8"],
    ["mostly control characters", bytes("\x01\x02\x03A"), "most of it is control characters"],
  ])("is none of a file with %s", (_, content, why) => {
    expect(() => listText("a.txt", content)).toThrow(`a.txt is a binary file, not a list of`);
    expect(() => listText("a.txt", content)).toThrow(why);
  });
});
