import { quoted } from "../errors.ts";

const NAME = /^[a-z][\w-]*$/i;
const LONGEST = 40;

/** What prompts and the graph's state have names for themselves. */
export const reservedNames: readonly string[] = [
  "run",
  "input",
  "chain_input",
  "outcomes",
  "facts",
  "spans",
  "data",
];

/**
 * What is wrong with a name of an agent or of a group, in a sentence; null where nothing is.
 *
 * @param what is named: "agent"
 */
export function nameProblem(what: "agent" | "group", name: string): string | null {
  if (!NAME.test(name) || name.length > LONGEST) {
    return `The ${what} cannot be called ${quoted(name)}. Valid: a letter, then letters, digits, _ and -, ${LONGEST} characters at most.`;
  }
  const isTaken = reservedNames.includes(name) || name in Object.prototype;
  return isTaken
    ? `The ${what} cannot be called ${quoted(name)}, which the program uses itself. Choose another name, such as ${quoted(`${name}_1`)}.`
    : null;
}
