import { z } from "zod";
import { deskChoiceSchema } from "./desk-choice.ts";
import { analysisRequestSchema } from "./request.ts";

/** What is the same for every run of a list: how it is asked, by which program, over which hosts. */
export const sharedConfigurationSchema = z.object({
  /** Of the program. */
  version: z.string(),
  ...analysisRequestSchema.omit({ symbol: true }).shape,
  ...deskChoiceSchema.shape,
  /** The model that roles without one of their own have. */
  model: z.string(),
  /** Where live models are asked; null is their provider's own address. */
  openaiBaseUrl: z.string().nullable(),
  /** Where Yahoo is asked; null is its own address. */
  yahooBaseUrl: z.string().nullable(),
  benchmark: z.string(),
  /** When a run ends with what it has, from when it is taken up; null is without a deadline. */
  deadlineMs: z.number().nullable(),
});

export type SharedConfiguration = Readonly<z.infer<typeof sharedConfigurationSchema>>;

/** Everything that decides what a run brings. It is the run's key: it goes on only under the same. */
export const runConfigurationSchema = sharedConfigurationSchema.extend(
  analysisRequestSchema.pick({ symbol: true }).shape,
);

export type RunConfiguration = Readonly<z.infer<typeof runConfigurationSchema>>;

/** One setting that is not what it was. */
export interface Difference {
  /** As a person writes it: `debate-rounds`. */
  readonly setting: string;
  /** As JSON. */
  readonly before: string;
  readonly now: string;
}

/** In which settings two configurations differ that both have, in the order of the first. */
export function differencesBetween(before: object, now: object): Difference[] {
  const current = new Map(Object.entries(now));
  return Object.entries(before).flatMap(([name, value]) => {
    if (!current.has(name)) return [];
    const difference = {
      setting: spoken(name),
      before: ordered(value),
      now: ordered(current.get(name)),
    };
    return difference.before === difference.now ? [] : [difference];
  });
}

/** The settings of a configuration as a person writes them, their values as JSON. */
export function settingsOf(configuration: object): { setting: string; value: string }[] {
  return Object.entries(configuration).map(([name, value]) => ({
    setting: spoken(name),
    value: ordered(value),
  }));
}

/** `debateRounds` as `debate-rounds`. */
function spoken(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** JSON in which the order of an object's keys says nothing. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
