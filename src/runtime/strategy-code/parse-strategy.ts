import type { Program } from "acorn";
import type { DeskError } from "#core/errors.ts";
import { lazily } from "#core/lazily.ts";
import { printable } from "#core/render/printable.ts";
import { problemAt, strategyError } from "./problem.ts";
import { withoutTypes } from "./without-types.ts";

/** Loaded where a strategy is read, and asked of the loader once. */
const acorn = lazily(() => import("acorn"));

/** Code and what it parses to. */
interface Parsed {
  readonly program: Program;
  readonly code: string;
  readonly notes: readonly string[];
}

type Attempt = { readonly program: Program } | { readonly program: null; readonly why: DeskError };

const ESCAPES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};
const ESCAPED = /&(?:lt|gt|amp|quot|#39);/g;
const UNESCAPED = "Characters were escaped as in HTML: they were put back.";
const TYPED = "Types were taken off: it was written in TypeScript.";

/**
 * Parses a strategy as a script. What does not parse is tried again with characters of HTML put back,
 * then without the types of TypeScript.
 *
 * @throws DeskError `strategy`, kind `syntax`, with the first error's line
 */
export async function parseStrategy(given: string): Promise<Parsed> {
  const first = await attempt(given);
  if (first.program !== null) return { program: first.program, code: given, notes: [] };
  const code = given.replace(ESCAPED, (entity) => ESCAPES[entity] ?? entity);
  const put = code === given ? [] : [UNESCAPED];
  const second = code === given ? first : await attempt(code);
  if (second.program !== null) return { program: second.program, code, notes: put };
  const untyped = await withoutTypes(code);
  if (untyped === null || untyped === code) throw first.why;
  const third = await attempt(untyped);
  if (third.program === null) throw third.why;
  return { program: third.program, code: untyped, notes: [...put, TYPED] };
}

/** `import` and `export` are let through, so that they can be named or taken off. */
async function attempt(code: string): Promise<Attempt> {
  const { parse } = await acorn();
  try {
    const program = parse(code, {
      ecmaVersion: 2024,
      sourceType: "script",
      allowImportExportEverywhere: true,
      locations: true,
    });
    return { program };
  } catch (cause) {
    return { program: null, why: syntaxError(code, cause) };
  }
}

const PLACE = /\s*\(\d+:\d+\)$/;

/** The parser's words; its place is told apart from them. */
function syntaxError(code: string, cause: unknown): DeskError {
  if (!(cause instanceof SyntaxError) || !hasPlace(cause)) throw cause;
  const message = printable(cause.message.replace(PLACE, ""));
  return strategyError("syntax", [problemAt(code, cause.loc, message)]);
}

function hasPlace(
  error: SyntaxError,
): error is SyntaxError & { readonly loc: { readonly line: number; readonly column: number } } {
  return "loc" in error;
}
