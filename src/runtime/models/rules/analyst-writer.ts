import type { Stance } from "#core/report.ts";
import type { Evidence } from "./evidence.ts";
import type { Observation } from "./observation.ts";

/** A part of a report, on one question. */
export interface Topic {
  /** The bold lead of its paragraph. */
  readonly title: string;
  /** What it is about, as part of a sentence: "trend", "insiders' trades". */
  readonly noun: string;
  /** Whether only a company's stock has this. */
  readonly companyOnly?: boolean;
  /** The facts it looks for, by path, and what a reader calls each. */
  readonly needs: Readonly<Record<string, string>>;
  /** What there is to say; null for each thing that the facts do not allow to be said. */
  observe(evidence: Evidence): readonly (Observation | null)[];
}

/** A fact that an analyst cannot do without, and the tool call that would bring it. */
export interface Essential {
  readonly path: string;
  readonly tool: string;
  /** Besides the symbol. */
  readonly args?: Readonly<Record<string, string>>;
  readonly companyOnly?: boolean;
}

/** One analyst of the desk, as the rules model plays it. */
export interface AnalystWriter {
  /** The report's first words for each stance. */
  verdict(symbol: string): Readonly<Record<Stance, string>>;
  readonly essentials: readonly Essential[];
  readonly topics: readonly Topic[];
  /** Levels and conditions that would turn the stance; null where the facts give none. */
  wouldChange(evidence: Evidence, stance: Stance): string | null;
}

/** Everything that a writer's topics observe, in their order. */
export function observationsOf(topics: readonly Topic[], evidence: Evidence): Observation[] {
  return topics.flatMap((topic) => topic.observe(evidence)).filter((one) => one !== null);
}
