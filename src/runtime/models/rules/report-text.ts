import { stances } from "#core/report.ts";
import { type AnalystWriter, isOutOfScope, observationsOf, type Topic } from "./analyst-writer.ts";
import type { Evidence } from "./evidence.ts";
import { type Judgement, judge, stanceOf } from "./judgement.ts";
import { meanSignal } from "./observation.ts";
import { knownShare, unknownsIn } from "./unknowns.ts";
import { list, twoDecimals } from "./wording.ts";

/**
 * An analyst's report in Markdown: the verdict, a paragraph a topic, what is not known, what would
 * change the view, and the closing line.
 */
export function writeReport(writer: AnalystWriter, evidence: Evidence): string {
  const { judgement, paragraphs } = findingsOn(writer, evidence);
  return [
    ...paragraphs,
    ...unknownsIn(writer.topics, evidence),
    `**What would change this view:** ${whatWouldChange(writer, evidence, judgement)}.`,
    closingLine(judgement),
  ].join("\n\n");
}

/** What the facts say: the verdict, and a paragraph a topic. */
export function findingsOn(
  writer: AnalystWriter,
  evidence: Evidence,
): { readonly judgement: Judgement; readonly paragraphs: readonly string[] } {
  const known = knownShare(writer.topics, evidence);
  const judgement = judge(observationsOf(writer.topics, evidence), known);
  return {
    judgement,
    paragraphs: [
      known === 0 ? nothingKnown(writer, evidence) : verdict(writer, evidence, judgement),
      ...writer.topics.flatMap((topic) => paragraph(topic, evidence)),
    ],
  };
}

export function closingLine({ stance, confidence }: Judgement): string {
  return `STANCE: ${stance} CONFIDENCE: ${twoDecimals(confidence)}`;
}

function nothingKnown({ topics }: AnalystWriter, evidence: Evidence): string {
  const { symbol } = evidence;
  if (topics.every((topic) => isOutOfScope(topic, evidence))) {
    return `**In short:** there is no view to take of ${symbol} here.`;
  }
  return `**In short:** there is nothing to base a view${symbol === null ? "" : ` of ${symbol}`} on, since none of the facts looked for is known.`;
}

function verdict(writer: AnalystWriter, evidence: Evidence, judgement: Judgement): string {
  const symbol = evidence.symbol ?? "the symbol";
  if (judgement.confidence === 0) {
    return `**In short:** what is known about ${symbol} is too little for a view.`;
  }
  const leaning = Map.groupBy(writer.topics, (topic) =>
    stanceOf(meanSignal(seenIn(topic, evidence)) ?? 0),
  );
  const [bullish = "", , bearish = ""] = stances.map((stance) =>
    list((leaning.get(stance) ?? []).map(({ noun }) => noun)),
  );
  return `**In short:** ${writer.verdict(symbol, evidence)[judgement.stance]}${reasons(judgement, bullish, bearish)}.`;
}

function reasons({ stance }: Judgement, bullish: string, bearish: string): string {
  if (stance === "neutral") {
    if (bullish === "" && bearish === "") return "; nothing in it leans far either way";
    if (bullish === "") return `; only ${bearish} leans against it`;
    return bearish === ""
      ? `; only ${bullish} leans in its favour`
      : `, with ${bullish} in its favour and ${bearish} against it`;
  }
  const [carrying, opposing] = stance === "bullish" ? [bullish, bearish] : [bearish, bullish];
  return `${carrying === "" ? "" : `, carried by ${carrying}`}${opposing === "" ? "" : `, with ${opposing} pointing the other way`}`;
}

function paragraph(topic: Topic, evidence: Evidence): string[] {
  const sentences = seenIn(topic, evidence).map(({ text }) => text);
  return sentences.length === 0 ? [] : [`**${topic.title}.** ${sentences.join(" ")}`];
}

function whatWouldChange(writer: AnalystWriter, evidence: Evidence, { stance }: Judgement): string {
  if (writer.topics.every((topic) => isOutOfScope(topic, evidence))) {
    return "nothing that this report looks at";
  }
  return writer.wouldChange(evidence, stance) ?? "any of the facts that are missing here";
}

function seenIn(topic: Topic, evidence: Evidence) {
  return observationsOf([topic], evidence);
}
