import { describe, expect, it } from "vitest";
import { html, trusted } from "#app/page/html.ts";

describe("html", () => {
  it("shows a text as it is", () => {
    const text = html`<p title="${`"'`}">${"<b> & >"}</p>`.toString();
    expect(text).toBe('<p title="&quot;&#39;">&lt;b&gt; &amp; &gt;</p>');
  });

  it("takes markup, lists, numbers and nothing", () => {
    const items = ["<", 2, null].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${trusted("<hr>")}</ul>`.toString()).toBe(
      "<ul><li>&lt;</li><li>2</li><li></li><hr></ul>",
    );
  });

  it("takes out what turns lines around or moves a cursor", () => {
    expect(html`${"a\u202eb\u001b[2Jc\u0000d"}`.toString()).toBe("abcd");
  });
});
