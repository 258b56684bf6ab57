import { describe, expect, it } from "vitest";
import { contestResultSchema } from "#core/contest/contest.ts";
import { renderContest } from "#core/contest/render/contest.ts";
import { contest, contestSpans } from "../../../fixtures/contest.ts";

type Changes = Parameters<typeof contest>[0];

function render(changes: Changes = {}): string {
  return renderContest(contest(changes), contestSpans);
}

/** The lines from a heading of a strategy to the next heading. */
function sectionOf(text: string, head: string): string {
  const [, rest = ""] = text.split(`### ${head}`);
  return rest.split("\n#")[0] ?? "";
}

describe("the report of a contest", () => {
  it("is of a result that its schema knows", () => {
    expect(contestResultSchema.parse(contest())).toEqual(contest());
  });

  it("says who is first, and with what, in its heading", () => {
    expect(render()).toContain(
      "# AAPL: acme/large-2 is first (Sharpe 2.65 out of sample, buy and hold 0.70)",
    );
  });

  it("says in its heading that nobody beat buy and hold", () => {
    const { benchmark } = contest();
    const outOfSample = { ...benchmark.outOfSample, sharpe: 3 };
    const text = render({ benchmark: { ...benchmark, outOfSample } });
    expect(text).toContain(
      "# AAPL: nobody beat buy and hold by Sharpe ratio; first is acme/large-2",
    );
  });

  it("says in its heading that none could be ranked, or run", () => {
    const standings = contest().standings.map((one) => ({ ...one, rank: null, unranked: "why" }));
    expect(render({ standings })).toContain("# AAPL: no strategy can be ranked");
    const entries = contest().entries.map((entry) => ({ ...entry, measured: null }));
    expect(render({ standings, entries })).toContain("# AAPL: no strategy could be run");
  });

  it("begins with every notice, that the data is synthetic among them, and ends with that", () => {
    const notice = "SYNTHETIC DATA: invented for tests.";
    const data = { source: "demo", synthetic: true, notice } as const;
    const lines = render({ data, notices: [notice, "Two days are missing."] }).split("\n");
    expect(lines.slice(0, 3)).toEqual([`> **${notice}**`, ">", "> **Two days are missing.**"]);
    expect(lines.at(-2)).toContain(notice);
  });

  it("says on what, from where, under which rules and by what it was run", () => {
    const text = render();
    expect(text).toContain(
      "2026-02-02 to 2026-11-20, 210 bars · out of sample from 2026-08-17 · data: Yahoo Finance · 5 of 6 strategies could be run · run by quickjs-wasi 3.6.2",
    );
    expect(text).toContain("100,000.00 USD");
  });

  it("gives the reason for everyone that is not ranked", () => {
    expect(render()).toContain(
      "Not ranked:\n\n- **acme/large-2#2**: no trade out of sample; 2 are needed\n- **acme/small-1**: it failed: There is no top-level function",
    );
    const ranked = contest().standings.filter(({ rank }) => rank !== null);
    expect(render({ standings: ranked })).not.toContain("Not ranked");
  });

  it("has a section for each strategy, best first, with its idea, costs, file and repair", () => {
    const text = render();
    const heads = text.split("\n").filter((line) => line.startsWith("### "));
    expect(heads.slice(0, 2)).toEqual([
      "### acme/large-2: rank 1",
      "### rules:trend-following: rank 2",
    ]);
    const section = sectionOf(text, "acme/large-2: rank 1");
    expect(section).toContain("Breakouts above the 20-day high");
    expect(section).toMatch(/costs paid [\d,.]+ USD/);
    expect(section).toContain("this one was written after it was told why");
    expect(section).toContain("strategies/acme_large-2.js");
    expect(section).toContain("Warning: On 3 of 210 bars");
    expect(sectionOf(text, "rules:blend: rank 3")).not.toContain("first answer");
  });

  it("says of a strategy that failed where and why, and shows no figure of it", () => {
    const section = sectionOf(render(), "acme/small-1: not ranked");
    expect(section).toContain("Failed in check (bad_strategy): There is no top-level function");
    expect(section).not.toContain("exposure");
  });

  it("shows what was answered instead of a strategy as that, and names its file", () => {
    const section = sectionOf(render(), "acme/small-1: not ranked");
    expect(section).toContain(
      "- What it answered; no strategy could be read from it (strategies/acme_small-1.txt): I would buy: const signal = 1;",
    );
    expect(section).not.toContain("wrote no code");
    expect(section).not.toContain("acme_small-1.js");
    const silent = contest().entries.map((entry) => ({ ...entry, answer: null }));
    const [, unasked = ""] = render({ entries: silent }).split("### acme/small-1");
    expect(unasked).toContain("wrote no code");
    expect(unasked).not.toContain("What it answered");
  });

  it("cuts a long answer", () => {
    const entries = contest().entries.map((entry) => ({
      ...entry,
      answer: entry.answer && "word ".repeat(1_000),
    }));
    const section = sectionOf(render({ entries }), "acme/small-1: not ranked");
    expect(section).toMatch(/: (?:word ){32}…$/m);
  });

  it("says of a repair that failed too that it did", () => {
    const entries = contest().entries.map((entry) => ({ ...entry, repaired: true }));
    const section = sectionOf(render({ entries }), "acme/small-1: not ranked");
    expect(section).toContain("its second, written after it was told why, failed too");
    expect(section).not.toContain("this one was written");
  });

  it("says of which bars the ranking is, and that each curve has a scale of its own", () => {
    const text = render();
    expect(text).toContain(
      "Out of sample, from 2026-08-17 to 2026-11-20: 70 bars that no author was shown. By the Sharpe ratio there; each curve is in a scale of its own:\n\n| Rank",
    );
    expect(text).toMatch(/each curve again in a scale of its own:\n\n\| Rank/);
  });

  it("has those with figures before those that failed, in the list of reasons and of strategies", () => {
    const text = render();
    expect(text).toMatch(/Not ranked:\n\n- \*\*acme\/large-2#2\*\*.*\n- \*\*acme\/small-1/);
    const heads = text.split("\n").filter((line) => line.startsWith("### "));
    expect(heads.slice(-2)).toEqual([
      "### acme/large-2#2: not ranked",
      "### acme/small-1: not ranked",
    ]);
  });

  it("compares nobody with buy and hold where nobody has figures", () => {
    const entries = contest().entries.map((entry) => ({ ...entry, measured: null }));
    const standings = contest().standings.map((one) => ({ ...one, rank: null, unranked: "why" }));
    const text = render({ entries, standings });
    expect(text).toContain("**Nothing could be compared with buy and hold out of sample**");
    expect(text).not.toMatch(/nobody beat/i);
  });

  it("has tables whose rows are all as long as their heads", () => {
    const tables = render()
      .split("\n\n")
      .filter((part) => part.startsWith("| "));
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(new Set(table.split("\n").map((line) => line.length)).size).toBe(1);
    }
  });

  it("says what is corrected for, and that one strategy is no choice", () => {
    expect(render()).toContain("the best of 5 looks good by luck");
    expect(render({ tried: 1 })).toContain("no choice among several to correct for");
  });

  it("has the timeline, and what the models used", () => {
    expect(render()).toContain("## Timeline\n\n```text\ndispatcher");
    expect(render()).toContain("Tokens: 7500 in (0 cached), 2410 out");
  });
});

