import type { Decision } from "#core/decision.ts";
import { figure } from "#core/figure.ts";
import { unitFor } from "#core/price-unit.ts";
import type { Evidence } from "./evidence.ts";
import { distance } from "./wording.ts";

type Levels = Decision["levels"];

/** What a trade risks from its entry to its stop, and what it may win. */
export interface Stake {
  readonly entry: number;
  readonly stop: number;
  /** From entry to stop, in percent of the entry, above 0. */
  readonly risk: number;
  /** null without a target on the right side of the entry. */
  readonly gain: {
    readonly target: number;
    /** From entry to target, in percent of the entry, above 0. */
    readonly reward: number;
    /** (target - entry) / (entry - stop). */
    readonly ratio: number;
  } | null;
}

/** The stake of a trade at its levels; null for a hold and without a stop on the right side. */
export function stakeOf(action: Decision["action"], levels: Levels): Stake | null {
  const { entry, stop, target } = levels;
  if (action === "hold" || entry === null || stop === null) return null;
  const way = action === "buy" ? 1 : -1;
  const risk = -way * distance(stop, entry);
  if (risk <= 0) return null;
  const reward = target === null ? 0 : way * distance(target, entry);
  const gain = target === null || reward <= 0 ? null : { target, reward, ratio: reward / risk };
  return { entry, stop, risk, gain };
}

/** A level as a report writes a price of the symbol. */
export function levelText(level: number, { currency }: Levels, { symbol }: Evidence): string {
  return figure(level, unitFor(symbol ?? "", "currency"), currency);
}
