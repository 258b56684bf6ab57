import type { Chain } from "#core/chain/chain.ts";
import { quoted } from "#core/errors.ts";
import { checkAgents } from "./check-agents.ts";
import { notAmong } from "./choices.ts";
import { type Fields, fieldsOf, listField, requiredText, textField, written } from "./fields.ts";
import type { Mistake, Tell } from "./mistake.ts";
import { type NamedAgent, nameAgents } from "./named-agent.ts";
import { readAgent } from "./written-agent.ts";
import { readTree } from "./yaml-tree.ts";

/** What a chain may name. */
export interface Known {
  readonly tools: readonly string[];
  /** null: any name, since the endpoint is somebody's own. */
  readonly models: readonly string[] | null;
}

/** A chain, or all that is wrong with it, in the order of its lines. */
export type ReadChain = { readonly chain: Chain } | { readonly mistakes: readonly Mistake[] };

const KEYS = ["name", "description", "agents"];
/** In UTF-16 units. */
const LONGEST_FILE = 200_000;
const LONGEST_NAME = 100;
const MOST_AGENTS = 50;
/** Nobody reads more at once. */
const MOST_MISTAKES = 100;
const FORM = '"name: ..." and "agents:" with a list of agents, each with a name and a prompt';

/** Reads a chain out of YAML or JSON. Whatever is wrong with it is told at once. */
export function readChain(text: string, known: Known): ReadChain {
  const mistakes: Mistake[] = [];
  const chain = read(text, known, (line, message) => mistakes.push({ line, message }));
  if (chain !== null && mistakes.length === 0) return { chain };
  const inOrder = mistakes.toSorted((a, b) => a.line - b.line);
  const rest = inOrder.splice(MOST_MISTAKES);
  const [next] = rest;
  if (next !== undefined) {
    inOrder.push({
      line: next.line,
      message: `From here on there are ${rest.length} more mistakes.`,
    });
  }
  return { mistakes: inOrder };
}

function read(text: string, known: Known, tell: Tell): Chain | null {
  if (text.length > LONGEST_FILE) {
    const way = `At most ${LONGEST_FILE} are read. Give long material as the chain's input.`;
    tell(1, `The file has ${text.length} characters. ${way}`);
    return null;
  }
  const tree = readTree(text, tell);
  if (tree === null) return null;
  if (tree.kind !== "map") {
    tell(tree.line, `A chain is a mapping, and this is ${written(tree)}. Write ${FORM}.`);
    return null;
  }
  const fields = fieldsOf(tree, "the chain", KEYS, tell);
  const name = nameIn(fields);
  const description = textField(fields, "description")?.value.trim() ?? null;
  const agents = agentsIn(fields);
  checkChoices(agents, known, tell);
  return { name, description, ...checkAgents(agents, tell) };
}

function nameIn(fields: Fields): string {
  const text = requiredText(fields, "name");
  const name = text?.value.trim() ?? "";
  if (text !== null && (name.length > LONGEST_NAME || /[\p{Cc}\u2028\u2029]/u.test(name))) {
    const way = `Write one line of at most ${LONGEST_NAME} characters.`;
    fields.tell(text.line, `${quoted(name)} is no name for a chain. ${way}`);
  }
  return name;
}

function agentsIn(fields: Fields): NamedAgent[] {
  const { line, tell } = fields;
  const list = listField(fields, "agents", '"- name: ..." for each agent');
  const items = list?.items ?? [];
  if (!fields.values.has("agents") || (list !== null && items.length === 0)) {
    tell(list?.line ?? line, `The chain has no agents. Write ${FORM}.`);
  }
  const tooMany = items[MOST_AGENTS];
  if (tooMany !== undefined) {
    const way = `At most ${MOST_AGENTS} can work together. Leave some away, or make two chains of it.`;
    tell(tooMany.line, `The chain has ${items.length} agents. ${way}`);
  }
  const agents = items.slice(0, MOST_AGENTS).flatMap((item, index) => {
    return readAgent(item, index, tell) ?? [];
  });
  return nameAgents(agents, tell);
}

/** Tells the tools and models that are not there. */
function checkChoices(agents: readonly NamedAgent[], { tools, models }: Known, tell: Tell): void {
  for (const { what, tools: named, model } of agents) {
    for (const { value, line } of named) {
      if (!tools.includes(value)) tell(line, notAmong(`${what}: the tool`, value, tools));
    }
    if (model !== null && models !== null && !models.includes(model.value)) {
      tell(model.line, notAmong(`${what}: the model`, model.value, models));
    }
  }
}
