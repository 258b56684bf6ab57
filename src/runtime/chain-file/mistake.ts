import { oneLine } from "#core/render/one-line.ts";

/** A mistake in a chain's file. */
export interface Mistake {
  /** Where it stands, from 1. */
  readonly line: number;
  /** A sentence with the value, the valid choices and the way out. */
  readonly message: string;
}

/** Takes note of a mistake. */
export type Tell = (line: number, message: string) => void;

/** Mistakes as lines for a terminal, as compilers write them: `recipe.yaml:7: agent ...`. */
export function mistakeLines(file: string, mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ line, message }) => oneLine(`${file}:${line}: ${message}`));
}
