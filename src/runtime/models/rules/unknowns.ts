import { isBlank, isOutOfScope, type Topic } from "./analyst-writer.ts";
import type { Evidence } from "./evidence.ts";
import { whyNot } from "./instrument.ts";
import { list } from "./wording.ts";

const NO_FACT = "no fact given";

/** The share of the facts looked for that are known, 0 to 1. What does not apply is not known. */
export function knownShare(topics: readonly Topic[], evidence: Evidence): number {
  const paths = new Set(topics.flatMap(({ needs }) => Object.keys(needs)));
  const known = topics
    .filter((topic) => !isOutOfScope(topic, evidence))
    .flatMap(({ needs }) => Object.keys(needs))
    .filter((path) => evidence.knows(path));
  return new Set(known).size / paths.size;
}

/**
 * What the report could not look at, each thing once: in one sentence a reason what this kind of
 * instrument does not have; else a whole topic by its noun, single facts by their names, with the
 * reason.
 */
export function unknownsIn(topics: readonly Topic[], evidence: Evidence): string[] {
  const left = topics
    .filter((topic) => isOutOfScope(topic, evidence))
    .map(({ noun, ...scope }) => ({ name: noun, reason: whyNot(scope, evidence) ?? NO_FACT }));
  const missing = topics
    .filter((topic) => whyNot(topic, evidence) === null)
    .flatMap((topic) => missingFrom(topic, evidence));
  return [
    ...grouped(left).map(
      ([names, reason]) =>
        `**Does not apply:** ${reason}, so this report goes without ${list(names)}.`,
    ),
    ...(missing.length > 0
      ? [
          `**Not known:** ${grouped(missing)
            .map(([names, reason]) => `${list(names)} (${reason})`)
            .join("; ")}.`,
        ]
      : []),
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

/** Names that share a reason, each name once. */
function grouped(missing: readonly Missing[]): [names: string[], reason: string][] {
  return [...Map.groupBy(missing, ({ reason }) => reason)].map(([reason, group]) => [
    [...new Set(group.map(({ name }) => name))],
    reason,
  ]);
}
