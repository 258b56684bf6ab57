import type { Fact } from "../fact.ts";
import { figure } from "../figure.ts";
import { clip } from "./columns.ts";
import { oneLine } from "./one-line.ts";

const LONGEST_TEXT = 80;

/** A fact's value as it stands in a report; of a long text the beginning. */
export function factValue({ value, unit, currency }: Fact): string {
  if (value === null) return "unknown";
  return typeof value === "number"
    ? figure(value, unit, currency)
    : clip(oneLine(value), LONGEST_TEXT);
}
