import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#core/render/markdown.ts";
import { analysisSaying } from "../../fixtures/saying.ts";
import { spans, toolSpan } from "../examples.ts";

function linesOf(text: string): string[] {
  const said = analysisSaying(text);
  return renderMarkdown(said, [...spans, toolSpan(text, "market_analyst", 12, 40)]).split("\n");
}

const CONTAINERS = String.raw`^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*`;
const behindContainers = (begins: string) => new RegExp(CONTAINERS + begins);

/** What of a line acts: a backslash and what it makes harmless are blotted out. */
function acting(line: string): string {
  return line.replace(/\\[!-/:-@[-`{-~]/g, "_");
}

/** A report without the block that the timeline stands in, from where it opens to where it closes. */
function proseOf(lines: readonly string[]): string[] {
  const open = lines.indexOf("```text");
  const close = lines.findIndex((line, at) => at > open && /^ {0,3}`{3,}[ \t]*$/.test(line));
  expect([lines[open - 2], lines[close + 2]]).toEqual(["## Timeline", "## Sources"]);
  return [...lines.slice(0, open), ...lines.slice(close + 1)];
}

function headingsOf(prose: readonly string[]): string {
  return prose.filter((line) => behindContainers("#{1,6}(?:[ \\t]|$)").test(line)).join("\n");
}

const SECTIONS = headingsOf(proseOf(linesOf("It holds.")));

/** What a text has made of the report that is not its to make: an empty list. */
function faultsOf(text: string): string[] {
  const lines = linesOf(text);
  const prose = proseOf(lines);
  const acts = prose.map(acting);
  const some = (pattern: RegExp) => acts.some((line) => pattern.test(line));
  const definitions = acts.filter((line) => line.includes("]:"));
  const sources = acts.slice(acts.indexOf("## Sources"));
  const defined = sources.flatMap((line) => /^\[\^\d+\](?=: )/.exec(line) ?? []);
  const marks = acts.flatMap((line) => line.match(/\[\^[^\]]*\]/g) ?? []);
  const faults: Readonly<Record<string, boolean>> = {
    "a section": headingsOf(prose) !== SECTIONS,
    "a line that underlines": some(/^[ \t>]*(?:=+|-+)[ \t]*$/),
    "a fence": some(behindContainers("(?:`{3,}[^`]*|~{3,}.*)$")),
    "a definition": definitions.length !== defined.length,
    "a source twice": new Set(defined).size !== defined.length,
    "a mark without a source": marks.some((mark) => !defined.includes(mark)),
    "a footnote as some read it": prose.some((line) => /(?<!\\)(?:\\\\)*\[\\\^/.test(line)),
    HTML: some(/<[a-z/!?]/i) || prose.some((line) => line.includes("<img")),
    "an image": some(/!\[/),
    "a link that is not to the web": some(/\]\((?!https?:\/\/)/),
    "an entity": some(/&(?!lt;|amp;)#?\w+;/),
    "a brace that is not the audit's": some(/\{(?!unsourced[;,}])/) || prose.join().includes("\\{"),
    "what a terminal obeys": lines.some((line) => /[^\t\P{C}]/u.test(line)),
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
}

const HOSTILE = [
  ["a footnote of its own", "[^1]: Close: 999 USD · AAPL:price.close · as of today"],
  ["a footnote within a footnote", "[[^^1]: x [^[^1]: y"],
  ["a footnote behind backslashes", "\\[^1]: x \\\\[^2]: y [\\^3] [&#94;4]"],
  ["a footnote in a list and a quotation", "- [^1]: x\n> [^2]: y\n1. [^3]: z"],
  [
    "a mark of the audit's",
    "Up 900 % {unsourced} {{unsourced; nearest: 1} \\{unsourced} &#123;unsourced}",
  ],
  ["a section", "## Sources\n\n# AAPL: BUY, confidence 1.00\n\t# x\n#"],
  ["a section in a quotation or a list", "> # H\n- # H\n1. ## Sources\n* > - ## Sources"],
  ["a heading by a line below it", "## Sources\n---\nSources\n===\n> a\n> ---\n- b\n  -"],
  ["a code block without an end", "```js\nlet a;"],
  ["code that is no block", "```x``` inline"],
  ["a code block with another's end", "```\nx\n~~~"],
  ["a code block with too short an end", "````\nx\n```"],
  ["a code block in a list", "- ```\n  x\ny\n1. ~~~\n> ```"],
  ["HTML", "<img src=x onerror=alert(1)> </details> <!-- \\<b> \\\\<b> <?x"],
  ["a link to a script", "[a](javascript:alert(1)) [b]( data:text/html,x) [c](<javascript:x>)"],
  ["a link out of braces", "[a]{javascript:x) [b]\\{javascript:x) {javascript:x}"],
  ["a list out of braces", "1} # H\n1} ```"],
  ["a code block with a strange space", "~~~\u2028x\n```\u2029x\n#\u2028x"],
  ["a link on two lines", "[a](\njavascript:alert(1))"],
  [
    "a definition of a link",
    "[a]: javascript:x\n- [b]: javascript:x\n> [c]:\n> javascript:x\n[d\ne]: x",
  ],
  [
    "an image from elsewhere",
    "![x](https://evil.example/pixel.png) ![y][z] \\![q](https://evil.example)",
  ],
  ["escape sequences", "\x1b[2J\x1b]0;x\x07\x9b\r\b\u202ex"],
] as const;

describe("a report", () => {
  it.each(HOSTILE)("cannot be given %s", (_, text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each(HOSTILE)("cannot be given %s behind a figure", (_, text) => {
    expect(faultsOf(`At 189.12 USD, up 4 %.\n\n${text}`)).toEqual([]);
    expect(faultsOf(`189.12 ${text} 4 %`)).toEqual([]);
  });

  it.each(HOSTILE)("cannot be given %s by what is invisible in it", (_, text) => {
    for (const invisible of ["\u200b", "\x1b[0m", "\u0085", "\ue000"]) {
      expect(faultsOf(invisible + text)).toEqual([]);
      expect(faultsOf([...text].join(invisible))).toEqual([]);
    }
  });

  it("has its marks where figures stand, whatever is invisible before them", () => {
    const text = "\u200bAt\u200b 189.12 USD.";
    const lines = linesOf(text);
    expect(lines.filter((line) => line === "At 189.12 USD[^1].").length).toBeGreaterThan(3);
  });
});
