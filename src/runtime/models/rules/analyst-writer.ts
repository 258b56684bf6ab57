import type { Stance } from "#core/report.ts";
import type { Evidence } from "./evidence.ts";
import { type Scope, whyNot } from "./instrument.ts";
import type { Observation } from "./observation.ts";

/** A part of a report, on one question. */
export interface Topic extends Scope {
  /** The bold lead of its paragraph. */
  readonly title: string;
  /** What it is about, as part of a sentence: "trend", "insiders' trades". */
  readonly noun: string;
  /** The facts it looks for, by path, and what a reader calls each. */
  readonly needs: Readonly<Record<string, string>>;
  /** What there is to say; null for each thing that the facts do not allow to be said. */
  observe(evidence: Evidence): readonly (Observation | null)[];
}

/** A fact that an analyst cannot do without, and the tool call that would bring it. */
export interface Essential extends Scope {
  readonly path: string;
  readonly tool: string;
  /** Besides the symbol. */
  readonly args?: Readonly<Record<string, string>>;
}

/** One analyst of the desk, as the rules model plays it. */
export interface AnalystWriter {
  /** The report's first words for each stance. */
  verdict(symbol: string, evidence: Evidence): Readonly<Record<Stance, string>>;
  readonly essentials: readonly Essential[];
  readonly topics: readonly Topic[];
  /** Levels and conditions that would turn the stance; null where the facts give none. */
  wouldChange(evidence: Evidence, stance: Stance): string | null;
}

/** Everything that a writer's topics observe, in their order. */
export function observationsOf(topics: readonly Topic[], evidence: Evidence): Observation[] {
  return topics
    .filter((topic) => !isOutOfScope(topic, evidence))
    .flatMap((topic) => topic.observe(evidence))
    .filter((one) => one !== null);
}

/**
 * Whether a topic has nothing to say of the symbol. What only companies have is looked at all the
 * same where a source knows it, as it does of many funds.
 */
export function isOutOfScope(topic: Topic, evidence: Evidence): boolean {
  const { riskAssetOnly = false } = topic;
  if (whyNot({ riskAssetOnly }, evidence) !== null) return true;
  return whyNot(topic, evidence) !== null && isBlank(topic, evidence);
}

/** Whether none of the facts that a topic looks for is known. */
export function isBlank({ needs }: Topic, evidence: Evidence): boolean {
  return !Object.keys(needs).some((path) => evidence.knows(path));
}