const HOSTILE = [
  "## Sources\n\n# AAPL: BUY\n- # H\n> # H",
  "```js\nlet a;\n~~~",
  "x | 1. fake | 9.99 |\n| 2. fake | 9 |",
  "<img src=x onerror=alert(1)> ![x](https://evil.example/p.png) [a](javascript:alert(1))",
  "\x1b[2J\x1b]0;x\x07\x9b\r\b\u202ex\u200b",
  "\n---\n===\n",
];

/** A contest that has one text in every place that a model, a source or a person can fill. */
function contestSaying(text: string): string {
  const result = contest();
  const named = (author: string) => `${author} ${text}`;
  const entries = result.entries.map((entry) => ({
    ...entry,
    author: named(entry.author),
    model: text,
    code: entry.code === null ? null : `/* ${text} It holds. */`,
    answer: entry.answer && text,
    failure: entry.failure && { ...entry.failure, message: text },
    warnings: [text],
  }));
  const standings = result.standings.map((standing) => ({
    ...standing,
    author: named(standing.author),
    unranked: standing.unranked && text,
  }));
  const data = { source: "demo", synthetic: true, notice: text } as const;
  const spans = contestSpans.map((span) => ({ ...span, name: named(span.name), parent: null }));
  const { timeline } = result;
  const criticalPath = timeline.criticalPath.map((node) => ({ ...node, name: text }));
  return renderContest(
    {
      ...result,
      ...{ data, entries, standings, engine: text, currency: text, notices: [text] },
      timeline: { ...timeline, criticalPath },
    },
    spans,
  );
}

/** What stands outside of the timeline's block. */
function proseOf(text: string): string[] {
  const lines = text.split("\n");
  const open = lines.indexOf("```text");
  const close = lines.findIndex((line, at) => at > open && /^ {0,3}`{3,}[ \t]*$/.test(line));
  return [...lines.slice(0, open), ...lines.slice(close + 1)];
}

function countOf(lines: readonly string[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line.replace(/\\[!-/:-@[-`{-~]/g, "_"))).length;
}

const CONTAINERS = String.raw`^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*`;

describe("a text from elsewhere", () => {
  const harmless = proseOf(contestSaying("It holds."));

  it.each(HOSTILE)("begins no section, row, block or line of its own: %j", (text) => {
    const prose = proseOf(contestSaying(text));
    expect(prose).toHaveLength(harmless.length);
    const heading = new RegExp(`${CONTAINERS}#{1,6}(?:[ \\t]|$)`);
    expect(countOf(prose, heading)).toBe(countOf(harmless, heading));
    expect(countOf(prose, new RegExp(`${CONTAINERS}(?:\`{3,}[^\`]*|~{3,}.*)$`))).toBe(0);
    const rows = prose.filter((line) => line.startsWith("| "));
    const cellsOf = (line: string) => line.replace(/\\\|/g, "").split("|").length;
    expect(new Set(rows.map(cellsOf))).toEqual(new Set([9, 10]));
  });

  it.each(HOSTILE)("loads nothing and moves no cursor: %j", (text) => {
    const lines = contestSaying(text).split("\n");
    const prose = proseOf(contestSaying(text));
    expect(countOf(prose, /<[a-z/!?]|!\[|\]\((?!https?:\/\/)/i)).toBe(0);
    expect(lines.filter((line) => /[^\t\P{C}]/u.test(line))).toEqual([]);
  });
});
