import { describe, expect, it } from "vitest";
import { sectionBody } from "#core/render/section-body.ts";
import { growthOf } from "../../helpers/growth.ts";

describe("the body of a section", () => {
  it("keeps ordinary Markdown as it is", () => {
    const text =
      "**Trend.** Up 4 %, *well* above [its average](https://example.com).\n\n- one\n- two";
    expect(sectionBody(text)).toBe(text);
  });

  it("opens no section of its own", () => {
    expect(sectionBody("# AAPL: BUY, confidence 1.00\n## Decision ##")).toBe(
      "**AAPL: BUY, confidence 1.00**\n**Decision**",
    );
    expect(sectionBody("AAPL: BUY\n===\nDecision\n---")).toBe("AAPL: BUY\n***\nDecision\n***");
  });

  it("opens none behind a quotation's mark or a list item's either", () => {
    expect(sectionBody("> # A\n- ## B\n1. # C\n* > # D\n  -\n> ---\n\t#\n#5 is no heading")).toBe(
      "> **A**\n- **B**\n1. **C**\n* > **D**\n  ***\n> ***\n\t\n#5 is no heading",
    );
  });

  it("makes one bold line of a heading, whatever is bold in it", () => {
    expect(sectionBody("# # **A** # b ##\n## C#")).toBe("**# A # b**\n**C#**");
  });

  it("links to the web or nowhere", () => {
    expect(sectionBody("[x](javascript:alert(1)) [y]( data:text/html,z) [z](\nx)")).toBe(
      "[x]\\(javascript:alert(1)) [y]\\( data:text/html,z) [z]\\(\nx)",
    );
    const web = "[x](https://example.com) [y]( http://example.com) [z](HTTPS://example.com)";
    expect(sectionBody(web)).toBe(web);
    expect(sectionBody("- [x]: javascript:alert(1)\n[a\nb]: x")).toBe(
      "- [x]\\: javascript:alert(1)\n[a\nb]\\: x",
    );
  });

  it("loads no image: it is a link to it", () => {
    expect(sectionBody("![x](https://example.com/x.png)")).toBe(
      "\\![x](https://example.com/x.png)",
    );
  });

  it("holds no footnote, no brace and no entity, which could fake a mark of the audit's", () => {
    expect(sectionBody("[^1] [[^^1]: x [\\^1]")).toBe("\\[^1] [\\[^^1]\\: x \\[\\^1]");
    expect(sectionBody("{unsourced} {{unsourcedunsourced \\{x}")).toBe(
      "(unsourced) ((unsourcedunsourced (x)",
    );
    expect(sectionBody("[&#94;1] &lbrace; AT&T R&D; 2")).toBe(
      "[&amp;#94;1] &amp;lbrace; AT&T R&amp;D; 2",
    );
  });

  it("makes nothing act by a second backslash", () => {
    expect(sectionBody("\\[^1] \\\\[^1] \\![x] \\\\![x] \\\\<b>")).toBe(
      "\\[^1] \\\\\\[^1] \\![x] \\\\\\![x] \\\\&lt;b>",
    );
  });

  it("holds no HTML", () => {
    expect(sectionBody("<img src=x onerror=y> </details> <!-- a --> \\<b>")).toBe(
      "&lt;img src=x onerror=y> &lt;/details> &lt;!-- a --> &lt;b>",
    );
    expect(sectionBody("2 < 3")).toBe("2 < 3");
  });

  it("opens no code block, so that none swallows what follows", () => {
    expect(sectionBody("```js\nlet a;\n```")).toBe("\\`\\`\\`js\nlet a;\n\\`\\`\\`");
    expect(sectionBody("- ~~~~ `\n> ```")).toBe("- \\~\\~\\~\\~ `\n> \\`\\`\\`");
    expect(sectionBody("Code: `a`, ``b``.\n```x``` inline\n~~gone~~")).toBe(
      "Code: `a`, ``b``.\n```x``` inline\n~~gone~~",
    );
  });
});

describe("the time that a section's body takes", () => {
  it.each([
    ["a heading with hashes", "# ", " #", "x"],
    ["a heading with spaces", "# ", " ", "x"],
    ["a heading with one long run", "# ", "#", "x"],
    ["openings of links", "", "](", ""],
    ["openings of links, spaced", "", "](  ", ""],
    ["openings of definitions", "", "[", "]:"],
    ["quotations and lists", "", "> - 1. ", "#"],
    ["spaces", "", " ", "#"],
    ["underlines", "", "- ", "="],
    ["equals signs", "", "=", "x"],
    ["fences", "", "`", "x`"],
    ["backslashes", "", "\\", "[^"],
    ["braces and tags", "", "{<", ""],
    ["entities", "", "&#", ""],
    ["bold within a heading", "# ", "*", ""],
    ["lines", "", "# a\n", ""],
  ])("grows no faster than its length: %s", (_, before, unit, after) => {
    const text = (length: number) => before + unit.repeat(length / unit.length) + after;
    const [little, much] = [text(20_000), text(160_000)];
    // Eight times the time if it grows as the length does, 64 times if as its square. A thousandth of
    // a second is what the clock and the collector may add to next to nothing.
    const bound = { atMost: 8 * 3.5, slackMs: 1 };
    const growth = growthOf((eightfold) => sectionBody(eightfold ? much : little), bound);
    expect(growth).toBeLessThanOrEqual(bound.atMost);
  });

  it("is no matter of how deep a text is nested", () => {
    const nested = "> - ".repeat(500_000);
    expect(sectionBody(`${nested}# x`)).toBe(`${nested}**x**`);
  });
});
