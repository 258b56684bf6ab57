import { mean } from "#core/mean.ts";
import { type AnalystWriter, isBlank, isOutOfScope, observationsOf } from "../analyst-writer.ts";
import type { Evidence } from "../evidence.ts";
import { judge } from "../judgement.ts";
import { closingLine, findingsOn } from "../report-text.ts";
import { knownShare } from "../unknowns.ts";
import { writeGeneralAnswer } from "../writers/general.ts";
import { analystWriters } from "../writers/index.ts";

/** What the facts say of some symbols, in the words of the desk's analysts, one symbol after another. */
export function writeFactsReport(symbols: readonly Evidence[]): string {
  return symbols.map(textOf).join("\n\n");
}

function textOf(evidence: Evidence): string {
  const writer = writerFor(evidence);
  if (evidence.facts.length === 0) return `Nothing was found on ${evidence.symbol}.`;
  if (writer.topics.length === 0) return writeGeneralAnswer(evidence);
  const { judgement, paragraphs } = findingsOn(writer, evidence);
  const change = writer.wouldChange(evidence, judgement.stance);
  return [
    ...paragraphs,
    ...(change === null ? [] : [`**What would change this view:** ${change}.`]),
  ].join("\n\n");
}

/** The closing line with one stance on all of them together: who asks for one has one question. */
export function stanceOn(symbols: readonly Evidence[]): string {
  const seen = symbols.flatMap((evidence) => observationsOf(writerFor(evidence).topics, evidence));
  const known = symbols.map((evidence) => {
    const { topics } = writerFor(evidence);
    return topics.length === 0 ? 0 : knownShare(topics, evidence);
  });
  return closingLine(judge(seen, mean(known)));
}

/** A writer of whatever topics the facts allow; where they are of one analyst's, it is that one. */
function writerFor(evidence: Evidence): AnalystWriter {
  const writers = Object.values(analystWriters).flatMap((writer) => {
    const topics = writer.topics.filter(
      (topic) => !isOutOfScope(topic, evidence) && !isBlank(topic, evidence),
    );
    const speaking = topics.filter((topic) => observationsOf([topic], evidence).length > 0);
    return speaking.length === 0 ? [] : [{ ...writer, topics: speaking }];
  });
  const [only, ...others] = writers;
  if (only !== undefined && others.length === 0) return only;
  const topics = writers.flatMap((writer) => writer.topics);
  return {
    verdict: (symbol) => ({
      bullish: `what is known of ${symbol} speaks for it`,
      neutral: `what is known of ${symbol} speaks neither for nor against it`,
      bearish: `what is known of ${symbol} speaks against it`,
    }),
    essentials: [],
    topics: [...new Map(topics.map((topic) => [topic.title, topic])).values()],
    wouldChange: () => null,
  };
}
