import { settingsOf } from "#core/run-configuration.ts";

type Setting = ReturnType<typeof settingsOf>[number];

/** What says the same of every run here, or is seen on its own. */
const ELSEWHERE = ["version", "symbol", "chain", "rules", "input"];

/** The settings of a run that say something, in a person's words: `depth: deep`, `analysts: news, risk`. */
export function shownSettings(configuration: object): Setting[] {
  return settingsOf(configuration)
    .filter(({ setting }) => !ELSEWHERE.includes(setting))
    .map(({ setting, value }) => ({ setting, value: wordsOf(JSON.parse(value)) }))
    .filter(({ value }) => value !== "");
}

function wordsOf(value: unknown): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(wordsOf).join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${wordsOf(part)}`)
    .join(", ");
}
