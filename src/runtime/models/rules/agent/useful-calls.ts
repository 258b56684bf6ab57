import type { BoundTool } from "../bound-tool.ts";
import type { ToolRequest } from "../tool-requests.ts";

const MOST = 60;

/**
 * Every call of an agent's tools for every symbol: of arguments that are one of several words, those that
 * the request names, else all.
 */
export function usefulCalls(
  tools: readonly BoundTool[],
  symbols: readonly string[],
  request: string,
): ToolRequest[] {
  const calls = symbols.flatMap((symbol) =>
    tools.flatMap(({ name, takes }) => {
      if (!takes.has("symbol")) return [];
      const choices = [...takes].flatMap(([argument, words]) =>
        words === null ? [] : [{ argument, words: namedOf(words, request) }],
      );
      return combinations(choices).map((args) => ({ name, args: { symbol, ...args } }));
    }),
  );
  return calls.slice(0, MOST);
}

function namedOf(words: readonly string[], request: string): readonly string[] {
  const text = ` ${request.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const named = words.filter((word) => text.includes(` ${word.replaceAll("_", " ")} `));
  return named.length > 0 ? named : words;
}

function combinations(
  choices: readonly { readonly argument: string; readonly words: readonly string[] }[],
): Record<string, string>[] {
  return choices.reduce<Record<string, string>[]>(
    (all, { argument, words }) =>
      all.flatMap((args) => words.map((word) => ({ ...args, [argument]: word }))),
    [{}],
  );
}
