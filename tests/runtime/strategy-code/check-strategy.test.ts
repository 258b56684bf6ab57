import { describe, expect, it } from "vitest";
import { checkStrategy } from "#runtime/strategy-code/check-strategy.ts";
import type { Problem } from "#runtime/strategy-code/problem.ts";

const accepted: readonly (readonly [what: string, code: string])[] = [
  ["a function", "function execute_trade(market, portfolio) { return 1; }"],
  ["a constant with an arrow", "const execute_trade = (market) => -market.close.length;"],
  ["an arrow with a body", "let execute_trade = (market) => { if (market) return 1; };"],
  ["a variable with a function", "var execute_trade = function trade() { return 0; };"],
  ["what a call gives", "const execute_trade = (() => { let n = 0; return () => n++; })();"],
  ["state beside the function", "let n = 0;\nfunction execute_trade() { return n++; }"],
  ["a sloppy script", "function execute_trade(a, b) { return arguments.callee.length; }"],
  [
    "the syntax of ES2023",
    "#!/usr/bin/env js\nfunction execute_trade(m) { return m.close?.at(-1) ?? 0; }",
  ],
  [
    "another function that is async",
    "async function f() {}\nfunction execute_trade() { return 1; }",
  ],
  ["one that only throws", "function execute_trade() { throw new Error('no'); }"],
  ["one that never ends", "function execute_trade() { while (true) {} }"],
  ["one that never ends either", "function execute_trade() { const a = []; for (;;) a.push(1); }"],
  ["text that looks like HTML", "function execute_trade() { return '&lt;'.length; }"],
];

interface Refusal {
  readonly what: string;
  readonly code: string;
  readonly kind: string;
  readonly line: number;
  readonly says: string;
}

const refused: readonly Refusal[] = [
  {
    what: "a mistake in the syntax",
    code: "function execute_trade(m) {\n  const a = (1 + ;\n  return a;\n}",
    kind: "syntax",
    line: 2,
    says: 'line 2, column 18: Unexpected token, at "const a = (1 + ;"',
  },
  {
    what: "a brace that is missing",
    code: "function execute_trade(m) {\n  return 1;\n",
    kind: "syntax",
    line: 3,
    says: "Unexpected token",
  },
  {
    what: "await at the top",
    code: "const a = await 1;\nfunction execute_trade() { return a; }",
    kind: "syntax",
    line: 1,
    says: "await",
  },
  {
    what: "an import",
    code: "import fs from 'node:fs';\nfunction execute_trade() { return 1; }",
    kind: "syntax",
    line: 1,
    says: "cannot import anything",
  },
  {
    what: "an import at run time",
    code: "function execute_trade() {\n  import('x');\n  return 1;\n}",
    kind: "syntax",
    line: 2,
    says: "cannot import anything",
  },
  {
    what: "import.meta",
    code: "function execute_trade() {\n  return import.meta.url;\n}",
    kind: "syntax",
    line: 2,
    says: "cannot import anything",
  },
  {
    what: "an export from elsewhere",
    code: "function execute_trade() { return 1; }\nexport { a } from 'a';",
    kind: "syntax",
    line: 2,
    says: "cannot import anything",
  },
  {
    what: "no function of that name",
    code: "function executeTrade() { return 1; }\nconst other = () => 2;",
    kind: "no_function",
    line: 1,
    says: "there is no function execute_trade at the top level (there is executeTrade, other)",
  },
  {
    what: "a comment that names it",
    code: "// execute_trade comes later\nconst a = 1;",
    kind: "no_function",
    line: 1,
    says: "there is no function execute_trade at the top level",
  },
  {
    what: "one inside another function",
    code: "function main() {\n  function execute_trade() { return 1; }\n}",
    kind: "no_function",
    line: 1,
    says: "(there is main)",
  },
  {
    what: "a class of that name",
    code: "const a = 1;\nclass execute_trade { run() { return 1; } }",
    kind: "no_function",
    line: 2,
    says: "execute_trade is not a function",
  },
  {
    what: "a number of that name",
    code: "const execute_trade = 5;",
    kind: "no_function",
    line: 1,
    says: "execute_trade is not a function",
  },
  {
    what: "an async function",
    code: "\nasync function execute_trade() { return 1; }",
    kind: "asynchronous",
    line: 2,
    says: "execute_trade is async",
  },
  {
    what: "an async arrow",
    code: "const execute_trade = async () => 1;",
    kind: "asynchronous",
    line: 1,
    says: "execute_trade is async",
  },
  {
    what: "a generator",
    code: "function* execute_trade() { return 1; }",
    kind: "asynchronous",
    line: 1,
    says: "execute_trade is a generator",
  },
  {
    what: "one that returns nothing",
    code: "function execute_trade(m) {\n  while (m.a) m.close.map((c) => { return c; });\n  return;\n}",
    kind: "no_function",
    line: 1,
    says: "execute_trade returns nothing",
  },
  {
    what: "the second of two that is async",
    code: "function execute_trade() { return 1; }\nasync function execute_trade() { return 1; }",
    kind: "asynchronous",
    line: 2,
    says: "execute_trade is async",
  },
  {
    what: "an enum of TypeScript",
    code: "enum Side { Long }\nfunction execute_trade(): number { return 1; }",
    kind: "syntax",
    line: 1,
    says: "line 1",
  },
];

