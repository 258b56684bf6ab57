/** What a run may be of: an analysis of a ticker, a contest of strategies, a chain of agents. */
export const runKinds = ["analysis", "contest", "chain"] as const;

export type RunKind = (typeof runKinds)[number];
