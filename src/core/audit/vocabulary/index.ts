import { PhraseBook } from "../phrase-book.ts";
import { backdrop } from "./backdrop.ts";
import { company } from "./company.ts";
import { indicators } from "./indicators.ts";
import { opinion } from "./opinion.ts";
import { prices } from "./prices.ts";
import { statements } from "./statements.ts";

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

const vocabulary = [prices, indicators, company, statements, opinion, backdrop].flat();

/** The phrases that name facts of every desk. */
export const names = createNames();
for (const [pattern, topics] of vocabulary) names.add(pattern, { topics, isSubject: false });
names.add("(stock|share|shares)", {
  topics: ["price.close", "quote.price", "price.change"],
  isSubject: true,
});
names.add("close to", { topics: [], isSubject: true });
names.add("(index|market)", {
  topics: ["macro.sp500.level", "macro.sp500.change"],
  isSubject: true,
});

/** The topics that the vocabulary has a phrase for. */
export const namedTopics: ReadonlySet<string> = new Set(vocabulary.flatMap(([, topics]) => topics));