describe("checkStrategy", () => {
  it.each(accepted)("accepts %s as it is", async (_what, code) => {
    expect(await checkStrategy(code)).toEqual({ code, notes: [] });
  });

  it.each(refused)("refuses $what", async ({ code, kind, line, says }) => {
    const error = await checkStrategy(code).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "strategy", facts: { kind } });
    expect(error.facts.problems[0]).toMatchObject({ line });
    expect(error.message).toContain(says);
  });

  it("names every problem, with what stands there", async () => {
    const code =
      "import a from 'a';\nconst b = () => import('b');\nasync function execute_trade() {}";
    const error = await checkStrategy(code).catch((thrown) => thrown);
    expect(error.facts.kind).toBe("syntax");
    const places = error.facts.problems.map(({ line, column, source }: Problem) => [
      line,
      column,
      source,
    ]);
    expect(places).toEqual([
      [1, 1, "import a from 'a';"],
      [2, 17, "const b = () => import('b');"],
      [3, 1, "async function execute_trade"],
      [3, 1, "async function execute_trade"],
    ]);
    expect(error.message).toMatch(/async.*; line 3, column 1: execute_trade returns nothing/);
  });

  it("tells ten problems and counts the rest, and cuts names that are too long", async () => {
    const many = "import('a');\n".repeat(50);
    const name = "a".repeat(5_000);
    const code = `${many}const ${name} = () => 1;`;
    const error = await checkStrategy(code).catch((thrown) => thrown);
    expect(error.facts.problems).toHaveLength(51);
    expect(error.message).toMatch(/line 10, .*; and 41 more\.$/);
    await expect(checkStrategy(`let ${name};\nlet ${name};`)).rejects.toThrow(/^.{100,400}$/);
  });

  it("takes types off and keeps every line in its place", async () => {
    const code =
      "interface Market {\n  close: number[];\n}\nfunction execute_trade(market: Market): number {\n  return market.close.length as number;\n}";
    const { code: plain, notes } = await checkStrategy(code);
    expect(notes).toEqual(["Types were taken off: it was written in TypeScript."]);
    expect(plain.split("\n")).toHaveLength(6);
    expect(new Function(`${plain}\nreturn execute_trade({ close: [1, 2] });`)()).toBe(2);
  });

  it("takes exports off and keeps every line in its place", async () => {
    const code =
      "export const LENGTH = 3;\nexport default function execute_trade() {\n  return LENGTH;\n}\nexport {\n  execute_trade as trade,\n};\n";
    const { code: plain, notes } = await checkStrategy(code);
    expect(notes).toEqual(["Exports were taken off: a strategy is a script."]);
    expect(plain).toBe(
      "const LENGTH = 3;\nfunction execute_trade() {\n  return LENGTH;\n}\n\n\n\n",
    );
    expect(
      await checkStrategy("const execute_trade = () => 1;\nexport default execute_trade;"),
    ).toMatchObject({
      code: "const execute_trade = () => 1;\n",
    });
  });

  it.each([
    ["module.exports = { execute_trade };", ""],
    ["module.exports = execute_trade", ""],
    ["exports.execute_trade = execute_trade;", ""],
    ["module.exports.execute_trade = execute_trade;", ""],
    ['module.exports["execute_trade"] = execute_trade;', ""],
    ["module.exports = exports = { name: 'SMA', run: execute_trade };", ""],
    ["module.exports = {\n  execute_trade,\n};\nlet a = 1;", "\n\n\nlet a = 1;"],
    ["module.exports = execute_trade;\n(() => {})();", ";\n(() => {})();"],
    ["export { execute_trade };\n[1].map(String);", ";\n[1].map(String);"],
  ])("takes off what hands its functions out: %s", async (statement, left) => {
    const code = "const execute_trade = () => 1\n";
    const { code: plain, notes } = await checkStrategy(`${code}${statement}`);
    expect(plain).toBe(`${code}${left}`);
    expect(notes).toEqual(["Exports were taken off: a strategy is a script."]);
    expect(new Function(`${plain}\nreturn execute_trade();`)()).toBe(1);
  });

  it.each([
    "const module = { exports: {} }; module.exports = { execute_trade };",
    "module.exports = { execute_trade, size: size() };",
    "module.exports.all.push(execute_trade);",
    "modules.exports = execute_trade;",
    "module = execute_trade;",
    "if (typeof module !== 'undefined') module.exports = execute_trade;",
  ])("leaves a statement that does, or may do, more: %s", async (statement) => {
    const code = `const execute_trade = () => 1;\n${statement}`;
    expect(await checkStrategy(code)).toEqual({ code, notes: [] });
  });

  it("does not take a function without a name for it", async () => {
    await expect(checkStrategy("export default (market) => 1;")).rejects.toMatchObject({
      facts: { kind: "no_function" },
    });
  });

  it("puts characters back that were escaped as in HTML", async () => {
    const code = "const execute_trade = (m) => { for (let i = 0; i < 3 && m; i++) {} return 1; };";
    const escaped = code.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(await checkStrategy(escaped)).toEqual({
      code,
      notes: ["Characters were escaped as in HTML: they were put back."],
    });
  });

  it("makes Windows line ends and a byte order mark go", async () => {
    const code = "\uFEFFfunction execute_trade() {\r\n  return 1;\r\n}";
    expect((await checkStrategy(code)).code).toBe("function execute_trade() {\n  return 1;\n}");
  });

  it("refuses an empty text and one beyond 100,000 bytes", async () => {
    await expect(checkStrategy("\uFEFF \n")).rejects.toMatchObject({ facts: { kind: "no_code" } });
    const huge = `function execute_trade() { return 1; }//${"é".repeat(50_000)}`;
    await expect(checkStrategy(huge)).rejects.toThrow(
      "The strategy has 100,040 bytes of code; at most 100,000 are taken.",
    );
  });

  it("survives code that nests too deeply", async () => {
    const deep = `function execute_trade() { return ${"(".repeat(49_000)}1${")".repeat(49_000)}; }`;
    await expect(checkStrategy(deep)).rejects.toThrow("Not enough stack space to parse input");
    const long = `function execute_trade() { return 1${"+1".repeat(2_000)}; }`;
    await expect(checkStrategy(long)).resolves.toMatchObject({ notes: [] });
  });

  it("shows a long line around the place, and nothing that could disturb a terminal", async () => {
    const code = `${"/**/".repeat(500)}function execute_trade() { return \u001b 1 }`;
    const error = await checkStrategy(code).catch((thrown) => thrown);
    expect(error.message).toContain("execute_trade() { return");
    expect(error.message).not.toContain("\u001b");
    expect(error.message.length).toBeLessThan(250);
  });
});
