import { describe, expect, it } from "vitest";
import { readStrategy } from "#runtime/strategy-code/read-strategy.ts";

const strategy = "function execute_trade(market, portfolio) {\n  return 1;\n}";
const draft = "function execute_trade(market, portfolio) {\n  return -1;\n}";

function fenced(code: string, language = "js", fence = "```"): string {
  return `${fence}${language}\n${code}\n${fence}`;
}

const readable: readonly (readonly [what: string, answer: string])[] = [
  ["one block between prose", `Here it is.\n\n${fenced(strategy)}\n\nGood luck.`],
  ["no fence at all", `\n${strategy}\n`],
  ["the last of two blocks", `${fenced(draft)}\nBetter:\n${fenced(strategy)}`],
  ["a block and another that names nothing", `${fenced(strategy)}\n${fenced("npm start", "sh")}`],
  [
    "a block and another that only calls it",
    `${fenced(strategy)}\n${fenced("execute_trade(m, p);")}`,
  ],
  ["any language tag", fenced(strategy, "ecmascript2023 title=strategy.js")],
  ["no language tag", fenced(strategy, "")],
  ["tildes", fenced(strategy, "javascript", "~~~")],
  ["longer fences around shorter ones", `\`\`\`\`markdown\n${fenced(strategy)}\n\`\`\`\``],
  ["a fence with a language inside one of the same length", `${"```"}\nHm\n${fenced(strategy)}`],
  ["an indented block of a list", `1. So:\n\n${fenced(strategy).replaceAll(/^/gm, "      ")}`],
  ["a fence closed on the last line of code", `\`\`\`js\n${strategy}\`\`\``],
  ["Windows line ends", fenced(strategy).replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${fenced(strategy)}`],
  ["a byte order mark in the block", fenced(`\uFEFF${strategy}`)],
  ["a thought with code in it", `<think>Maybe\n${fenced(draft)}\n</think>\n${fenced(strategy)}`],
  [
    "code in a thought after the answer",
    `${fenced(strategy)}\n<thinking>${fenced(draft)}</thinking>`,
  ],
  ["a thought that was never opened", `Maybe\n${fenced(draft)}\n</think>\n${fenced(strategy)}`],
  ["a thought that was never closed", `${fenced(strategy)}\n<think>\nOr rather\n${fenced(draft)}`],
  ["thoughts in thoughts", `<think>a <think>b</think> ${draft}</think>\n${fenced(strategy)}`],
  [
    "other tags for thoughts",
    `[THINK]${fenced(draft)}[/THINK]◁think▷${draft}◁/think▷${fenced(strategy)}`,
  ],
];

const unreadable: readonly (readonly [what: string, answer: string, says: RegExp])[] = [
  ["an empty answer", " \n", /^The answer is empty/],
  ["an answer without code", "I would rather not.", /holds no code that names execute_trade/],
  ["blocks that do not name it", fenced("const a = 1;"), /No block of code in the answer names/],
  ["code in thoughts only", `<think>${fenced(strategy)}</think> Done.`, /holds no code/],
  ["code in a thought that goes on", `<think>\n${fenced(strategy)}`, /holds no code/],
];

describe("readStrategy", () => {
  it.each(readable)("reads %s", async (_what, answer) => {
    expect((await readStrategy(answer)).code.trim()).toBe(strategy);
  });

  it.each(unreadable)("finds no code in %s", async (_what, answer, says) => {
    await expect(readStrategy(answer)).rejects.toMatchObject({
      code: "strategy",
      message: expect.stringMatching(says),
      facts: { kind: "no_code", problems: [] },
    });
  });

  it("notes a block that was not closed, and nothing of one that was", async () => {
    const open = await readStrategy(`\`\`\`js\n${strategy}\n`);
    expect(open.code.trim()).toBe(strategy);
    expect(open.notes).toEqual(["The block of code was not closed: its end may be missing."]);
    expect((await readStrategy(fenced(strategy))).notes).toEqual([]);
  });

  it("leaves a tag for thoughts alone that stands inside the code", async () => {
    const code = strategy.replace("return", "// <think> twice\n  return");
    expect((await readStrategy(fenced(code))).code).toBe(code);
  });

  it("says what is wrong with a block that was cut off", async () => {
    await expect(readStrategy(`\`\`\`js\n${strategy.slice(0, -2)}`)).rejects.toMatchObject({
      facts: { kind: "syntax" },
      message: expect.stringContaining("line 2"),
    });
  });

  it("gets through a megabyte of tags, fences or blanks", async () => {
    const noise = "<think>\n```js\n~~~\n".repeat(60_000);
    await expect(readStrategy(`${noise}</think>${fenced(strategy)}`)).resolves.toBeDefined();
    await expect(readStrategy(noise)).rejects.toThrow();
    for (const hostile of [
      `x${"<think>".repeat(150_000)}`,
      `\`\`\`${" ".repeat(1_000_000)}\``,
      `${"~".repeat(1_000_000)}\``,
      `\`\`\`js\nfunction${" ".repeat(1_000_000)}\n\`\`\``,
      "}```".repeat(250_000),
    ]) {
      await expect(readStrategy(hostile)).rejects.toMatchObject({ facts: { kind: "no_code" } });
    }
  });
});
