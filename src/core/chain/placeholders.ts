/** Or braces that are meant as they stand: `\{{`. */
const PLACEHOLDER = /\\\{\{|\{\{\s*([^{}]*?)\s*\}\}/g;

/** A place in a prompt that something is put into. */
interface Placeholder {
  /** Of what: `input`, `chain_input`, or an agent's name. */
  readonly name: string;
  /** As written: `{{ input }}`. */
  readonly text: string;
}

/** The placeholders of a prompt, in their order. */
export function placeholdersIn(prompt: string): Placeholder[] {
  return [...prompt.matchAll(PLACEHOLDER)].flatMap(([text, name]) =>
    name === undefined ? [] : [{ name, text }],
  );
}

/** A prompt with each placeholder replaced, once: what is put in is not looked through again. */
export function filled(prompt: string, textOf: (name: string) => string): string {
  return prompt.replace(PLACEHOLDER, (_, name: string | undefined) =>
    name === undefined ? "{{" : textOf(name),
  );
}
