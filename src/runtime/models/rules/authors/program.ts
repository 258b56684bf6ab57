/** What a built-in author has to say: the text before its program, and the program. */
export interface WrittenStrategy {
  /** Sentences: the idea, the parameters and what they were chosen by. */
  readonly reasons: readonly string[];
  readonly code: string;
}

/** The parts of a program, in the order in which they are written down. */
interface Parts {
  /** One line. */
  readonly idea: string;
  /** By name, each a number or a list of them. */
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  /** State and `execute_trade`. */
  readonly body: string;
  readonly snippets: readonly string[];
}

/** A program of JavaScript. Its functions may stand last, since they are hoisted. */
export function program({ idea, parameters, body, snippets }: Parts): string {
  const constants = Object.entries(parameters).map(([name, value]) => {
    return `const ${name} = ${typeof value === "number" ? value : `[${value.join(", ")}]`};`;
  });
  return [`// ${idea}`, constants.join("\n"), body, ...snippets].join("\n\n");
}
