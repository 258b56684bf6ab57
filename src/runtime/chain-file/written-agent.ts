import { type Connection, connections } from "#core/chain/chain.ts";
import { quoted } from "#core/errors.ts";
import {
  choiceField,
  type Fields,
  fieldsOf,
  listField,
  mapField,
  requiredText,
  textField,
  written,
} from "./fields.ts";
import type { Located, LocatedText, Written } from "./located.ts";
import type { Tell } from "./mistake.ts";
import { readCondition, type WrittenCondition } from "./written-condition.ts";

const KEYS = ["name", "model", "prompt", "tools", "connect", "group", "when", "else"] as const;

/** An agent as its file has it; null is what is left out, or has been told to be of no use. */
export interface WrittenAgent {
  /** Of its beginning. */
  readonly line: number;
  /** In words, as mistakes name it: `agent "writer"`. */
  readonly what: string;
  readonly name: LocatedText | null;
  readonly model: LocatedText | null;
  readonly prompt: LocatedText | null;
  readonly tools: readonly LocatedText[];
  readonly connect: Written<Connection>;
  readonly group: LocatedText | null;
  readonly when: WrittenCondition | null;
  readonly else: LocatedText | null;
}

/**
 * Reads one agent by itself; how it goes with the others is not looked at.
 *
 * @param index its place among them, from 0
 */
export function readAgent(value: Located, index: number, tell: Tell): WrittenAgent | null {
  const place = `agent ${index + 1}`;
  if (value.kind !== "map") {
    tell(
      value.line,
      `${place} must be a mapping with a name and a prompt, and is ${written(value)}.`,
    );
    return null;
  }
  const named = value.entries.find(({ key }) => key === "name")?.value;
  const what = named?.kind === "text" ? `agent ${quoted(named.value)}` : place;
  const fields = fieldsOf(value, what, KEYS, tell);
  const agent: WrittenAgent = {
    line: value.line,
    what,
    name: requiredText(fields, "name"),
    model: textField(fields, "model"),
    prompt: requiredText(fields, "prompt"),
    tools: toolsIn(fields),
    connect: connectionIn(fields, index),
    group: textField(fields, "group"),
    when: conditionIn(fields),
    else: textField(fields, "else"),
  };
  tellMisfits(agent, fields);
  return agent;
}

function toolsIn(fields: Fields): LocatedText[] {
  const list = listField(fields, "tools", "[get_quote, get_news]");
  const names = new Map<string, LocatedText>();
  for (const item of list?.items ?? []) {
    if (item.kind === "text") names.set(item.value, item);
    else fields.tell(item.line, `${fields.what}: a tool must be a name and is ${written(item)}.`);
  }
  return [...names.values()];
}

/** Where nothing is said, what tells the reader of the file most is meant: all that there is. */
function connectionIn(fields: Fields, index: number): Written<Connection> {
  const usual = index === 0 ? "direct" : "sequential";
  return choiceField(fields, "connect", connections) ?? { value: usual, line: fields.line };
}

function conditionIn(fields: Fields): WrittenCondition | null {
  const example = '{agent: NAME, contains: "..."}';
  const map = mapField(fields, "when", example);
  return map === null ? null : readCondition(map, `${fields.what}: when`, fields.tell);
}

/** Keys that only agents of another connection have. */
function tellMisfits({ connect, group, when, line, what, ...agent }: WrittenAgent, fields: Fields) {
  const { values, tell } = fields;
  const isConditional = connect.value === "conditional";
  if (group !== null && connect.value !== "parallel") {
    const way = 'Write "connect: parallel", or leave the group away.';
    tell(
      group.line,
      `${what} is ${connect.value} and has a group, as only parallel agents do. ${way}`,
    );
  }
  if (isConditional && !values.has("when")) {
    const way = 'Add "when: {agent: NAME, contains: ...}" (or matches, number, stance).';
    tell(connect.line, `${what} is conditional and has no condition. ${way}`);
  }
  if (isConditional) return;
  const way = 'Write "connect: conditional", or leave the key away.';
  const key = when !== null ? "when" : agent.else !== null ? "else" : null;
  const at = when?.line ?? agent.else?.line ?? line;
  if (key !== null) {
    tell(at, `${what} is ${connect.value} and has ${key}, as only conditional agents do. ${way}`);
  }
}
