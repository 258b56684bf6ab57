import { phrasesOf } from "./phrase-pattern.ts";

/** A word of a text in lower case, and where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether no phrase leads to it from the word before: it begins a sentence, a line, a cell. */
  readonly isFirst: boolean;
}

/** What ends a phrase. */
const STOP = /[\n|;:!?]|\.\s/;
/** Letters and digits, with what belongs to a name: `S&P`, `%K`. */
const WORD = /%?[a-z\d\u00c0-\u1fff]+(?:&[a-z\d]+)*/gi;

/** The words of a text in order; a possessive `s` is left out. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const before = text[match.index - 1];
    if (word === "s" && (before === "'" || before === "\u2019")) continue;
    const from = match.index;
    const gap = text.slice(words.at(-1)?.to ?? 0, from);
    const isFirst = gap !== " " && STOP.test(gap);
    words.push({ text: word.toLowerCase(), from, to: from + word.length, isFirst });
  }
  return words;
}

/** A phrase found in a text, and what it stands for. */
export interface Found<T> {
  readonly meaning: T;
  readonly from: number;
  readonly to: number;
  readonly firstWord: number;
  readonly lastWord: number;
}

interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  meaning: T | null;
}

/** Phrases, and what each stands for. Where two fit, the longer one is meant. */
export class PhraseBook<T> {
  readonly #root: Branch<T> = { next: new Map(), meaning: null };
  readonly #join: (one: T, other: T) => T;

  /** @param join what a phrase means that is entered twice */
  constructor(join: (one: T, other: T) => T) {
    this.#join = join;
  }

  /** Enters every phrase that a pattern stands for; see {@link phrasesOf}. */
  add(pattern: string, meaning: T): void {
    for (const phrase of phrasesOf(pattern)) {
      let branch = this.#root;
      for (const word of phrase) {
        const next = branch.next.get(word) ?? { next: new Map(), meaning: null };
        branch.next.set(word, next);
        branch = next;
      }
      branch.meaning = branch.meaning === null ? meaning : this.#join(branch.meaning, meaning);
    }
  }

  /** The longest phrase that begins with a word; null where none does. */
  at(words: readonly Word[], index: number): Found<T> | null {
    let branch: Branch<T> | undefined = this.#root;
    let found: Found<T> | null = null;
    for (let last = index; ; last += 1) {
      const word = words[last];
      branch = word && branch.next.get(word.text);
      if (word === undefined || branch === undefined) return found;
      if (word.isFirst && last > index) return found;
      if (branch.meaning !== null) {
        const from = words[index]?.from ?? word.from;
        found = { meaning: branch.meaning, from, to: word.to, firstWord: index, lastWord: last };
      }
    }
  }

  /** Every phrase in a text; none begins within another. */
  find(words: readonly Word[]): Found<T>[] {
    const all: Found<T>[] = [];
    for (let index = 0; index < words.length; ) {
      const found = this.at(words, index);
      if (found !== null) all.push(found);
      index = found === null ? index + 1 : found.lastWord + 1;
    }
    return all;
  }
}
