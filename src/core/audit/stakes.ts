import type { Known } from "./known.ts";
import { isPriceLevel, planned } from "./price-levels.ts";

/** Of a long sentence only so many levels are tried, the nearest ones. */
const MOST_LEVELS = 6;
const SIZE = /^desk\..*\bsize$/;

/**
 * What part of a whole is lost where a position of so much of it loses so much of itself: size x loss
 * / 100, all in percent.
 */
export function* portionsOf(values: readonly Known[]): Generator<Known> {
  const percents = values.filter(({ unit, topic }) => unit === "percent" && !isPriceLevel(topic));
  for (const size of percents) {
    if (!SIZE.test(size.topic)) continue;
    for (const loss of percents) {
      if (SIZE.test(loss.topic)) continue;
      yield {
        ...loss,
        value: Math.abs((size.value * loss.value) / 100),
        nature: "size",
        derivation: `${size.factId} x ${text(loss)} / 100`,
      };
    }
  }
}

/**
 * What may be won for each that is risked, at three levels of which one lies between the others and is
 * the entry: |target - entry| / |entry - stop|, either way about.
 *
 * @param values the likeliest first
 */
export function* rewardsOf(values: readonly Known[]): Generator<Known> {
  const levels = values.filter(({ topic }) => isPriceLevel(topic)).slice(0, MOST_LEVELS);
  for (const entry of levels) {
    for (const target of levels) {
      for (const stop of levels) {
        const [gain, risk] = [target.value - entry.value, entry.value - stop.value];
        const areAlike = [target, stop].every(({ currency }) => currency === entry.currency);
        if (!areAlike || gain * risk <= 0 || !fillRoles(entry, target, stop)) continue;
        yield {
          ...target,
          topic: REWARD,
          label: "Reward to risk",
          unit: "multiple",
          currency: null,
          nature: "size",
          value: gain / risk,
          derivation: `(${target.factId} - ${entry.factId}) / (${entry.factId} - ${stop.factId})`,
        };
      }
    }
  }
}

/** Whether none of the plan's own levels is taken for another one. */
function fillRoles(...[entry, target, stop]: readonly [Known, Known, Known]): boolean {
  const roles = { [ENTRY]: entry, [TARGET]: target, [STOP]: stop };
  return [entry, target, stop].every((level) =>
    Object.entries(roles).every(([topic, role]) => level.topic !== topic || role === level),
  );
}

const [ENTRY, STOP, TARGET] = planned;

/** The name that {@link rewardsOf} goes by. */
export const REWARD = "implied.reward_to_risk";

function text({ factId, derivation }: Known): string {
  return derivation === null ? factId : `(${derivation})`;
}
