import { quoted } from "#core/errors.ts";
import { notAmong } from "./choices.ts";
import type { Located, LocatedList, LocatedMap, LocatedText, Written } from "./located.ts";
import type { Tell } from "./mistake.ts";

/** What a mapping says, by its keys; what is written as nothing is left out. */
export interface Fields {
  /** Of the mapping. */
  readonly line: number;
  /** In words, as mistakes name it: `agent "writer"`. */
  readonly what: string;
  readonly values: ReadonlyMap<string, Located>;
  readonly tell: Tell;
}

/** A mapping's fields; tells the keys that it cannot have. */
export function fieldsOf(
  { entries, line }: LocatedMap,
  what: string,
  keys: readonly string[],
  tell: Tell,
): Fields {
  const known = entries.filter(({ key, line: at }) => {
    const isKnown = keys.includes(key);
    if (!isKnown) tell(at, notAmong(`${what}: the key`, key, keys));
    return isKnown;
  });
  const said = known.filter(({ value }) => value.kind !== "plain" || value.value !== null);
  return { line, what, values: new Map(said.map(({ key, value }) => [key, value])), tell };
}

/** A field's text; null where it is left out, or told to be none. */
export function textField(fields: Fields, key: string): LocatedText | null {
  return textIn(fields, key, "Write something, or leave the key away.");
}

/** @param way out of a text that is empty */
function textIn(fields: Fields, key: string, way: string): LocatedText | null {
  const value = fields.values.get(key);
  if (value === undefined) return null;
  const what = `${fields.what}: ${key}`;
  if (value.kind !== "text") {
    fields.tell(value.line, `${what} must be text and is ${written(value)}.${wayToText(value)}`);
    return null;
  }
  if (value.value.trim() !== "") return value;
  fields.tell(value.line, `${what} is empty. ${way}`);
  return null;
}

/** A field's text, which must be there. */
export function requiredText(fields: Fields, key: string): LocatedText | null {
  if (!fields.values.has(key)) {
    fields.tell(fields.line, `${fields.what} has no ${key}. Add "${key}: ...".`);
  }
  return textIn(fields, key, "Write something.");
}

/** A field that is one of a few words; null where it is left out, or told to be none of them. */
export function choiceField<T extends string>(
  fields: Fields,
  key: string,
  choices: readonly T[],
): Written<T> | null {
  const text = textField(fields, key);
  if (text === null) return null;
  const value = choices.find((choice) => choice === text.value);
  if (value !== undefined) return { value, line: text.line };
  fields.tell(text.line, notAmong(`${fields.what}: ${key}`, text.value, choices));
  return null;
}

/** A field's mapping; null where it is left out, or told to be none. */
export function mapField(fields: Fields, key: string, example: string): LocatedMap | null {
  const value = fields.values.get(key);
  if (value === undefined || value.kind === "map") return value ?? null;
  const what = `${fields.what}: ${key}`;
  fields.tell(value.line, `${what} must be a mapping and is ${written(value)}. Write ${example}.`);
  return null;
}

/** A field's list; null where it is left out, or told to be none. */
export function listField(fields: Fields, key: string, example: string): LocatedList | null {
  const value = fields.values.get(key);
  if (value === undefined || value.kind === "list") return value ?? null;
  const what = `${fields.what}: ${key}`;
  fields.tell(value.line, `${what} must be a list and is ${written(value)}. Write ${example}.`);
  return null;
}

/** A value in a few words. @example written(value) // "the number 7" */
export function written(value: Located): string {
  switch (value.kind) {
    case "text":
      return `the text ${quoted(value.value)}`;
    case "list":
      return "a list";
    case "map":
      return "a mapping";
    case "plain":
      return value.value === null ? "nothing" : `the ${typeof value.value} ${value.value}`;
  }
}

function wayToText(value: Located): string {
  return value.kind === "plain" && value.value !== null
    ? ` Put it between quotes: "${value.value}".`
    : " Write a text there.";
}
