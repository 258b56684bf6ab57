import { type Day, daysBetween } from "#core/day.ts";
import { mean } from "#core/mean.ts";
import { printable } from "#core/render/printable.ts";
import { dayIn, type Evidence } from "./evidence.ts";
import { addressesAMachine, toneOf } from "./tone.ts";
import { counted, countWord, list } from "./wording.ts";

/** A headline as a report may use it: cleaned, and only ever quoted. */
export interface Headline {
  /** Between quotation marks, on one line, with publisher and day. */
  readonly quote: string;
  readonly day: Day | null;
  /** Days before the day of the analysis; null where either is not known. */
  readonly age: number | null;
  /** 1 reads well, -1 badly, 0 neither or addressed to a machine. */
  readonly tone: -1 | 0 | 1;
  readonly addressesAMachine: boolean;
}

const MOST = 10;
const LONGEST = 160;

/** The headlines among the facts, newest first as the source gives them. */
export function headlinesIn(evidence: Evidence): Headline[] {
  return Array.from({ length: MOST }, (_, index) => `news.${index}`).flatMap((path) => {
    const title = evidence.text(path);
    if (title === null) return [];
    const fact = evidence.fact(path);
    const day = dayIn(fact?.asOf ?? null);
    const publisher = fact?.note?.replace(/^published by /, "") ?? null;
    const from = [publisher === null ? null : oneLine(publisher), day].filter(
      (part) => part !== null,
    );
    const suspect = addressesAMachine(title);
    return [
      {
        quote: `${quotation(title)}${from.length > 0 ? ` (${from.join(", ")})` : ""}`,
        day,
        age: day === null || evidence.asOf === null ? null : daysBetween(day, evidence.asOf),
        tone: suspect ? 0 : toneOf(title),
        addressesAMachine: suspect,
      },
    ];
  });
}

/** The mean tone of headlines, -1 to 1; null where there are none. */
export function meanTone(headlines: readonly Headline[]): number | null {
  return headlines.length === 0 ? null : mean(headlines.map(({ tone }) => tone));
}

/** @example readings(headlines) // "of ten headlines, three read well, one reads badly and six say nothing either way" */
export function readings(headlines: readonly Headline[]): string {
  const parts = (
    [
      [1, "read", "well"],
      [-1, "read", "badly"],
      [0, "say", "nothing either way"],
    ] as const
  ).flatMap(([tone, verb, how]) => {
    const count = headlines.filter((one) => one.tone === tone).length;
    if (count === headlines.length && count > 1) return [`all ${verb} ${how}`];
    return count === 0 ? [] : [`${countWord(count)} ${verb}${count === 1 ? "s" : ""} ${how}`];
  });
  return `of ${counted(headlines.length, "headline")}, ${list(parts)}`;
}

/** Text from the web between quotation marks: one line, cut, no control characters. */
export function quotation(text: string): string {
  return `“${oneLine(text)}”`;
}

function oneLine(text: string): string {
  const line = printable(text).replace(/\s+/g, " ").replace(/[“”]/g, '"').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}
