/** What a file says at a place; lines count from 1. */
export type Located = LocatedText | LocatedPlain | LocatedList | LocatedMap;

export interface LocatedText {
  readonly kind: "text";
  readonly line: number;
  readonly value: string;
  /** The line on which these words of it stand first; its own where they do not as written. */
  lineOf(words: string): number;
}

/** A number, true or false, or nothing at all. */
interface LocatedPlain {
  readonly kind: "plain";
  readonly line: number;
  readonly value: number | boolean | null;
}

export interface LocatedList {
  readonly kind: "list";
  readonly line: number;
  readonly items: readonly Located[];
}

export interface LocatedMap {
  readonly kind: "map";
  readonly line: number;
  readonly entries: readonly LocatedEntry[];
}

export interface LocatedEntry {
  readonly key: string;
  readonly line: number;
  readonly value: Located;
}

/** A value with the line that it stands on. */
export interface Written<T> {
  readonly value: T;
  readonly line: number;
}
