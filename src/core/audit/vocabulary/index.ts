import { lazily } from "../../lazily.ts";
import { PhraseBook } from "../phrase-book.ts";
import { backdrop } from "./backdrop.ts";
import { company } from "./company.ts";
import { indicators } from "./indicators.ts";
import { opinion } from "./opinion.ts";
import { prices } from "./prices.ts";
import { stakes } from "./stakes.ts";
import { statements } from "./statements.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a phrase names. */
export interface Naming {
  readonly topics: readonly string[];
  /** Names by being what the text is about ("the stock") rather than by its own words. */
  readonly isSubject: boolean;
}

/** An empty book of names. */
export function createNames(): PhraseBook<Naming> {
  return new PhraseBook<Naming>(bothNamings);
}

/** What a phrase names that stands for two things. */
export function bothNamings(one: Naming, other: Naming): Naming {
  return {
    topics: [...new Set([...one.topics, ...other.topics])],
    isSubject: one.isSubject && other.isSubject,
  };
}

const vocabulary: Vocabulary = [
  prices,
  indicators,
  company,
  statements,
  opinion,
  backdrop,
  stakes,
].flat();

/** The phrases that name facts of every desk. */
export const names = lazily(() => {
  const book = createNames();
  for (const [pattern, topics] of vocabulary) book.add(pattern, { topics, isSubject: false });
  book.add("(stock|share|shares)", {
    topics: ["price.close", "quote.price", "price.change"],
    isSubject: true,
  });
  book.add("(position|stake)", { topics: ["desk.plan.size"], isSubject: true });
  book.add("close to", { topics: [], isSubject: true });
  book.add("(index|market)", {
    topics: ["macro.sp500.level", "macro.sp500.change"],
    isSubject: true,
  });
  return book;
});

/** The topics that the vocabulary has a phrase for. */
export const namedTopics = lazily<ReadonlySet<string>>(
  () => new Set(vocabulary.flatMap(([, topics]) => topics)),
);
