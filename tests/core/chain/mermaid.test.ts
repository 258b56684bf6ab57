import { describe, expect, it } from "vitest";
import { chainMermaid } from "#core/chain/mermaid.ts";
import { chainOf, together } from "./examples.ts";

const about = (text: string) => ({ agent: "a", test: { kind: "contains", text } }) as const;

describe("a drawing of a chain", () => {
  it("has groups as boxes, conditions as rhombs, and an arrow for each way", () => {
    const drawing = chainMermaid(
      chainOf(
        ...together("g", "a", "b"),
        { name: "c", model: null, connect: "conditional", when: about("x"), else: "d" },
        { name: "d", model: null, tools: ["get_quote"] },
        { name: "e", model: "gpt-5", connect: "conditional", when: about("y") },
        { name: "f", model: null },
      ),
    );
    expect(drawing).toBe(`flowchart TD
  start(["a test: input"])
  subgraph stage1 ["g"]
    agent1["a (a)"]
    agent2["b (b)"]
  end
  start --> stage1
  if_agent3{"c?"}
  agent3["c"]
  if_agent3 -->|"a contains #34;x#34;"| agent3
  agent4["d (1 tool)"]
  if_agent3 -->|"else"| agent4
  stage1 --> if_agent3
  if_agent5{"e?"}
  agent5["e (gpt-5)"]
  if_agent5 -->|"a contains #34;y#34;"| agent5
  agent3 --> if_agent5
  agent4 --> if_agent5
  agent6["f"]
  agent5 --> agent6
  if_agent5 -->|"else"| agent6
  finish(["output"])
  agent6 --> finish
`);
  });

  it.each([
    '"]; click start "javascript:x"',
    "`**x**` <b> </b>",
    "x\n  end\n%%{init}%%",
    "#34; | ]",
  ])("cannot be broken by %j in a name, a model or a condition", (text) => {
    const chain = (said: string) => ({
      ...chainOf(
        { name: "a", model: said },
        { name: "b", connect: "conditional", when: about(said) },
      ),
      name: said,
    });
    const labels = /"[\p{L}\p{N} .,:?()_+/#;-]*"/gu;
    const drawn = (said: string) => chainMermaid(chain(said)).replace(labels, "LABEL");
    expect(drawn(text)).toBe(drawn("plain"));
  });
});
