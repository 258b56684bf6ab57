import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groupsOf } from "#core/chain/groups.ts";
import { chainMermaid } from "#core/chain/mermaid.ts";
import { mistakeLines } from "#runtime/chain-file/mistake.ts";
import { type Known, readChain } from "#runtime/chain-file/read-chain.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createTools } from "#tools/index.ts";

const known: Known = { tools: ["get_quote", "get_news"], models: ["gpt-5", "rules"] };

/** A chain's text with these agents. */
function agents(...lines: readonly string[]): string {
  return ["name: test", "agents:", ...lines.map((line) => `  ${line}`)].join("\n");
}

function chainIn(text: string) {
  const read = readChain(text, known);
  if ("chain" in read) return read.chain;
  throw new Error(mistakeLines("x", read.mistakes).join("\n"));
}

/** Mistakes in short: `3: what is wrong`. */
function mistakesIn(text: string): string[] {
  const read = readChain(text, known);
  return "chain" in read ? [] : read.mistakes.map(({ line, message }) => `${line}: ${message}`);
}

const a = "- { name: a, prompt: x }";
const b = "- { name: b, prompt: x }";
const other = (name: string, rest: string) =>
  `- { name: ${name}, prompt: x, connect: conditional, ${rest} }`;

describe("a chain's file", () => {
  it("is completed: the first is direct, the others have all so far, conditions speak of who came before", () => {
    const text = agents(a, b, other("c", "when: { stance: bullish }"));
    expect(
      chainIn(text).agents.map(({ name, connect, when }) => ({ name, connect, when })),
    ).toEqual([
      { name: "a", connect: "direct", when: null },
      { name: "b", connect: "sequential", when: null },
      {
        name: "c",
        connect: "conditional",
        when: { agent: "b", test: { kind: "stance", stance: "bullish" } },
      },
    ]);
  });

  it("may be JSON, with tabs too", () => {
    const json = {
      name: "test",
      agents: [{ name: "a", prompt: "x\n{{input}}", tools: ["get_quote"] }],
    };
    const chain = chainIn(JSON.stringify(json, null, "\t"));
    expect(chain).toEqual(chainIn(JSON.stringify(json)));
    expect(chain.agents[0]).toMatchObject({ prompt: "x\n{{input}}", tools: ["get_quote"] });
  });

  it.each([
    ["{ contains: sell }", { kind: "contains", text: "sell" }],
    ["{ matches: 's.ll' }", { kind: "matches", pattern: "s.ll" }],
    [
      "{ number: { above: -1.5 } }",
      { kind: "number", after: null, comparison: "above", value: -1.5 },
    ],
    [
      "{ number: { after: score, at_least: 7 } }",
      { kind: "number", after: "score", comparison: "at_least", value: 7 },
    ],
  ])("has a condition %s", (when, test) => {
    const text = agents(a, other("b", `when: ${when}`));
    expect(chainIn(text).agents[1]?.when).toEqual({ agent: "a", test });
  });

  it("may name models that nobody knows where the endpoint is somebody's own", () => {
    const text = agents("- { name: a, prompt: x, model: mine }");
    expect(readChain(text, { ...known, models: null })).toHaveProperty("chain");
    expect(mistakesIn(text)).toHaveLength(1);
  });

  it("may have somebody speak of one who works elsewhere in the file, but earlier in the chain", () => {
    const text = agents(
      a,
      other("b", "when: { contains: x }, else: d"),
      '- { name: c, prompt: "{{b}} {{d}}" }',
      '- { name: d, prompt: "{{a}}", connect: direct }',
    );
    expect(groupsOf(chainIn(text)).map(({ name }) => name)).toEqual(["a", "b", "d", "c"]);
  });
});

