import type { Topic } from "./analyst-writer.ts";
import type { Evidence } from "./evidence.ts";
import { otherThanAStock } from "./instrument.ts";
import { list } from "./wording.ts";

const NO_FACT = "no fact given";

/** The share of the facts looked for that are known, 0 to 1. */
export function knownShare(topics: readonly Topic[], evidence: Evidence): number {
  const paths = new Set(topics.flatMap(({ needs }) => Object.keys(needs)));
  return [...paths].filter((path) => evidence.knows(path)).length / paths.size;
}

/**
 * What the report could not look at, each thing once: a whole topic by its noun, single facts by
 * their names, with the reason; and in one sentence what this kind of instrument does not have.
 */
export function unknownsIn(topics: readonly Topic[], evidence: Evidence): string[] {
  const kind = otherThanAStock(evidence);
  const passed = topics.filter((topic) => kind !== null && topic.companyOnly);
  const blank = passed.filter((topic) => isBlank(topic, evidence));
  const missing = topics
    .filter((topic) => !passed.includes(topic))
    .flatMap((topic) => missingFrom(topic, evidence));
  return [
    ...(blank.length > 0
      ? [
          `**Does not apply:** ${evidence.symbol} is ${kind} and not a company's stock, so this report goes without ${list(blank.map(({ noun }) => noun))}.`,
        ]
      : []),
    ...(missing.length > 0 ? [`**Not known:** ${byReason(missing)}.`] : []),
  ];
}

interface Missing {
  readonly name: string;
  readonly reason: string;
}

function missingFrom(topic: Topic, evidence: Evidence): Missing[] {
  const missing = Object.entries(topic.needs)
    .filter(([path]) => !evidence.knows(path))
    .map(([path, name]) => ({ name, reason: reasonFor(path, evidence) }));
  const reasons = new Set(missing.map(({ reason }) => reason));
  const [reason] = reasons;
  if (reason === undefined || reasons.size > 1 || !isBlank(topic, evidence)) return missing;
  return [{ name: topic.noun, reason }];
}

function reasonFor(path: string, evidence: Evidence): string {
  const fact = evidence.fact(path);
  return fact === null ? NO_FACT : (fact.note ?? "not given by the source");
}

function isBlank({ needs }: Topic, evidence: Evidence): boolean {
  return !Object.keys(needs).some((path) => evidence.knows(path));
}

function byReason(missing: readonly Missing[]): string {
  const groups = Map.groupBy(missing, ({ reason }) => reason);
  return [...groups]
    .map(([reason, group]) => `${list([...new Set(group.map(({ name }) => name))])} (${reason})`)
    .join("; ");
}
