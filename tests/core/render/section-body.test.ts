import { describe, expect, it } from "vitest";
import { sectionBody } from "#core/render/section-body.ts";

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

  it("links to the web or nowhere", () => {
    expect(sectionBody("[x](javascript:alert(1)) [y]( data:text/html,z)")).not.toMatch(
      /javascript|data:/,
    );
    expect(sectionBody("[x]: javascript:alert(1)")).toBe("");
  });

  it("holds no HTML", () => {
    expect(sectionBody("<img src=x onerror=y> </details> <!-- a -->")).toBe(
      "&lt;img src=x onerror=y> &lt;/details> &lt;!-- a -->",
    );
    expect(sectionBody("2 < 3")).toBe("2 < 3");
  });

  it("ends a code block that it opens", () => {
    expect(sectionBody("```js\nlet a;")).toBe("```js\nlet a;\n```");
    expect(sectionBody("```js\nlet a;\n```")).toBe("```js\nlet a;\n```");
  });
});
