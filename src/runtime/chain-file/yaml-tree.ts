import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLError,
} from "yaml";
import { quoted } from "#core/errors.ts";
import type { Located, LocatedEntry, LocatedText } from "./located.ts";
import type { Tell } from "./mistake.ts";

/** The text that is read, and how its mistakes are told. */
interface Source {
  readonly text: string;
  lineAt(offset: number): number;
  readonly tell: Tell;
}

/**
 * Reads YAML, or JSON, which is YAML too, into values that know their lines. Only plain data is taken:
 * tags, aliases (a few of which can stand for millions of values) and keys that are no text are told as
 * mistakes, as is broken syntax.
 *
 * @returns null where its syntax is broken
 */
export function readTree(text: string, tell: Tell): Located | null {
  const lineCounter = new LineCounter();
  // Keys are told apart below: the library would compare each with all others.
  const options = { lineCounter, prettyErrors: false, uniqueKeys: false, version: "1.2" } as const;
  const { contents, errors } = parseDocument(text, { ...options, schema: "core" });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const broken = new Map(errors.map((error) => [lineAt(error.pos[0]), syntaxWords(error)]));
  for (const [line, words] of broken) tell(line, words);
  return broken.size > 0 ? null : locate(contents, 1, { text, lineAt, tell });
}

/** How it is told, wherever in the library it happens, that there was no room left to go deeper. */
const TOO_DEEP = /call stack|stack overflow/i;

/** What is wrong with the syntax; where the library speaks of itself, in other words than its own. */
function syntaxWords({ code, message }: YAMLError): string {
  if (code === "MULTIPLE_DOCS") {
    return "A second document begins here, and one is read. Make a file of each.";
  }
  return TOO_DEEP.test(message)
    ? "What begins here is nested too deeply to be read. A chain needs no more than a few levels."
    : `This is no YAML: ${message}.`;
}

/** @param line of what the value stands in: nothing at all has none of its own */
function locate(node: unknown, line: number, source: Source): Located {
  if (!isNode(node)) return { kind: "plain", line, value: null };
  const [from = null, to = 0] = node.range ?? [];
  const at = from === null ? line : source.lineAt(from);
  if (node.tag !== undefined) {
    source.tell(at, `The tag ${quoted(node.tag)} is not read. Write the value without one.`);
  }
  if (isMap(node)) return { kind: "map", line: at, entries: entriesOf(node.items, at, source) };
  if (isSeq(node)) {
    return { kind: "list", line: at, items: node.items.map((item) => locate(item, at, source)) };
  }
  if (!isScalar(node)) {
    source.tell(at, "An alias (*name) is not read. Write out what it stands for.");
    return { kind: "plain", line: at, value: null };
  }
  const { value } = node;
  if (typeof value === "string") return located(value, at, { from: from ?? 0, to }, source);
  const isPlain = typeof value === "number" || typeof value === "boolean";
  return { kind: "plain", line: at, value: isPlain ? value : null };
}

function located(
  value: string,
  line: number,
  { from, to }: { readonly from: number; readonly to: number },
  { text, lineAt }: Source,
): LocatedText {
  return {
    kind: "text",
    line,
    value,
    lineOf(words) {
      const place = text.slice(from, to).indexOf(words);
      return place < 0 ? line : lineAt(from + place);
    },
  };
}

function entriesOf(pairs: readonly Pair[], line: number, source: Source): LocatedEntry[] {
  const lines = new Map<string, number>();
  return pairs.flatMap(({ key, value }): LocatedEntry[] => {
    const { line: at, ...name } = locate(key, line, source);
    if (name.kind !== "text") {
      source.tell(at, "A key must be text. Write it as a word.");
      return [];
    }
    const earlier = lines.get(name.value);
    if (earlier !== undefined) {
      const key = quoted(name.value);
      source.tell(at, `${key} stands on line ${earlier} already. Leave one of the two away.`);
      return [];
    }
    lines.set(name.value, at);
    return [{ key: name.value, line: at, value: locate(value, at, source) }];
  });
}