const mistakes: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ["nothing", "", ["1: A chain is a mapping, and this is nothing."]],
  ["a comment alone", "# x", ["1: A chain is a mapping, and this is nothing."]],
  ["a list", "- a", ["1: A chain is a mapping, and this is a list."]],
  ["broken YAML", "name: 'x\nagents: [", ["This is no YAML: Missing closing 'quote."]],
  ["tabs for indentation", "name: x\nagents:\n\t- a", ["3: This is no YAML: Tabs are not allowed"]],
  [
    "two documents",
    "name: x\n---\nname: y",
    ["2: A second document begins here, and one is read. Make a file of each."],
  ],
  [
    "no name and no agents",
    "description: x",
    ["1: the chain has no name.", "1: The chain has no agents."],
  ],
  ["an empty list of agents", "name: x\nagents: []", ["2: The chain has no agents."]],
  [
    "agents that are no list",
    "name: x\nagents: { a: b }",
    ["2: the chain: agents must be a list and is a mapping."],
  ],
  [
    "a name of two lines",
    'name: "a\\nb"\nagents: [{ name: a, prompt: x }]',
    ['1: "a\\nb" is no name for a chain.'],
  ],
  [
    "an unknown key",
    `nmae: x\n${agents(a)}`,
    ['1: the chain: the key "nmae" is not known: did you mean name?'],
  ],
  ["a key twice", `${agents(a)}\nname: y`, ['4: "name" stands on line 1 already.']],
  [
    "a number for a text",
    "name: 7\nagents: [{ name: a, prompt: x }]",
    ['1: the chain: name must be text and is the number 7. Put it between quotes: "7".'],
  ],
  [
    "an alias",
    agents("- &x { name: a, prompt: x }", "- *x"),
    ["4: An alias (*name) is not read.", "4: agent 2 must be a mapping"],
  ],
  [
    "a tag",
    agents("- { name: a, prompt: !!js/function x }"),
    ['3: The tag "tag:yaml.org,2002:js/function" is not read.'],
  ],
  [
    "an agent that is none",
    agents("- a"),
    ['3: agent 1 must be a mapping with a name and a prompt, and is the text "a".'],
  ],
  [
    "no name and no prompt",
    agents("- tools: []"),
    ["3: agent 1 has no name.", "3: agent 1 has no prompt."],
  ],
  [
    "an empty prompt",
    agents('- { name: a, prompt: " " }'),
    ['3: agent "a": prompt is empty. Write something.'],
  ],
  [
    "a placeholder beside names that were refused",
    agents(
      "- { name: input, prompt: x }",
      "- { name: 1st, prompt: x }",
      '- { name: c, prompt: "{{z}}" }',
    ),
    [
      'The agent cannot be called "input"',
      'The agent cannot be called "1st"',
      'the placeholder "z" is not known. Valid: input, chain_input.',
    ],
  ],
  [
    "nesting without an end",
    `name: x\nagents: ${"[".repeat(9_000)}${"]".repeat(9_000)}`,
    ["2: What begins here is nested too deeply to be read."],
  ],
  ["a name used twice", agents(a, a), ['4: The name "a" is used twice, first on line 3.']],
  [
    "a bad name",
    agents("- { name: 1st, prompt: x }"),
    ['3: The agent cannot be called "1st". Valid: a letter'],
  ],
  [
    "a name of the program's",
    agents("- { name: input, prompt: x }"),
    ['3: The agent cannot be called "input", which'],
  ],
  [
    "an unknown tool",
    agents("- { name: a, prompt: x, tools: [get_quote, get_nws] }"),
    [
      '3: agent "a": the tool "get_nws" is not known: did you mean get_news? Valid: get_quote, get_news.',
    ],
  ],
  [
    "tools that are no list",
    agents("- { name: a, prompt: x, tools: get_quote }"),
    [
      '3: agent "a": tools must be a list and is the text "get_quote". Write [get_quote, get_news].',
    ],
  ],
  [
    "an unknown model",
    agents("- { name: a, prompt: x, model: gpt-6 }"),
    ['3: agent "a": the model "gpt-6" is not known: did you mean gpt-5? Valid: gpt-5, rules.'],
  ],
  [
    "an unknown connection",
    agents("- { name: a, prompt: x, connect: paralell }"),
    ['3: agent "a": connect "paralell" is not known: did you mean parallel?'],
  ],
  [
    "a group without parallel",
    agents("- { name: a, prompt: x, group: g }"),
    ['3: agent "a" is direct and has a group'],
  ],
  [
    "when without conditional",
    agents(a, "- { name: b, prompt: x, when: { contains: y } }"),
    ['4: agent "b" is sequential and has when'],
  ],
  [
    "else without conditional",
    agents(a, "- { name: b, prompt: x, else: c }", "- { name: c, prompt: x }"),
    ['4: agent "b" is sequential and has else'],
  ],
  [
    "conditional without when",
    agents(a, "- { name: b, prompt: x, connect: conditional }"),
    ['4: agent "b" is conditional and has no condition.'],
  ],
  [
    "a condition on nobody",
    agents(other("b", "when: { contains: y }")),
    ['3: agent "b": when speaks of nobody'],
  ],
  [
    "a condition on one of several",
    agents(
      "- { name: a, prompt: x, connect: parallel }",
      "- { name: b, prompt: x, connect: parallel }",
      other("c", "when: { contains: y }"),
    ),
    [
      '5: agent "c": when could speak of 2 agents that come before. Add "agent: NAME" with one of: a, b.',
    ],
  ],
  [
    "a condition on a later agent",
    agents(a, other("b", "when: { agent: c, contains: y }"), "- { name: c, prompt: x }"),
    ['4: agent "b": when speaks of "c", but "c" comes later. Valid here: a.'],
  ],
  [
    "a condition on somebody unknown",
    agents(a, other("b", "when: { agent: z, contains: y }")),
    ['4: agent "b": when: the agent "z" is not known. Valid: a.'],
  ],
  [
    "a bad regular expression",
    agents(a, other("b", "when: { matches: '((' }")),
    ['4: agent "b": when: matches "((" is no regular expression'],
  ],
  [
    "several tests",
    agents(a, other("b", "when: { contains: x, stance: bullish }")),
    [
      '4: agent "b": when has several tests (contains, stance). Give one of: contains, matches, number, stance.',
    ],
  ],
  ["no test", agents(a, other("b", "when: { agent: a }")), ['4: agent "b": when has no test.']],
  [
    "several comparisons",
    agents(a, other("b", "when: { number: { above: 1, below: 2 } }")),
    ["has several comparisons (above, below)"],
  ],
  [
    "a comparison with a text",
    agents(a, other("b", 'when: { number: { above: "7" } }')),
    ['number: above must be a number, such as 7 or -0.5, and is the text "7".'],
  ],
  [
    "a comparison with infinity",
    agents(a, other("b", "when: { number: { above: .inf } }")),
    ["above must be a number"],
  ],
  [
    "an unknown stance",
    agents(a, other("b", "when: { stance: bulish }")),
    ['stance "bulish" is not known: did you mean bullish? Valid: bullish, neutral, bearish.'],
  ],
  [
    "an unknown placeholder",
    agents("- name: a", "  prompt: |", "    one", "    {{ nobody }}"),
    ['6: agent "a": the placeholder "nobody" is not known. Valid: input, chain_input.'],
  ],
  [
    "a placeholder of a later agent",
    agents("- { name: a, prompt: '{{b}}' }", b),
    ['3: agent "a": "{{b}}", but "b" comes later.'],
  ],
  [
    "a placeholder of a neighbour",
    agents(
      "- { name: a, prompt: x, connect: parallel }",
      "- { name: b, prompt: '{{a}}', connect: parallel }",
    ),
    ['4: agent "b": "{{a}}", but "a" works at the same time, in the group "group_1".'],
  ],
  [
    "a placeholder of one who works after the place taken",
    agents(
      a,
      other("b", "when: { contains: y }, else: d"),
      "- { name: c, prompt: x }",
      "- { name: d, prompt: '{{c}}' }",
    ),
    ['"c" comes later: "d" works in the place of "b". Valid here: input, chain_input, a.'],
  ],
  [
    "an else that is unknown",
    agents(a, other("b", "when: { contains: y }, else: z"), "- { name: c, prompt: x }"),
    ['4: agent "b": else "z" is not known. Valid: c.'],
  ],
  [
    "an else that comes earlier",
    agents(a, other("b", "when: { contains: y }, else: a")),
    ['4: agent "b": else "a" comes earlier.'],
  ],
  [
    "an else for two",
    agents(
      a,
      other("b", "when: { contains: y }, else: d"),
      other("c", "when: { agent: a, contains: y }, else: d"),
      "- { name: d, prompt: x }",
    ),
    ['5: agent "c": else "d" works in the place of "b" already.'],
  ],
  [
    "an else that is parallel",
    agents(
      a,
      other("b", "when: { contains: y }, else: c"),
      "- { name: c, prompt: x, connect: parallel }",
    ),
    ['4: agent "b": else "c" is parallel'],
  ],
  [
    "itself",
    agents("- { name: a, prompt: '{{a}}' }"),
    ['3: agent "a": "{{a}}" leads back to agent "a": a -> a.'],
  ],
  ["itself in its place", agents(a, other("b", "when: { contains: y }, else: b")), ["b -> b."]],
  [
    "a cycle of prompts",
    agents(
      "- { name: a, prompt: '{{b}}' }",
      "- { name: b, prompt: '{{c}}' }",
      "- { name: c, prompt: '{{a}}' }",
    ),
    ["a -> b -> c -> a."],
  ],
  [
    "a cycle over a condition",
    agents("- { name: a, prompt: '{{b}}' }", other("b", "when: { agent: a, contains: y }")),
    ["a -> b -> a."],
  ],
  [
    "a cycle over a place",
    agents(a, other("b", "when: { contains: y }, else: c"), "- { name: c, prompt: '{{b}}' }"),
    ['4: agent "b": else "c" leads back to agent "b": b -> c -> b.'],
  ],
  [
    "a group that comes again",
    agents(
      "- { name: a, prompt: x, connect: parallel, group: g }",
      b,
      "- { name: c, prompt: x, connect: parallel, group: g }",
    ),
    ['5: The group "g" has begun on line 3 and ended since.'],
  ],
  [
    "a group with an agent's name",
    agents("- { name: a, prompt: x, connect: parallel, group: a }"),
    ['3: The group "a" has the name of an agent.'],
  ],
  [
    "a bad name of a group",
    agents("- { name: a, prompt: x, connect: parallel, group: 'a b' }"),
    ['3: The group cannot be called "a b".'],
  ],
  [
    "too many agents",
    agents(...Array.from({ length: 51 }, (_, i) => `- { name: a${i}, prompt: x }`)),
    ["53: The chain has 51 agents. At most 50"],
  ],
  ["too long a file", `name: ${"x".repeat(200_000)}`, ["1: The file has 200006 characters."]],
];

