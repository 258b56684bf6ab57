/** Patterns of phrases (see PhraseBook) and the topics that each names. */
export type Vocabulary = readonly (readonly [pattern: string, topics: readonly string[]])[];
