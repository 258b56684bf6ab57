import type { Decision } from "../decision.ts";
import { figure } from "../figure.ts";

const HORIZONS: Readonly<Record<Decision["horizon"], string>> = {
  "1w": "one week",
  "1m": "one month",
  "3m": "three months",
  "6m": "six months",
  "12m": "twelve months",
};

/** @example horizonWords("3m") // "three months" */
export function horizonWords(horizon: Decision["horizon"]): string {
  return HORIZONS[horizon];
}

/** Words with a full stop, unless they end with a mark of their own. */
export function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** A role as a title. @example titleOf("bear_researcher") // "Bear researcher" */
export function titleOf(role: string): string {
  const words = role.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A level of a plan or a decision, as it is shown and audited. */
export function levelText(value: number | null, currency: string | null): string {
  return value === null ? "not set" : figure(value, "currency", currency);
}
