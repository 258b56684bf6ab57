import type { Fact } from "../fact.ts";
import { natureOf, readPath } from "./fact-path.ts";
import { figuresIn } from "./figures-in.ts";
import { impliedChanges } from "./implied/changes.ts";
import { impliedDistances } from "./implied/distances.ts";
import type { Topics } from "./implied/make.ts";
import { impliedRatios } from "./implied/ratios.ts";
import { impliedSums } from "./implied/sums.ts";
import { impliedTallies } from "./implied/tallies.ts";
import type { Known } from "./known.ts";
import { type PhraseBook, wordsIn } from "./phrase-book.ts";
import { createNames, type Naming, namedTopics, names } from "./vocabulary/index.ts";

/** The facts of a run, in the ways that an audit asks for them. */
export interface FactIndex {
  /** Every value of a topic, the newest first, facts before what follows from them. */
  readonly byTopic: ReadonlyMap<string, readonly Known[]>;
  /** The facts that are numbers, smallest size first. */
  readonly bySize: readonly Known[];
  readonly facts: readonly Fact[];
  /** The spans and distances in time that a topic has values of. */
  readonly spansOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The days that statements end on. */
  readonly periodEnds: readonly string[];
  /** Texts from the web and elsewhere: headlines, ratings, insiders' lines. */
  readonly texts: readonly Fact[];
  /** The numbers that those texts tell, by their fact. */
  readonly told: ReadonlyMap<string, readonly number[]>;
  /** The days that facts are of or name, and a fact of each. */
  readonly days: ReadonlyMap<string, Fact>;
  /** Phrases that only these facts give: the symbol, its fund, what the desk itself stated. */
  readonly names: PhraseBook<Naming>;
  /** An index of each symbol's facts alone; empty where all are of one. */
  readonly bySymbol: ReadonlyMap<string, FactIndex>;
}

/** Reads the facts once, so that each figure is held against few of them. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const own = facts.flatMap(knownOf);
  const byTopic = byTopicOf(own);
  // Nothing follows from the figures of two symbols together.
  const groups = Map.groupBy(facts, symbolOf);
  for (const ofOne of groups.values()) {
    for (const known of followingFrom(ofOne)) put(known, byTopic);
  }
  return {
    byTopic,
    bySize: own.toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value)),
    facts,
    spansOf: spansByTopic(own),
    periodEnds: [
      ...new Set(own.flatMap(({ when }) => (when.basis === null ? [] : (when.end ?? [])))),
    ],
    texts: facts.filter(({ unit, value }) => unit === "text" && typeof value === "string"),
    told: new Map(
      facts.flatMap(({ id, path, value }) =>
        TELLING.test(path) && typeof value === "string"
          ? [[id, figuresIn(value).map((figure) => figure.value)]]
          : [],
      ),
    ),
    days: daysOf(facts),
    names: namesOf(facts, own),
    bySymbol: new Map(
      groups.size < 2 ? [] : [...groups].map(([symbol, ofOne]) => [symbol, indexFacts(ofOne)]),
    ),
  };
}

/** What follows from the facts of one symbol. */
function followingFrom(facts: readonly Fact[]): Known[] {
  const byTopic = byTopicOf(facts.flatMap(knownOf));
  const topics: Topics = {
    all: (topic) => byTopic.get(topic) ?? [],
    newest: (topic) => byTopic.get(topic)?.find(({ derivation }) => derivation === null) ?? null,
  };
  const paths = [...byTopic.keys()];
  return [
    ...impliedRatios(topics),
    ...impliedSums(topics),
    ...impliedChanges(topics, paths),
    ...impliedDistances(topics),
    ...impliedTallies(topics, facts),
  ];
}

function byTopicOf(own: readonly Known[]): Map<string, Known[]> {
  const byTopic = new Map<string, Known[]>();
  for (const known of own) put(known, byTopic);
  for (const all of byTopic.values()) all.sort(newestFirst);
  return byTopic;
}

function put(known: Known, byTopic: Map<string, Known[]>): void {
  const all = byTopic.get(known.topic);
  if (all === undefined) byTopic.set(known.topic, [known]);
  else all.push(known);
}

