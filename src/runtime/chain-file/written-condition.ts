import { type ConditionTest, comparisons, PATTERN_FLAGS } from "#core/chain/condition.ts";
import { messageOf, quoted } from "#core/errors.ts";
import { stances } from "#core/report.ts";
import { choiceField, type Fields, fieldsOf, mapField, textField, written } from "./fields.ts";
import type { LocatedMap, LocatedText } from "./located.ts";
import type { Tell } from "./mistake.ts";

const TESTS = ["contains", "matches", "number", "stance"] as const;

/** A condition as its file has it. */
export interface WrittenCondition {
  readonly line: number;
  /** null: the one before, or told to be of no use. */
  readonly agent: LocatedText | null;
  /** null: told to be of no use. */
  readonly test: ConditionTest | null;
}

/** Reads what must hold; that the agent it speaks of is there is not looked at. */
export function readCondition(map: LocatedMap, what: string, tell: Tell): WrittenCondition {
  const fields = fieldsOf(map, what, ["agent", ...TESTS], tell);
  const { line } = map;
  return { line, agent: textField(fields, "agent"), test: testIn(fields) };
}

function testIn(fields: Fields): ConditionTest | null {
  const given = TESTS.filter((kind) => fields.values.has(kind));
  const kind = onlyOne(given, TESTS, "test", fields);
  switch (kind) {
    case "contains": {
      const text = textField(fields, kind);
      return text === null ? null : { kind, text: text.value };
    }
    case "matches": {
      const pattern = textField(fields, kind);
      if (pattern === null || !isPattern(pattern, fields)) return null;
      return { kind, pattern: pattern.value };
    }
    case "number": {
      const map = mapField(fields, kind, "{after: score, at_least: 7}");
      return map === null ? null : numberIn(map, `${fields.what}: number`, fields.tell);
    }
    case "stance": {
      const stance = choiceField(fields, kind, stances);
      return stance === null ? null : { kind, stance: stance.value };
    }
    case null:
      return null;
  }
}

function numberIn(map: LocatedMap, what: string, tell: Tell): ConditionTest | null {
  const fields = fieldsOf(map, what, ["after", ...comparisons], tell);
  const after = textField(fields, "after");
  const given = comparisons.filter((comparison) => fields.values.has(comparison));
  const comparison = onlyOne(given, comparisons, "comparison", fields);
  const value = comparison === null ? undefined : fields.values.get(comparison);
  if (comparison === null || value === undefined) return null;
  if (value.kind !== "plain" || typeof value.value !== "number" || !Number.isFinite(value.value)) {
    tell(
      value.line,
      `${what}: ${comparison} must be a number, such as 7 or -0.5, and is ${written(value)}.`,
    );
    return null;
  }
  return { kind: "number", after: after?.value ?? null, comparison, value: value.value };
}

/** The one key of several that is given; null where none or more are, which is told. */
function onlyOne<T extends string>(
  given: readonly T[],
  choices: readonly T[],
  what: string,
  { line, what: where, tell }: Fields,
): T | null {
  const [one, ...others] = given;
  if (one !== undefined && others.length === 0) return one;
  const found = one === undefined ? `no ${what}` : `several ${what}s (${given.join(", ")})`;
  tell(line, `${where} has ${found}. Give one of: ${choices.join(", ")}.`);
  return null;
}

function isPattern({ value, line }: LocatedText, { what, tell }: Fields): boolean {
  try {
    new RegExp(value, PATTERN_FLAGS);
    return true;
  } catch (error) {
    const way = "A character with a meaning of its own is written behind a backslash";
    tell(
      line,
      `${what}: matches ${quoted(value)} is no regular expression (${messageOf(error)}). ${way}.`,
    );
    return false;
  }
}