describe("a mistake in a chain's file", () => {
  it.each(mistakes)("is told: %s", (_, text, expected) => {
    const told = mistakesIn(text);
    expect(told).toEqual(expected.map((words) => expect.stringContaining(words)));
  });

  it("is told with all others, in the order of their lines", () => {
    const text = agents("- { name: a, prompt: '{{z}}', tools: [x] }", "- { name: a, connect: y }");
    expect(mistakesIn(text).map((one) => one.slice(0, 30))).toEqual([
      '3: agent "a": the tool "x" is ',
      '3: agent "a": the placeholder ',
      '4: agent "a" has no prompt. Ad',
      '4: agent "a": connect "y" is n',
      '4: The name "a" is used twice,',
    ]);
  });

  it("is printed as a line of its own, whatever it quotes", () => {
    const text = agents('- { name: a, prompt: x, model: "\\e[2J\\n" }');
    const read = readChain(text, known);
    const lines = "chain" in read ? [] : mistakeLines("my.yaml", read.mistakes);
    expect(lines).toEqual([
      'my.yaml:3: agent "a": the model "\\u001b[2J\\n" is not known. Valid: gpt-5, rules.',
    ]);
  });

  it.each([
    ["brackets without an end", "[".repeat(50_000)],
    ["dashes", "- ".repeat(30_000)],
    ["keys", Array.from({ length: 5_000 }, (_, i) => `k${i}: 1`).join("\n")],
    ["placeholders", agents(`- { name: a, prompt: "${"{{b}}{{c}}".repeat(5_000)}" }`)],
    ["aliases", `a: &a [x, x]\nb: &b [${"*a, ".repeat(50)}]\nc: [${"*b, ".repeat(50)}]`],
  ])("is found also in a heap of %s", (_, text) => {
    const told = mistakesIn(text);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(102);
  });
});

describe("an example of a chain", () => {
  const folder = new URL("../../../examples/", import.meta.url);
  const tools = createTools(createDemoMarketData()).map(({ name }) => name);

  it.each(readdirSync(folder).filter((file) => file.endsWith(".yaml")))(
    "reads and draws: %s",
    (file) => {
      const read = readChain(readFileSync(new URL(file, folder), "utf8"), { tools, models: [] });
      expect("chain" in read ? [] : mistakeLines(file, read.mistakes)).toEqual([]);
      if ("chain" in read) expect(chainMermaid(read.chain)).toContain("flowchart TD");
    },
  );
});