function symbolOf({ id, path }: Fact): string {
  return id.slice(0, id.length - path.length - 1);
}

function knownOf(fact: Fact): Known[] {
  if (typeof fact.value !== "number") return [];
  const { topic, when } = readPath(fact);
  const { id: factId, label, value, unit, currency } = fact;
  const known = { topic, when, factId, label, value, unit, currency, derivation: null };
  const one: Known = { ...known, nature: natureOf(topic) };
  if (fact.note?.startsWith("percentage points") !== true) {
    const share = isShare(fact) ? [{ ...one, value: value * 100, unit: "percent" as const }] : [];
    return [one, ...share];
  }
  return [{ ...one, unit: "percentage_points" }, ...(unit === "percent" ? [one] : [])];
}

/** A confidence of 0.8 may be written 80 %. */
function isShare({ path, value, unit }: Fact): boolean {
  return isOfDesk(path) && unit === "points" && typeof value === "number" && Math.abs(value) <= 1;
}

function spansByTopic(own: readonly Known[]): Map<string, Set<string>> {
  const spans = new Map<string, Set<string>>();
  for (const { topic, when } of own) {
    const span = when.span ?? when.ago;
    if (span === null) continue;
    const all = spans.get(topic) ?? new Set();
    spans.set(topic, all.add(span));
  }
  return spans;
}

/** What the desk itself stated, and how its past decisions did. */
function isOfDesk(path: string): boolean {
  return path.startsWith("desk.") || path.startsWith("record.");
}

function newestFirst(one: Known, other: Known): number {
  return (
    Number(one.when.ago !== null) - Number(other.when.ago !== null) ||
    one.when.row - other.when.row ||
    Number(one.when.basis === "quarterly") - Number(other.when.basis === "quarterly")
  );
}

function daysOf(facts: readonly Fact[]): Map<string, Fact> {
  const days = new Map<string, Fact>();
  const put = (text: string | null, fact: Fact) => {
    const day = text?.slice(0, 10);
    if (day !== undefined && !days.has(day)) days.set(day, fact);
  };
  for (const fact of facts)
    if (fact.unit === "date" && typeof fact.value === "string") put(fact.value, fact);
  for (const fact of facts) put(fact.asOf, fact);
  for (const fact of facts) put(/\d{4}-\d{2}-\d{2}/.exec(fact.note ?? "")?.[0] ?? null, fact);
  for (const fact of facts) put(fact.availableAt, fact);
  return days;
}

const TELLING = /^(?:news|ratings|insider)\.\d/;
const PRICE = ["price.close", "quote.price", "price.change"];

function namesOf(facts: readonly Fact[], own: readonly Known[]): PhraseBook<Naming> {
  const book = createNames();
  for (const fact of facts) {
    const { path, value } = fact;
    if (path === "macro.sector.fund" && typeof value === "string") {
      book.add(asPattern(value), {
        topics: ["macro.sector.change", "macro.sector.relative"],
        isSubject: false,
      });
    }
    if (path === "price.close")
      book.add(asPattern(symbolOf(fact)), { topics: PRICE, isSubject: true });
  }
  for (const { topic, label } of own) {
    if (namedTopics().has(topic) && !isOfDesk(topic)) continue;
    const path = topic.split(".").filter((part) => !/^\d+$|^desk$|^record$/.test(part));
    const phrases = [
      label.split(",")[0] ?? label,
      path.join(" "),
      path[0] ?? "",
      path.at(-1) ?? "",
    ];
    for (const phrase of phrases) {
      const words = asPattern(phrase.replaceAll("_", " "));
      if (!isOfDesk(topic) && isNamed(words)) continue;
      book.add(words, { topics: [topic], isSubject: !words.includes(" ") });
    }
  }
  return book;
}

/** Whether the words are a phrase that names something else for every desk. */
function isNamed(phrase: string): boolean {
  const words = wordsIn(phrase);
  return names().at(words, 0)?.lastWord === words.length - 1;
}

/** Words as a pattern that stands for just them. */
function asPattern(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\d&]+/gu) ?? []).join(" ");
}
