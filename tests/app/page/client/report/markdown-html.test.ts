import { describe, expect, it } from "vitest";
import { markdownHtml } from "#app/page/client/report/markdown-html.ts";
import { printable } from "#core/render/printable.ts";
import { allHostileTexts, hostilePageTexts } from "../../../../fixtures/hostile-page-texts.ts";

/** Tags that Markdown makes. What else stands in angle brackets has come through from a text. */
const MADE =
  /^<\/?(?:p|br|hr|strong|em|del|code|pre|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|a)(?: (?:href|title|class|start|align)="[^"]*")*>$/;

describe("Markdown", () => {
  it("becomes paragraphs, lists, tables and links", () => {
    const html = markdownHtml("**a** [b](https://example.com)\n\n- c\n\n|d|\n|-:|\n|e|", "block");
    expect(html.replace(/\n/g, "")).toBe(
      '<p><strong>a</strong> <a href="https://example.com">b</a></p><ul><li>c</li></ul><table><thead><tr><th align="right">d</th></tr></thead><tbody><tr><td align="right">e</td></tr></tbody></table>',
    );
  });

  it("has no headings: none of a text passes for one of the page", () => {
    expect(markdownHtml("# BUY\n\nSources\n===\n\n> ## x", "block")).not.toMatch(/<h\d/);
  });

  it("has no figure's place in an address", () => {
    const html = markdownHtml("[a](https://x.example/\u{f0001}2026\ue000/b)", "block");
    expect(html).toContain('href="https://x.example/2026/b"');
  });

  it("on one line is one line, without a paragraph", () => {
    expect(markdownHtml("a **b**\n# c\n- d", "line")).toBe("a <strong>b</strong> # c - d");
  });

  it("that is too deep to be read is shown as it is", () => {
    const text = "> ".repeat(20_000);
    expect(markdownHtml(`${text}<b>`, "block")).toContain("&lt;b&gt;");
  });

  it.each([...Object.entries(hostilePageTexts), ["all of them", allHostileTexts]])(
    "has nothing of %s that HTML could be made of",
    (_, text) => {
      for (const layout of ["block", "line"] as const) {
        const tags = markdownHtml(printable(text), layout).match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !MADE.test(tag))).toEqual([]);
      }
    },
  );
});
