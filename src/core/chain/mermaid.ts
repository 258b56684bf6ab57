import { counted } from "../render/counted.ts";
import type { Chain, ChainAgent } from "./chain.ts";
import { conditionWords } from "./condition-words.ts";
import { mermaidLabel } from "./mermaid-label.ts";
import { type ChoiceStage, type OneStage, type Stage, stagesOf } from "./stages.ts";

/** Where an arrow comes from, and what is written on it. */
interface Exit {
  readonly from: string;
  readonly label: string | null;
}

/** A stage as it is drawn: where it is entered, how it is left, and the lines for it. */
interface Drawn {
  readonly entry: string;
  readonly exits: readonly Exit[];
  readonly lines: readonly string[];
}

/**
 * A chain as a Mermaid flowchart: parallel groups as boxes, conditions as rhombs whose arrows say where
 * each leads. No name and no text of the chain's can be anything but a label.
 */
export function chainMermaid(chain: Chain): string {
  const ids = new Map(chain.agents.map(({ name }, index) => [name, `agent${index + 1}`]));
  const idOf = ({ name }: ChainAgent) => ids.get(name) ?? name;
  const lines = ["flowchart TD", `  start([${mermaidLabel(`${chain.name}: input`)}])`];
  let exits: readonly Exit[] = [{ from: "start", label: null }];
  for (const [index, stage] of stagesOf(chain).entries()) {
    const drawn = draw(stage, `stage${index + 1}`, idOf);
    lines.push(...drawn.lines, ...arrows(exits, drawn.entry));
    exits = drawn.exits;
  }
  lines.push(`  finish([${mermaidLabel("output")}])`, ...arrows(exits, "finish"));
  return `${lines.join("\n")}\n`;
}

function draw(stage: Stage, id: string, idOf: (agent: ChainAgent) => string): Drawn {
  switch (stage.kind) {
    case "one":
      return drawOne(stage, idOf);
    case "choice":
      return drawChoice(stage, idOf);
    case "group":
      return {
        entry: id,
        exits: [{ from: id, label: null }],
        lines: [
          `  subgraph ${id} [${mermaidLabel(stage.name)}]`,
          ...stage.agents.map((agent) => `  ${box(agent, idOf)}`),
          "  end",
        ],
      };
  }
}

function drawOne({ agent }: OneStage, idOf: (agent: ChainAgent) => string): Drawn {
  return {
    entry: idOf(agent),
    exits: [{ from: idOf(agent), label: null }],
    lines: [box(agent, idOf)],
  };
}

function drawChoice(
  { agent, when, otherwise }: ChoiceStage,
  idOf: (agent: ChainAgent) => string,
): Drawn {
  const entry = `if_${idOf(agent)}`;
  const refused: Exit = { from: entry, label: "else" };
  const other =
    otherwise === null
      ? null
      : otherwise.kind === "one"
        ? drawOne(otherwise, idOf)
        : drawChoice(otherwise, idOf);
  return {
    entry,
    exits: [{ from: idOf(agent), label: null }, ...(other === null ? [refused] : other.exits)],
    lines: [
      `  ${entry}{${mermaidLabel(`${agent.name}?`)}}`,
      box(agent, idOf),
      ...arrows([{ from: entry, label: conditionWords(when) }], idOf(agent)),
      ...(other === null ? [] : [...other.lines, ...arrows([refused], other.entry)]),
    ],
  };
}

function box(agent: ChainAgent, idOf: (agent: ChainAgent) => string): string {
  const { name, model, tools } = agent;
  const about = [
    ...(model === null ? [] : [model]),
    ...(tools.length === 0 ? [] : [counted(tools.length, "tool", "tools")]),
  ];
  const label = about.length === 0 ? name : `${name} (${about.join(", ")})`;
  return `  ${idOf(agent)}[${mermaidLabel(label)}]`;
}

function arrows(exits: readonly Exit[], to: string): string[] {
  return exits.map(({ from, label }) =>
    label === null ? `  ${from} --> ${to}` : `  ${from} -->|${mermaidLabel(label)}| ${to}`,
  );
}
